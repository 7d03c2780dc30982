/** Whether a load keeps numbers or names of patients as their files have them: an undone one is in the file all the same. */
import { identifierFields } from '../../stay/stay-table.ts';
import type { SavedLoad } from './saved.ts';

export const holdsIdentifiers = ({ columns }: Pick<SavedLoad, 'columns'>): boolean =>
  columns.some(({ name }) => identifierFields.some(field => name === `${field}/codes`));
