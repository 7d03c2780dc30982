import { describe, expect, it } from 'vitest';
import { stepJson, verdictJson, workspaceJson, workspaceLogJson } from '../../src/report/workspace-json.ts';
import { redoneText, stepText, verdictText, type WorkspaceView, workspaceLogText, workspaceText } from '../../src/report/workspace-text.ts';
import { mistakes } from './conforms.ts';

const at = '2026-01-02T03:04:05Z';
const file = (name: string) => ({ name, read: 3, loaded: 2, refused: 1 });
const view: WorkspaceView = {
  ...{ file: 'w.casemix', rows: 1_204, stays: 1_200, total: 123_456_789, encrypted: false, identifiers: false, waiting: 0 },
  loads: [
    { load: 1, at, state: 'in_force', files: [file('1月.csv')], rows: 1_204, lines: 0 },
    { load: 2, at, state: 'undone', files: [file('2月.csv'), file('3月.csv')], rows: 7, lines: 20 },
  ],
  months: [
    { month: '', stays: 1, total: 0, closed: undefined },
    { month: '2025-01', stays: 1_000, total: 100_000_000, closed: at },
    { month: '2025-02', stays: 199, total: 23_456_789, closed: undefined },
  ],
  closed: ['2025-01'],
};
const counts = { load: 2, added: 1_000, corrected: 1, removed: 0, unchanged: 3 };
const log = [
  { at, what: 'load', details: JSON.stringify(counts) },
  { at, what: 'reopen', details: '{"month":"2025-01","reason":"补传"}' },
  { at, what: 'migrate', details: '{"load":1,"format":1}' },
];

describe('a workspace in words', () => {
  it('answers first, then shows loads and months', () => {
    expect(
      workspaceText(view, 'zh'),
    ).toBe(`1 次载入在用（另 1 次已撤销）：1,204 行，合 1,200 例，总费用 1,234,567.89 元，出院 2025-01 至 2025-02；已关账 2025-01。

载入  时间                  状态    文件                  行  明细
──────────────────────────────────────────────────────────────────
   1  2026-01-02T03:04:05Z  在用    1月.csv            1,204     0
   2  2026-01-02T03:04:05Z  已撤销  2月.csv + 3月.csv      7    20

出院月份     例  总费用（元）  关账
───────────────────────────────────────────────────
–             1          0.00
2025-01   1,000  1,000,000.00  2026-01-02T03:04:05Z
2025-02     199    234,567.89
`);
  });

  it('says in English what it says in Chinese', () => {
    expect(workspaceText({ ...view, months: [], loads: [], closed: [], encrypted: true }, 'en').split('\n')[0]).toBe(
      'Loads in force: 0; 1,204 rows, 1,200 stays, total 1,234,567.89 yuan; no month is closed. The file is encrypted.',
    );
  });

  it('says that it holds identifiers, and that lines wait, before anything else', () => {
    const held = { ...view, identifiers: true, waiting: 1_000 };
    expect([workspaceText(held, 'zh').split('\n').slice(1, 4), workspaceText(held, 'en').split('\n').slice(1, 4)]).toEqual([
      ['含标识：按要求保留了姓名或编号，请妥善保管。', '1,000 行费用明细的病例不在用：随其载入恢复。', ''],
      [
        'With identifiers: names or numbers were kept as asked.',
        'Item lines whose stay is in no load in force: 1,000; they come back with its load.',
        '',
      ],
    ]);
    expect(workspaceLogText([{ at, what: 'load', details: JSON.stringify({ ...counts, identifiers: true }) }], 'en')).toContain(
      '3 the same as before, with identifiers',
    );
  });

  it('tells a step and the log', () => {
    expect([stepText(counts, 'zh'), stepText(counts, 'en')]).toEqual([
      '第 2 次载入：新增 1,000 行，更正 1 行，移出 0 行，原样重复 3 行',
      'load 2: 1,000 rows added, 1 corrected, 0 removed, 3 the same as before',
    ]);
    const now = { stays: 12, total: 1_234_567 };
    expect([redoneText('undo', counts, { now, language: 'zh' }), redoneText('restore', counts, { now, language: 'en' })]).toEqual([
      '已撤销第 2 次载入：新增 1,000 行，更正 1 行，移出 0 行，原样重复 3 行；现有 12 例，总费用 12,345.67 元',
      'restored load 2: 1,000 rows added, 1 corrected, 0 removed, 3 the same as before; now 12 stays, total 12,345.67 yuan',
    ]);
    expect(workspaceLogText(log, 'zh').split('\n').slice(2)).toEqual([
      ' 1  2026-01-02T03:04:05Z  载入          第 2 次载入：新增 1,000 行，更正 1 行，移出 0 行，原样重复 3 行',
      ' 2  2026-01-02T03:04:05Z  重新打开      2025-01 补传',
      ' 3  2026-01-02T03:04:05Z  由旧格式转来  第 1 次载入',
      '',
    ]);
  });

  it('gives a verdict with the first thing that is wrong', () => {
    const verdict = { version: 2, passed: ['schema'], wrong: undefined, loads: 3, entries: 4 };
    const wrong = { check: 'bytes', what: { zh: '文件的校验和不符', en: 'the hash' } };
    expect([verdictText(verdict, 'zh'), verdictText({ ...verdict, wrong }, 'zh')]).toEqual([
      '完好：格式 2，3 次载入，变更日志 4 条\n  ✓ 只有 casemix 写的表、视图和触发器\n',
      '不符：文件的校验和不符\n  ✓ 只有 casemix 写的表、视图和触发器\n  ✗ 文件的每一个字节（校验和）\n',
    ]);
    expect(verdictText({ ...verdict, held: { stays: 1_000, groupings: 2_000, payments: 3_000 } }, 'en').split('\n')[1]).toBe(
      '  1,000 stays, 2,000 groupings, 3,000 payments',
    );
  });
});

it('as JSON keeps to the schema', () => {
  const verdict = { file: 'w', version: 2, passed: ['schema', 'bytes'], wrong: undefined, loads: 1, entries: 1 };
  const wrong = { check: 'pages', what: { zh: '坏', en: 'bad' } };
  expect([
    mistakes(workspaceJson(view), 'workspace'),
    mistakes(workspaceLogJson('w', log), 'workspace', 'log'),
    mistakes(stepJson('w', counts), 'workspace', 'step'),
    mistakes({ schemaVersion: 1, file: 'w', closed: ['2025-01'] }, 'workspace', 'closed'),
    mistakes(verdictJson(verdict), 'workspace', 'verdict'),
    mistakes(verdictJson({ ...verdict, wrong }), 'workspace', 'verdict'),
    mistakes(verdictJson({ ...verdict, held: { stays: 1, groupings: 2, payments: 3 } }), 'workspace', 'verdict'),
  ]).toEqual([[], [], [], [], [], [], []]);
});
