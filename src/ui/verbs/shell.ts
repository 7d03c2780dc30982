/** Verbs of the shell itself: language, theme, help, the way out, and the commands of the line under their own names. */
import { themes } from '../theme.ts';
import { elsewhere } from './elsewhere.ts';
import { explain } from './explain.ts';
import { badValue } from './mistakes.ts';
import type { Verb } from './verb.ts';

export const shell: readonly Verb[] = [
  {
    verb: 'language',
    title: { zh: '语言', en: 'language' },
    takes: { zh: 'zh en', en: 'zh en' },
    alias: ['lang'],
    complete: () => ['zh', 'en'],
    perform({ getState }, value) {
      if (value !== 'zh' && value !== 'en') throw badValue('language', value, { zh: '可用：zh、en', en: 'zh or en' });
      getState().speak(value);
    },
  },
  {
    verb: 'theme',
    title: { zh: '配色', en: 'theme' },
    takes: { zh: themes.join(' '), en: themes.join(' ') },
    complete: () => themes,
    perform({ getState }, value) {
      const theme = themes.find(name => name === value);
      if (!theme) throw badValue('theme', value, { zh: `可用：${themes.join('、')}`, en: `one of ${themes.join(', ')}` });
      getState().paint(theme);
    },
  },
  { verb: 'help', title: { zh: '帮助', en: 'help' }, perform: ({ getState }) => getState().showHelp(true) },
  explain,
  {
    verb: 'settle',
    title: { zh: '结算：每例的支付', en: 'payment of every stay' },
    perform: ({ getState }) => getState().goTo('stays'),
  },
  { verb: 'group', title: { zh: '分组：各病组', en: 'every group' }, perform: ({ getState }) => getState().goTo('groups') },
  { verb: 'demo', title: { zh: '主要结果', en: 'main results' }, perform: ({ getState }) => getState().goTo('overview') },
  ...elsewhere,
  { verb: 'quit', title: { zh: '退出', en: 'quit' }, alias: ['exit'], perform: ({ getState }) => getState().leave(0) },
];
