/** The key map: the one place that says which key does what where. The hint line and the help screen are printed from it. */
import type { Language } from '../language.ts';

/** Where a person is, as far as keys go. */
export type Where =
  | 'overview'
  | 'stays'
  | 'groups'
  | 'departments'
  | 'rows'
  | 'scenarios'
  | 'parameters'
  | 'derived'
  | 'answer'
  | 'stay'
  | 'help'
  | 'typing'
  | 'loading';

export type Action =
  | 'down'
  | 'up'
  | 'left'
  | 'right'
  | 'pageDown'
  | 'pageUp'
  | 'halfDown'
  | 'halfUp'
  | 'first'
  | 'last'
  | 'open'
  | 'back'
  | 'before'
  | 'filter'
  | 'sort'
  | 'alsoSort'
  | 'nextScenario'
  | 'previousScenario'
  | 'nextDimension'
  | 'previousDimension'
  | 'overview'
  | 'stays'
  | 'groups'
  | 'departments'
  | 'scenarios'
  | 'nextScreen'
  | 'language'
  | 'help'
  | 'closeHelp'
  | 'quit'
  | 'interrupt'
  | 'keep'
  | 'cancel'
  | 'erase'
  | 'eraseAll';

type Words = Readonly<Record<Language, string>>;
export type Binding = {
  readonly keys: readonly string[];
  readonly action: Action;
  readonly where: readonly Where[];
  readonly does: Words;
  /** Short words of the hint line; a binding without them is only in the help. */
  readonly hint?: Words;
};

const tables: readonly Where[] = ['overview', 'stays', 'groups', 'departments', 'rows', 'scenarios', 'parameters', 'derived', 'answer'];
const screens: readonly Where[] = [...tables, 'stay'];
const withHelp: readonly Where[] = [...screens, 'help'];

export const keyMap: readonly Binding[] = [
  {
    keys: ['enter'],
    action: 'open',
    where: ['overview'],
    does: { zh: '打开这个科室', en: 'open this department' },
    hint: { zh: '打开科室', en: 'open' },
  },
  {
    keys: ['enter'],
    action: 'open',
    where: ['stays'],
    does: { zh: '打开这份病例：为什么', en: 'open this stay: why' },
    hint: { zh: '为什么', en: 'why' },
  },
  {
    keys: ['enter'],
    action: 'open',
    where: ['scenarios', 'groups', 'departments', 'rows', 'derived'],
    does: { zh: '打开这一行', en: 'open this row' },
    hint: { zh: '打开', en: 'open' },
  },
  {
    keys: ['esc'],
    action: 'back',
    where: screens,
    does: { zh: '清除筛选，或返回上一级', en: 'clear filter or back' },
    hint: { zh: '返回', en: 'back' },
  },
  { keys: ['down', 'j'], action: 'down', where: tables, does: { zh: '下一行', en: 'next row' } },
  { keys: ['up', 'k'], action: 'up', where: tables, does: { zh: '上一行', en: 'previous row' } },
  { keys: ['down', 'j'], action: 'down', where: ['stay'], does: { zh: '下一份病例', en: 'next stay' }, hint: { zh: '下一份', en: 'next' } },
  {
    keys: ['up', 'k'],
    action: 'up',
    where: ['stay'],
    does: { zh: '上一份病例', en: 'previous stay' },
    hint: { zh: '上一份', en: 'previous' },
  },
  { keys: ['down', 'j'], action: 'down', where: ['help'], does: { zh: '向下', en: 'down' } },
  { keys: ['up', 'k'], action: 'up', where: ['help'], does: { zh: '向上', en: 'up' } },
  { keys: ['right', 'l'], action: 'right', where: tables, does: { zh: '右一列', en: 'column to the right' } },
  { keys: ['left', 'h'], action: 'left', where: tables, does: { zh: '左一列', en: 'column to the left' } },
  { keys: ['ctrl-d'], action: 'halfDown', where: withHelp, does: { zh: '下半页', en: 'half a page down' } },
  { keys: ['ctrl-u'], action: 'halfUp', where: withHelp, does: { zh: '上半页', en: 'half a page up' } },
  { keys: ['pagedown', 'ctrl-f', ' '], action: 'pageDown', where: withHelp, does: { zh: '下一页', en: 'page down' } },
  { keys: ['pageup', 'ctrl-b'], action: 'pageUp', where: withHelp, does: { zh: '上一页', en: 'page up' } },
  { keys: ['g', 'home'], action: 'first', where: withHelp, does: { zh: '到开头', en: 'to the beginning' } },
  { keys: ['G', 'end'], action: 'last', where: withHelp, does: { zh: '到末尾', en: 'to the end' } },
  {
    keys: ['/'],
    action: 'filter',
    where: tables,
    does: { zh: '筛选；! 开头则取反', en: 'filter; ! first inverts' },
    hint: { zh: '筛选', en: 'filter' },
  },
  {
    keys: ['s'],
    action: 'sort',
    where: tables,
    does: { zh: '按本列排序，再按换方向', en: 'sort by column; turn' },
    hint: { zh: '排序', en: 'sort' },
  },
  { keys: ['S'], action: 'alsoSort', where: tables, does: { zh: '再按本列排序（多键）', en: 'sort by column as well' } },
  { keys: ['-'], action: 'before', where: screens, does: { zh: '回到刚才的画面', en: 'where I was before' } },
  {
    keys: ['p', ']'],
    action: 'nextScenario',
    where: screens,
    does: { zh: '换下一个情景', en: 'next scenario' },
    hint: { zh: '换情景', en: 'scenario' },
  },
  { keys: ['['], action: 'previousScenario', where: screens, does: { zh: '换上一个情景', en: 'previous scenario' } },
  {
    keys: ['d'],
    action: 'nextDimension',
    where: ['scenarios', 'rows'],
    does: { zh: '换维度：科室、病组 …', en: 'next dimension' },
    hint: { zh: '换维度', en: 'dimension' },
  },
  { keys: ['D'], action: 'previousDimension', where: ['scenarios', 'rows'], does: { zh: '换回上一个维度', en: 'previous dimension' } },
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

export const actionOf = (key: string, where: Where): Action | undefined =>
  keyMap.find(binding => binding.keys.includes(key) && binding.where.includes(where))?.action;

const keyNames: Readonly<Record<string, string>> = {
  down: '↓',
  up: '↑',
  left: '←',
  right: '→',
  enter: '↵',
  esc: 'Esc',
  tab: 'Tab',
  home: 'Home',
  end: 'End',
  pagedown: 'PgDn',
  pageup: 'PgUp',
  backspace: 'Backspace',
  ' ': 'Space',
};

/** `ctrl-d` -> `^D`, as people write it. */
export const keyName = (key: string): string => keyNames[key] ?? (key.startsWith('ctrl-') ? `^${key.slice(5).toUpperCase()}` : key);
