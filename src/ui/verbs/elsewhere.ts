/** Commands of the line that have no screen: they are found here too, and say how they are given. */
import { UserError } from '../../errors.ts';
import type { Verb } from './verb.ts';

export const elsewhere: readonly Verb[] = [
  ofTheLine('catalogue', { zh: '分组方案（命令行）', en: 'catalogues (command line)' }, 'catalogue list'),
  ofTheLine('policy', { zh: '支付政策（命令行）', en: 'policies (command line)' }, 'policy list'),
  ofTheLine('profile', { zh: '列布局（命令行）', en: 'column profiles (command line)' }, 'profile list'),
  ofTheLine('workspace', { zh: '工作区（命令行）', en: 'workspaces (command line)' }, 'workspace show FILE'),
  ofTheLine('verify', { zh: '核验（命令行）', en: 'verify (command line)' }, 'verify FILE'),
  ofTheLine('synth', { zh: '合成医院（命令行）', en: 'synthetic hospital (command line)' }, 'synth --stays 1000 --seed 1 -o DIR'),
  ofTheLine('special', { zh: '特例单议（命令行）', en: 'special cases (command line)' }, 'special FILE --policy P'),
  ofTheLine('clear', { zh: '年度清算（命令行）', en: 'clear a year (command line)' }, 'clear FILE --policy P --budget B'),
  ofTheLine('weights', { zh: '权重测算（命令行）', en: 'weights from history (command line)' }, 'weights HISTORY -o DIR'),
  ofTheLine('dip', { zh: '建立病种目录库（命令行）', en: 'build a DIP catalogue (command line)' }, 'dip build HISTORY -o DIR'),
  ofTheLine('replay', { zh: '重放操作日志（命令行）', en: 'replay a log (command line)' }, 'replay LOG'),
  ofTheLine('view', { zh: '打印视图（命令行）', en: 'print a view (command line)' }, 'view'),
];

function ofTheLine(verb: string, title: Verb['title'], example: string): Verb {
  return {
    verb,
    title,
    perform() {
      throw new UserError(
        'STEP_INVALID',
        { zh: `${verb} 没有画面`, en: `${verb} has no screen` },
        { hint: { zh: `在终端用 casemix ${example}`, en: `in a shell use casemix ${example}` } },
      );
    },
  };
}
