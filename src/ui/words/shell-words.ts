/** Words of the shell: palette, messages, exports, logs, in both languages. */
import { bilingual } from '../../language.ts';

export const shellWords = bilingual({
  zh: {},
  en: {},
});
