/** A workspace file in words: what is in it, what was done to it, and whether it is sound. */
import type { Text } from '../errors.ts';
import type { Language } from '../language.ts';
import { count, yuan } from './format.ts';
import { printable } from './printable.ts';
import { textTable } from './text-table.ts';

export type WorkspaceView = {
  readonly file: string;
  readonly rows: number;
  readonly stays: number;
  readonly total: number;
  readonly loads: readonly {
    readonly load: number;
    readonly at: string;
    readonly state: 'in_force' | 'undone';
    readonly files: readonly { readonly name: string; readonly read: number; readonly loaded: number; readonly refused: number }[];
    readonly rows: number;
    readonly lines: number;
  }[];
  readonly months: readonly {
    readonly month: string;
    readonly stays: number;
    readonly total: number;
    readonly closed: string | undefined;
  }[];
  readonly closed: readonly string[];
  readonly encrypted: boolean;
  readonly identifiers: boolean;
  readonly waiting: number;
};

export function workspaceText(view: WorkspaceView, language: Language): string {
  const { loads, months, encrypted, identifiers, waiting } = view;
  const zh = language === 'zh';
  const loadTable = textTable({
    columns: zh
      ? [right('载入'), left('时间'), left('状态'), left('文件'), right('行'), right('明细')]
      : [right('load'), left('at'), left('state'), left('files'), right('rows'), right('lines')],
    rows: loads.map(({ load, at, state, files, rows, lines }) => [
      ...[String(load), at, states[language][state], printable(files.map(({ name }) => name).join(' + '))],
      ...[count(rows), count(lines)],
    ]),
    footer: [],
  });
  const monthTable = textTable({
    columns: zh
      ? [left('出院月份'), right('例'), right('总费用（元）'), left('关账')]
      : [left('month'), right('stays'), right('total (yuan)'), left('closed')],
    rows: months.map(({ month, stays, total, closed }) => [month || '–', count(stays), yuan(total), closed ?? '']),
    footer: [],
  });
  return [
    `${answer(view, language)}${encrypted ? (zh ? '文件已加密。' : ' The file is encrypted.') : ''}`,
    ...(identifiers
      ? [zh ? '含标识：按要求保留了姓名或编号，请妥善保管。' : 'With identifiers: names or numbers were kept as asked.']
      : []),
    ...(waiting > 0
      ? [
          zh
            ? `${count(waiting)} 行费用明细的病例不在用：随其载入恢复。`
            : `Item lines whose stay is in no load in force: ${count(waiting)}; they come back with its load.`,
        ]
      : []),
    '',
    loadTable,
    '',
    monthTable,
    '',
  ].join('\n');
}

function answer({ rows, stays, total, loads, months, closed }: WorkspaceView, language: Language): string {
  const inForce = loads.filter(({ state }) => state === 'in_force').length;
  const named = months.flatMap(({ month, stays: own }) => (month === '' || own === 0 ? [] : [month]));
  const undone = loads.length - inForce;
  if (language === 'zh') {
    const period = named.length === 0 ? '' : `，出院 ${named[0]} 至 ${named.at(-1)}`;
    const shut = closed.length === 0 ? '没有关账的月份' : `已关账 ${closed.join('、')}`;
    const left = undone === 0 ? '' : `（另 ${undone} 次已撤销）`;
    return `${inForce} 次载入在用${left}：${count(rows)} 行，合 ${count(stays)} 例，总费用 ${yuan(total)} 元${period}；${shut}。`;
  }
  const period = named.length === 0 ? '' : `, discharged ${named[0]} to ${named.at(-1)}`;
  const shut = closed.length === 0 ? 'no month is closed' : `closed: ${closed.join(', ')}`;
  const left = undone === 0 ? '' : ` (${undone} undone)`;
  return `Loads in force: ${inForce}${left}; ${count(rows)} rows, ${count(stays)} stays, total ${yuan(total)} yuan${period}; ${shut}.`;
}

const states = { zh: { in_force: '在用', undone: '已撤销' }, en: { in_force: 'in force', undone: 'undone' } };

export type LogView = readonly { readonly at: string; readonly what: string; readonly details: string }[];

/** The log with what each step did, the last entry at the bottom. */
export function workspaceLogText(log: LogView, language: Language): string {
  const zh = language === 'zh';
  return `${textTable({
    columns: zh
      ? [right('条'), left('时间'), left('做了什么'), { head: '结果', align: 'left', widest: 100 }]
      : [right('entry'), left('at'), left('what'), { head: 'result', align: 'left', widest: 100 }],
    rows: log.map(({ at, what, details }, i) => [
      String(i + 1),
      at,
      deedWords[language][what] ?? what,
      printable(resultOf(details, language)),
    ]),
    footer: [],
  })}\n`;
}

