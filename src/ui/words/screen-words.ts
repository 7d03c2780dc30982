/** Words of the screens of groups, departments and their rows, in both languages. */
import { bilingual } from '../../language.ts';

export const screenWords = bilingual({
  zh: {},
  en: {},
});
