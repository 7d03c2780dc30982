/** Verbs of the shell itself: language, help, the way out. */

import { badValue } from './mistakes.ts';
import type { Verb } from './verb.ts';

export const shell: readonly Verb[] = [
  {
    verb: 'language',
    title: { zh: '语言', en: 'language' },
    takes: { zh: 'zh en', en: 'zh en' },
    complete: () => ['zh', 'en'],
    perform({ getState }, value) {
      if (value !== 'zh' && value !== 'en') throw badValue('language', value, { zh: '可用：zh、en', en: 'zh or en' });
      getState().speak(value);
    },
  },
  { verb: 'help', title: { zh: '帮助', en: 'help' }, perform: ({ getState }) => getState().showHelp(true) },
  { verb: 'quit', title: { zh: '退出', en: 'quit' }, perform: ({ getState }) => getState().leave(0) },
];