const deedWords: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { load: '载入', undo: '撤销', restore: '恢复', close: '关账', reopen: '重新打开', migrate: '由旧格式转来' },
  en: { load: 'load', undo: 'undo', restore: 'restore', close: 'close', reopen: 'reopen', migrate: 'from an older format' },
};

export type StepCounts = {
  readonly load: number;
  readonly added: number;
  readonly corrected: number;
  readonly removed: number;
  readonly unchanged: number;
};

function resultOf(details: string, language: Language): string {
  const read = JSON.parse(details) as Partial<StepCounts> & LogDetails;
  if (read.month !== undefined) return [read.month, read.reason ?? ''].join(' ').trim();
  if (read.load === undefined) return '';
  const { load, added, corrected, removed, unchanged } = read;
  if (added === undefined) return language === 'zh' ? `第 ${load} 次载入` : `load ${load}`;
  const done = stepText({ load, added, corrected: corrected ?? 0, removed: removed ?? 0, unchanged: unchanged ?? 0 }, language);
  return read.identifiers ? `${done}${language === 'zh' ? '，含标识' : ', with identifiers'}` : done;
}

type LogDetails = { readonly month?: string; readonly reason?: string; readonly identifiers?: boolean };

/** Papers: settlements and lists as they were read, before the papers of a stay are joined. */
export const stepText = ({ load, added, corrected, removed, unchanged }: StepCounts, language: Language): string =>
  language === 'zh'
    ? `第 ${load} 次载入：新增 ${count(added)} 行，更正 ${count(corrected)} 行，移出 ${count(removed)} 行，原样重复 ${count(unchanged)} 行`
    : `load ${load}: ${count(added)} rows added, ${count(corrected)} corrected, ${count(removed)} removed, ${count(unchanged)} the same as before`;

type Now = { readonly now: Pick<WorkspaceView, 'stays' | 'total'>; readonly language: Language };

/** What an undo or a restore did, and what the loads in force come to now. */
export function redoneText(step: 'undo' | 'restore', counts: StepCounts, { now: { stays, total }, language }: Now): string {
  return language === 'zh'
    ? `已${deedWords.zh[step]}${stepText(counts, 'zh')}；现有 ${count(stays)} 例，总费用 ${yuan(total)} 元`
    : `${step === 'undo' ? 'undone' : 'restored'} ${stepText(counts, 'en')}; now ${count(stays)} stays, total ${yuan(total)} yuan`;
}

export type VerdictView = {
  readonly version: number;
  readonly passed: readonly string[];
  readonly wrong: { readonly check: string; readonly what: Text } | undefined;
  readonly loads: number;
  readonly entries: number;
  readonly held?: { readonly stays: number; readonly groupings: number; readonly payments: number } | undefined;
};

export function verdictText({ passed, wrong, loads, entries, version, held }: VerdictView, language: Language): string {
  const zh = language === 'zh';
  const words = checkWords[language];
  const first = wrong
    ? zh
      ? `不符：${wrong.what.zh}`
      : `Not sound: ${wrong.what.en}`
    : zh
      ? `完好：格式 ${version}，${loads} 次载入，变更日志 ${entries} 条`
      : `Sound: format ${version}, ${loads} loads, ${entries} entries in the change log`;
  const lines = passed.map(check => `  ✓ ${words[check] ?? check}`);
  const holds = held && {
    zh: `  ${count(held.stays)} 例，${count(held.groupings)} 条分组，${count(held.payments)} 条支付`,
    en: `  ${count(held.stays)} stays, ${count(held.groupings)} groupings, ${count(held.payments)} payments`,
  };
  return [first, ...(holds ? [holds[language]] : []), ...lines, ...(wrong ? [`  ✗ ${words[wrong.check] ?? wrong.check}`] : []), ''].join(
    '\n',
  );
}

const checkWords: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    schema: '只有 casemix 写的表、视图和触发器',
    bytes: '文件的每一个字节（校验和）',
    pages: 'SQLite 的页',
    log: '变更日志的链',
    loads: '每次载入的数据（校验和）',
    state: '载入和关账与变更日志一致',
    changes: '更正明细与变更日志一致',
    tables: '表的每一格都由在用的载入算出',
  },
  en: {
    schema: 'no tables, views or triggers but those of casemix',
    bytes: 'every byte of the file (hash)',
    pages: 'the pages of SQLite',
    log: 'the chain of the change log',
    loads: 'the data of every load (hash)',
    state: 'loads and closed months agree with the change log',
    changes: 'corrected fields agree with the change log',
    tables: 'every cell of the tables follows from the loads in force',
  },
};

const left = (head: string) => ({ head, align: 'left' as const });
const right = (head: string) => ({ head, align: 'right' as const });
