/** Keys of the shell: the screens by number, language, help, the text field, the way out. */
import { type Binding, screens, withHelp } from './binding.ts';

export const shellKeys: readonly Binding[] = [
  { keys: ['1'], action: 'overview', where: withHelp, does: { zh: '总览', en: 'overview' } },
  { keys: ['2'], action: 'stays', where: withHelp, does: { zh: '病例', en: 'stays' } },
  { keys: ['3'], action: 'groups', where: withHelp, does: { zh: '病组', en: 'groups' } },
  { keys: ['4'], action: 'departments', where: withHelp, does: { zh: '科室', en: 'departments' } },
  { keys: ['5'], action: 'scenarios', where: withHelp, does: { zh: '情景', en: 'scenarios' } },
  { keys: ['tab'], action: 'nextScreen', where: screens, does: { zh: '下一个画面', en: 'next screen' } },
  { keys: ['L'], action: 'language', where: withHelp, does: { zh: '换成英文', en: 'switch to Chinese' } },
  { keys: ['?'], action: 'help', where: screens, does: { zh: '帮助', en: 'help' }, hint: { zh: '帮助', en: 'help' } },
  {
    keys: ['esc', 'q', '?'],
    action: 'closeHelp',
    where: ['help'],
    does: { zh: '关闭帮助', en: 'close the help' },
    hint: { zh: '关闭帮助', en: 'close' },
  },
  { keys: ['enter'], action: 'keep', where: ['typing'], does: { zh: '保留筛选', en: 'keep the filter' }, hint: { zh: '保留', en: 'keep' } },
  {
    keys: ['esc'],
    action: 'cancel',
    where: ['typing'],
    does: { zh: '取消，恢复原来的筛选', en: 'cancel the typing' },
    hint: { zh: '取消', en: 'cancel' },
  },
  { keys: ['backspace'], action: 'erase', where: ['typing'], does: { zh: '删去一个字', en: 'erase a character' } },
  { keys: ['ctrl-u'], action: 'eraseAll', where: ['typing'], does: { zh: '全部删去', en: 'erase all' } },
  { keys: ['q'], action: 'quit', where: [...screens, 'loading'], does: { zh: '退出', en: 'quit' }, hint: { zh: '退出', en: 'quit' } },
  { keys: ['esc'], action: 'quit', where: ['loading'], does: { zh: '取消载入', en: 'cancel loading' }, hint: { zh: '取消', en: 'cancel' } },
  { keys: ['ctrl-c'], action: 'interrupt', where: [...withHelp, 'typing', 'loading'], does: { zh: '立即退出', en: 'leave at once' } },
];
