import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../src/stay/questions.ts';
import { answerOf } from '../../src/ui/answers.ts';
import { commandOf } from '../../src/ui/export/command.ts';
import { stepsTo } from '../../src/ui/export/steps-to.ts';
import { readLog } from '../../src/ui/log/read-log.ts';
import { writtenLog } from '../../src/ui/log/written-log.ts';
import { perform } from '../../src/ui/perform.ts';
import { sourceLines } from '../../src/ui/screens/source-lines.ts';
import { currentStay } from '../../src/ui/screens/stay-lines.ts';
import { questionsOfDesk, questionsWork } from '../../src/ui/sheets/questions-sheet.ts';
import { penOf, sayOf, sheetOf, viewOf } from '../../src/ui/sheets/sheets.ts';
import { readStep } from '../../src/ui/step.ts';
import type { Workbench } from '../../src/ui/store/workbench.ts';
import { desk } from './data-desk.ts';
import { desk as unread } from './desk-fixture.ts';
import { type Drawing, frame, frameOf, open, type } from './frame.tsx';

const ENTER = '\r';
const ESC = '\u001b';
const at = (keys: string, drawing: Drawing = {}) => open({ desk, keys, ...drawing });
const walk = (store: Workbench) => store.getState().path.map(({ screen }) => screen);
const keysOf = (store: Workbench) => [...viewOf(store.getState()).shown].map(row => sheetOf(store.getState()).key(row));
const cells = (store: Workbench, row: number) => sheetOf(store.getState()).columns.map(column => column.text(row, 80));

