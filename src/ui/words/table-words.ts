/** Words of the one table and what is made from it, in both languages. */
import { bilingual } from '../../language.ts';

export const tableWords = bilingual({
  zh: {},
  en: {},
});