describe('whole frames of 80 x 24', () => {
  it('the checks', () => {
    expect(frame({ desk, keys: '0' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） DRG 2.0（示例） 1总览 2病例 3病组 4科室 5情景[0数据]?
      ────────────────────────────────────────────────────────────────────────────────
        2 个文件共 12 行，载入 10 行，拒收 2 行，得 8 例；最要紧的是“缺主要诊断”2
        次；15 个问题中 5 个可以完整回答。

       检查                                                                       1/4
       ▸轻重  检查                      次数  处理       类别    涉及的列›
      ▌ 错误  缺主要诊断                   2  拒收 提示  完整性  主要诊断
        错误  金额无效                     1  拒收       有效性  总费用
        提醒  住院日与日期不符             3  提示       一致性  住院天数
        说明  同一次住院的多次结算合并     1  提示       一致性
        合计                               7









      ────────────────────────────────────────────────────────────────────────────────
        ↵ 看行  d 换表  Esc 返回  / 筛选  s 排序  u 撤销  : 命令  ? 帮助  q 退出
      "
    `);
  });

  it('the checks in English with no character outside ASCII but the data', () => {
    expect(frame({ desk, keys: '0', language: 'en', ascii: true })).toMatchInlineSnapshot(`
      "
       casemix Sample hospital (synthetic) DRG 2.0 (illustrative)   1 2 3 4 5[0Data]?
      --------------------------------------------------------------------------------
        Files: 2; rows read 12 = loaded 10 + refused 2; stays: 8; what matters most:
        "no principal diagnosis" (times: 2); questions answered in full: 5 of 15.

       Checks                                                                     1/4
       >Severity  Check                                         Times  Effect       >
      > error     no principal diagnosis                            2  refused noted
        error     amount not valid                                  1  refused
        warning   days differ from the dates                        3  noted
        info      several settlements of one stay put together      1  noted
        Total                                                       7









      --------------------------------------------------------------------------------
        Enter rows  d next table  Esc back  / filter  : command  ? help  q quit
      "
    `);
  });

  it('what a check found', () => {
    expect(frame({ desk, keys: `0${ENTER}` })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） DRG 2.0（示例） 1总览 2病例 3病组 4科室 5情景[0数据]?
      ── 数据 › 找到的行 ─────────────────────────────────────────────────────────────
        “缺主要诊断”共 2 次，都列在下面；其中 1 行有病例可看。

       “缺主要诊断”找到的行                                                       1/2
       ▸行号  文件       涉及的列  内容（遮盖）  处理  病例号
      ▌    9  stays.csv  主要诊断                拒收
          11  stays.csv  主要诊断                提示  S0000008













      ────────────────────────────────────────────────────────────────────────────────
        ↵ 看病例  Esc 返回  / 筛选  s 排序  u 撤销  e 导出  : 命令  ? 帮助  q 退出
      "
    `);
  });

  it('the questions', () => {
    expect(frame({ desk, keys: '0ddd', language: 'en' })).toMatchInlineSnapshot(`
      "
       casemix Sample hospital (synthetic) DRG 2.0 (illustrative)   1 2 3 4 5[0Data]?
      ── Data › Questions ────────────────────────────────────────────────────────────
        Of 15 questions 5 can be answered in full, 4 in part, 6 not; lacking most
        often: pool fund.

       Questions                                                                 1/15
       ▸Question                              Answered  With data  Lacks
      ▌ DRG grouping                          yes               8
        newborns and age groups               partly            8  weight of newborns
        settlement by fee for service         partly            8  pool fund
        settlement by DRG                     yes               8
        margin of the hospital                no                0  pool fund
        fund and patient shares               no                0  pool fund
        departments                           yes               8
        doctors                               yes               8
        length of stay and time index         yes               8
        trend by month                        no                0  date of discharge
        structure of charges                  no                0  charge categories
        re-admissions                         no                0  record number, da…
        monitoring of item lines              partly            2  item lines, date …

      ────────────────────────────────────────────────────────────────────────────────
        d next table  Esc back  / filter  s sort  u undo  : command  ? help  q quit
      "
    `);
  });
});

describe('the tables of the data', () => {
  it('hold the gravest check first, what kept rows out before what did not, then the most frequent', () => {
    const store = at('0');
    expect(keysOf(store)).toEqual(['principal_missing', 'amount_invalid', 'days_differ', 'settlements_joined']);
    expect(cells(store, 0)).toEqual(['错误', '缺主要诊断', '2', '拒收 提示', '完整性', '主要诊断', 'principal_missing']);
  });

  it('account for every row of every file', () => {
    const store = at('0d');
    expect([0, 1].map(row => cells(store, row))).toEqual([
      ['stays.csv', '10', '8', '2', '病例', 'text', 'UTF-8', 'casemix 75%', '1', 'ab'.repeat(6)],
      ['bills.csv', '2', '2', '0', '结算', 'xlsx', 'gb18030', 'setl-extract 50% 未核对', '3', 'cd'.repeat(6)],
    ]);
    expect(answerOf(store.getState())).toBe('2 个文件共 12 行，载入 10 行，拒收 2 行，得 8 例；1 个文件的布局未核对。');
  });

  it('list every column of every file with what became of it', () => {
    const store = at('0dd');
    expect([...sheetOf(store.getState()).columns.keys()].length).toBe(4);
    expect(Array.from({ length: 9 }, (_, row) => cells(store, row).join(' '))).toEqual([
      '主要诊断 dx 已读取 stays.csv',
      '其他诊断 dx 已读取 stays.csv',
      '总费用 total 已读取 stays.csv',
      '住院天数 days 已读取 stays.csv',
      '住院天数 admitted 已读取 stays.csv',
      '备注  不认识 stays.csv',
      '姓名  涉及个人，不读 stays.csv',
      '身份证号  涉及个人，不读 stays.csv',
      '总费用 total 已读取 bills.csv',
    ]);
    // 住院天数 is read as two things and is one column: 4 of stays.csv and 1 of bills.csv are read
    expect(answerOf(store.getState())).toBe('2 个文件共 8 列：读取 5 列，0 列只用于检查或不用，2 列涉及个人不读，1 列不认识。');
  });

  it('say that nothing was found instead of showing an empty table', () => {
    const clean = { ...desk, findings: { list: [], counts: {}, listedPerRule: 100 } };
    const shown = frameOf(open({ desk: clean, keys: '0' })).join('\n');
    expect(shown.replace(/\n */g, '')).toContain('检查没有发现问题');
    expect(shown).not.toMatch(/轻重|没有行/);
  });

  it('say that remarks alone are no errors', () => {
    const remarked = { ...desk, findings: { ...desk.findings, counts: { settlements_joined: 1 } } };
    expect(answerOf(open({ desk: remarked, keys: '0' }).getState())).toContain('；没有错误和提醒；');
  });

  it('say where nobody knows how the columns were read', () => {
    expect(frameOf(open({ desk: unread, keys: '0dd' })).join('\n')).toContain('没有保存这些文件的列是怎样读的。');
  });
});

describe('keys', () => {
  it('d goes through the tables and around, D back', () => {
    const store = at('0');
    const seen = ['d', 'd', 'd', 'd', 'D', 'D'].map(key => {
      type(store, key);
      return walk(store).join('/');
    });
    expect(seen).toEqual(['data/files', 'data/columns', 'data/questions', 'data', 'data/questions', 'data/columns']);
  });

  it('Esc walks back to the checks, - to the table before', () => {
    const store = at(`0${ENTER}`);
    type(store, ESC);
    const back = walk(store);
    type(store, '-');
    expect([back, walk(store)]).toEqual([['data'], ['data', 'found']]);
  });

  it('no scenario matters here', () => {
    const before = at('0').getState().scenario;
    expect(['0p', '0d]', `0${ENTER}[`].map(keys => at(keys).getState().scenario)).toEqual([before, before, before]);
    expect(frameOf(at('0')).at(-2)).not.toContain('情景');
  });

  it('by refuses what is no table of the data', async () => {
    await expect(perform(at('0'), readStep('by=group'))).rejects.toMatchObject({ code: 'STEP_INVALID' });
    await expect(perform(at('5'), readStep('by=files'))).rejects.toMatchObject({ code: 'STEP_INVALID' });
  });
});

describe('what a check found leads to its stay', () => {
  const stayAfter = (keys: string) => currentStay(at(keys).getState());

  it.each([
    // principal_missing: stays.csv:9 was refused, stays.csv:11 is the eighth stay
    [`0${ENTER}j${ENTER}`, 7],
    // days_differ: stays.csv:4 and 5 are the third and the fourth
    [`0jj${ENTER}${ENTER}`, 2],
    [`0jj${ENTER}${ENTER}j`, 3],
    // and there is no further one
    [`0jj${ENTER}${ENTER}jj`, 3],
    // going up from the eighth there is only the row that was refused
    [`0${ENTER}j${ENTER}k`, 7],
    // a settlement leads to the stay it was put into
    [`0jjj${ENTER}${ENTER}`, 0],
  ])('%j opens stay %d', (keys, stay) => {
    expect(stayAfter(keys)).toBe(stay);
  });

  it('says that a refused row became none', () => {
    const store = at(`0${ENTER}${ENTER}`);
    expect([walk(store), store.getState().message]).toEqual([['data', 'found'], { text: '这一行没有载入，没有病例可看', tone: 'warning' }]);
  });

  it('counts what it lists and what opens', () => {
    expect(answerOf(at(`0${ENTER}`).getState())).toBe('“缺主要诊断”共 2 次，都列在下面；其中 1 行有病例可看。');
    expect(answerOf(at(`0jj${ENTER}`).getState())).toBe('“住院日与日期不符”共 3 次，下面是前 2 次；其中 2 行有病例可看。');
  });

  it('opens no stay where two files have one name: nobody knows which row is meant', () => {
    const [first, second] = desk.stays.files;
    const twins = { ...desk, stays: { ...desk.stays, files: [first!, { ...second!, name: 'stays.csv' }] } };
    expect(currentStay(open({ desk: twins, keys: `0jj${ENTER}${ENTER}` }).getState())).toBeUndefined();
  });
});

describe('the steps that lead there', () => {
  it.each([
    ['0', 'casemix view data'],
    ['0d', 'casemix view data by=files'],
    [`0ddd/能${ENTER}s`, 'casemix view data by=questions filter=能 sort=question'],
    [`0jj${ENTER}`, 'casemix view data open=days_differ'],
    [`0jj${ENTER}j${ENTER}`, "casemix view data open=days_differ 'open=#2'"],
  ])('%j: %s', async (keys, wanted) => {
    const here = at(keys);
    expect(commandOf(here.getState(), '')).toBe(wanted);
    const there = at('');
    for (const one of stepsTo(here.getState())) await perform(there, one);
    expect([walk(there), keysOf(there)]).toEqual([walk(here), keysOf(here)]);
  });

  it('are logged without the stay they lead to', () => {
    const steps = (keys: string) => readLog(writtenLog(at(keys).getState()), 'log.yaml').steps.map(({ verb, value }) => `${verb}=${value}`);
    expect(steps(`0d`)).toEqual(['go=data', 'by=files']);
    expect(steps(`0jj${ENTER}j${ENTER}`)).toEqual(['go=data', 'open=days_differ', 'open=#2']);
    // S0000003 is a stay: the filter is left out
    expect(steps(`0jj${ENTER}/S0000003${ENTER}`)).toEqual(['go=data', 'open=days_differ', 'filter=undefined']);
  });
});

describe('many stays', () => {
  const many = { ...desk, stays: { ...desk.stays, count: 20_001 } };

  it('are counted between key presses: until then the questions stand there without answers', () => {
    expect(questionsOfDesk(many)).toBeUndefined();
    const shown = { ...at('0ddd').getState(), desk: many };
    expect([answerOf(shown), viewOf(shown).of.count]).toEqual(['正在数每个问题有多少病例可以回答 …', 15]);
    const work = questionsWork(many)!;
    const shares: number[] = [];
    for (let turn = work.next(); !turn.done; turn = work.next()) shares.push(turn.value);
    expect([shares.length > 20, questionsWork(many), questionsOfDesk(many)]).toEqual([true, undefined, questionsOf(many.stays)]);
  });
});

describe('where a stay came from', () => {
  const lines = (row: number, width = 80, language: 'zh' | 'en' = 'zh') => {
    const state = at('', { language }).getState();
    return sourceLines(desk.stays, row, { pen: penOf(state), say: sayOf(state), width }).map(spans =>
      spans.map(({ text }) => text).join(''),
    );
  };

  it('tells its bills, its item lines and what the insurer made of it', () => {
    expect(lines(0, 120)).toEqual([
      '  结算 3 笔  stays.csv:2 52,310.00 · bills.csv:2 1,000.00 对冲 · bills.csv:3 −1,000.00 对冲',
      '  费用明细 3 行 · 医保结果 IC19 权重 3.5 支付额 38,000.00',
    ]);
  });

  it('tells whole bills only', () => {
    expect(lines(0, 80, 'en')[0]).toBe('  Settlements 3  stays.csv:2 52,310.00 · bills.csv:2 1,000.00 netted ...');
  });

  it('has no line for what is as everywhere, and one for item lines alone', () => {
    expect([lines(1), lines(2)]).toEqual([[], ['  费用明细 1 行']]);
  });

  it('stands on the screen of the stay', () => {
    expect(frameOf(at(`2${ENTER}`)).slice(3, 5)).toEqual([
      '  结算 3 笔  stays.csv:2 52,310.00 · bills.csv:2 1,000.00 对冲 等',
      '  费用明细 3 行 · 医保结果 IC19 权重 3.5 支付额 38,000.00',
    ]);
  });
});
