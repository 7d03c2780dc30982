import { describe, expect, it } from 'vitest';
import { attempt, perform } from '../../../src/ui/perform.ts';
import { sheetOf, viewOf } from '../../../src/ui/sheets/sheets.ts';
import { step } from '../../../src/ui/step.ts';
import type { Workbench } from '../../../src/ui/store/workbench.ts';
import { writtenFilter } from '../../../src/ui/table/written-filter.ts';
import { frame, frameOf, open, type } from '../frame.tsx';

const ENTER = '\r';
const ESC = '\u001b';

const walk = (store: Workbench) => store.getState().path.map(({ screen }) => screen);
const filters = (store: Workbench) => viewOf(store.getState()).spec.filters.map(writtenFilter);
const rows = (store: Workbench) => [...viewOf(store.getState()).shown];
/** The texts of some columns of every row shown. */
const cells = (store: Workbench, ...keys: readonly string[]) => {
  const { columns } = sheetOf(store.getState());
  return rows(store).map(row => keys.map(key => columns.find(one => one.key === key)?.text(row, 20)));
};

/** The frame of a pivot, asked for in the command line. */
const pivoted = (value: string) => `\n${frameOf(open({ keys: `2:pivot=${value}${ENTER}` })).join('\n')}\n`;

describe('whole frames of 80 x 24', () => {
  // 骨科 52,310 + 9,800 + 4,200 = 66,310.00, by 3 = 22,103.33; 心内科 41,600.50, by 3 = 13,866.83; 消化内科 41,500.00, by 2 = 20,750.00
  it('F: how often each department occurs, with its cost and margin', () => {
    expect(frame({ keys: '2lllF' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） DRG 2.0（示例） 1总览[2病例]3病组 4科室 5情景 0数据 ?
      ── 病例 › 频数 科室 ────────────────────────────────────────────────────────────
       科室的频数：3 个值 · 8 行（示例） · DRG 2.0                                1/3
       ▸科室         行数    占比                  总费用合计  总费用均值    差额合计›
      ▌ 骨科            3   37.5%  ██████████████   66,310.00   22,103.33  −10,096.15
        心内科          3   37.5%  ██████████████   41,600.50   13,866.83        0.00
        消化内科        2   25.0%  █████████▍       41,500.00   20,750.00  −20,000.00
        合计            8  100.0%                  149,410.50   18,676.31  −30,096.15













      ────────────────────────────────────────────────────────────────────────────────
        ↵ 打开  Esc 返回  / 筛选  s 排序  p 换情景  u 撤销  : 命令  ? 帮助  q 退出
      "
    `);
  });

  // ages 78, 45, 33, 66, 71, 59, 52 and 3 days; costs of 52 and 59: 40,000 + 2,000; of 71 and 78: 8,600.50 + 52,310 = 60,910.50
  it('F of a number nobody would type one by one: ranges, which hold their lower bound', () => {
    expect(frame({ keys: '2llF' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） DRG 2.0（示例） 1总览[2病例]3病组 4科室 5情景 0数据 ?
      ── 病例 › 频数 年龄 ────────────────────────────────────────────────────────────
       年龄的频数：6 段，含下限、不含上限 · 8 行（示例） · DRG 2.0                1/6
       ▸年龄（含下限）   行数    占比                          总费用合计  总费用均值›
      ▌ 0–10                1   12.5%  ███████████               1,500.00    1,500.00
        30–40               1   12.5%  ███████████               4,200.00    4,200.00
        40–50               1   12.5%  ███████████               9,800.00    9,800.00
        50–60               2   25.0%  ██████████████████████   42,000.00   21,000.00
        60–70               1   12.5%  ███████████              31,000.00   31,000.00
        70–80               2   25.0%  ██████████████████████   60,910.50   30,455.25
        合计                8  100.0%                          149,410.50   18,676.31










      ────────────────────────────────────────────────────────────────────────────────
        ↵ 打开  Esc 返回  / 筛选  s 排序  p 换情景  u 撤销  : 命令  ? 帮助  q 退出
      "
    `);
  });

  it('F in English with no character outside ASCII but the data', () => {
    expect(frame({ keys: '2lllF', language: 'en', ascii: true })).toMatchInlineSnapshot(`
      "
       casemix Sample hospital (synthetic) DRG 2.0 (illustrative)  1[2Stays]3 4 5 0 ?
      -- Stays > Frequency Department ------------------------------------------------
       Frequency of Department: 3 values - 8 rows (illustrative) - DRG 2.0        1/3
       >Department   Rows   Share                     Sum Cost  Mean Cost  Sum Margin>
      > 骨科            3   37.5%  ================  66,310.00  22,103.33  -10,096.15
        心内科          3   37.5%  ================  41,600.50  13,866.83        0.00
        消化内科        2   25.0%  ===========       41,500.00  20,750.00  -20,000.00
        Total           8  100.0%                   149,410.50  18,676.31  -30,096.15













      --------------------------------------------------------------------------------
        Enter open  Esc back  / filter  s sort  p scenario  : command  ? help  q quit
      "
    `);
  });

  // costs in order 1,500, 2,000, 4,200, 8,600.50, 9,800, 31,000, 40,000, 52,310: P25 at place 1.75 is 2,000 + 0.75 * 2,200 = 3,650.00,
  // the median (8,600.50 + 9,800) / 2 = 9,200.25; margins -20,000, -14,096.15, -1,000, -800, 0, 0, 1,000, 4,800: P25 -4,274.0375, median -400
  it('I: every column described', () => {
    expect(frame({ keys: '2I' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） DRG 2.0（示例） 1总览[2病例]3病组 4科室 5情景 0数据 ?
      ── 病例 › 描述 ─────────────────────────────────────────────────────────────────
       各列描述 · 8 行（示例） · DRG 2.0                                         1/15
       ▸列        种类    有值    缺失  不同值        最小        P25    中位数›
      ▌ 病例号    编号       8       0       8
        性别      文字       8       0       2
        年龄      数字       8       0       8         0.0       42.0      55.5
        科室      文字       8       0       3
        医生      文字       8       0       5
        天数      数字       8       0       8         1.0        2.8       5.0
        总费用    数字       8       0       8    1,500.00   3,650.00  9,200.25
        病组      文字       8       0       6
        权重      数字       7       1       5      0.9000     0.9300    0.9600
        支付标准  数字       7       1       5    9,000.00   9,300.25  9,600.50
        倍率      数字       7       1       7      0.2083     0.6813    1.0333
        类型      文字       8       0       4
        支付额    数字       8       0       7    1,500.00   7,250.00  9,300.25
        主要诊断  文字       8       0       7
        差额      数字       8       0       7  −20,000.00  −4,274.04   −400.00


      ────────────────────────────────────────────────────────────────────────────────
        ↵ 打开  Esc 返回  / 筛选  s 排序  p 换情景  u 撤销  : 命令  ? 帮助  q 退出
      "
    `);
  });

  it('I further to the right: means, upper quantiles and sums', () => {
    expect(frame({ keys: '2Illllllllllll', size: '120x24' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） 2025-01..02 · 8 例 · DRG 2.0 · wuhan（示例）            1总览[2病例]3病组 4科室 5情景 0数据 ?
      ── 病例 › 描述 ─────────────────────────────────────────────────────────────────────────────────────────────────────────
       各列描述 · 8 行（示例） · DRG 2.0                                                                                 1/15
        列      ‹   缺失  不同值        最小        P25    中位数       均值        P75        P90       最大       ▸合计›
      ▌ 病例号         0       8
        性别           0       2
        年龄           0       8         0.0       42.0      55.5       50.5       67.3       73.1       78.0
        科室           0       3
        医生           0       5
        天数           0       8         1.0        2.8       5.0        5.5        7.5        9.9       12.0
        总费用         0       8    1,500.00   3,650.00  9,200.25  18,676.31  33,250.00  43,693.00  52,310.00  149,410.50
        病组           0       6
        权重           1       5      0.9000     0.9300    0.9600     1.6366     2.0000     3.2945     3.7362
        支付标准       1       5    9,000.00   9,300.25  9,600.50  16,487.84  20,000.00  33,285.54  38,213.85  115,414.85
        倍率           1       7      0.2083     0.6813    1.0333     1.2946     1.2289     2.4213          4
        类型           0       4
        支付额         0       7    1,500.00   7,250.00  9,300.25  14,914.29  22,500.00  32,464.16  38,213.85  119,314.35
        主要诊断       0       7
        差额           0       7  −20,000.00  −4,274.04   −400.00  −3,762.02    +250.00  +2,140.00  +4,800.00  −30,096.15


      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        ↵ 打开  Esc 返回  / 筛选  s 排序  p 换情景  u 撤销  e 导出  y 复制为命令  : 命令  ? 帮助  q 退出
      "
    `);
  });

  // normal stays: 1, 2, 3 of 骨科, 4 and 5 of 心内科; low 6, high 7, unpriced 8
  it('pivot counts two columns', () => {
    expect(pivoted('department,band')).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） DRG 2.0（示例） 1总览[2病例]3病组 4科室 5情景 0数据 ?
      ── 病例 › 交叉表 科室 │ 类型 ───────────────────────────────────────────────────
       科室 × 类型：行数 · 8 行（示例） · DRG 2.0                                 1/3
       ▸科室        低倍率  高倍率  未定价    正常    合计
      ▌ 骨科                                     3       3
        消化内科                 1       1               2
        心内科           1                       2       3
        合计             1       1       1       5       8













      ────────────────────────────────────────────────────────────────────────────────
        ↵ 打开  Esc 返回  / 筛选  s 排序  p 换情景  u 撤销  : 命令  ? 帮助  q 退出
      "
    `);
  });

  it('pivot adds up the margin: a cell without stays is blank, one that neither gains nor loses is 0.00', () => {
    expect(pivoted('department,band,margin')).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） DRG 2.0（示例） 1总览[2病例]3病组 4科室 5情景 0数据 ?
      ── 病例 › 交叉表 科室 │ 类型 ───────────────────────────────────────────────────
       科室 × 类型：差额合计 · 8 行（示例） · DRG 2.0                             1/3
       ▸科室        低倍率      高倍率  未定价        正常        合计
      ▌ 骨科                                    −10,096.15  −10,096.15
        消化内科            −20,000.00    0.00              −20,000.00
        心内科        0.00                            0.00        0.00
        合计          0.00  −20,000.00    0.00  −10,096.15  −30,096.15













      ────────────────────────────────────────────────────────────────────────────────
        ↵ 打开  Esc 返回  / 筛选  s 排序  p 换情景  u 撤销  : 命令  ? 帮助  q 退出
      "
    `);
  });

  it('W asks for the other column', () => {
    expect(frame({ keys: '2lllW' })).toMatchInlineSnapshot(`
      "
       casemix 示范医院（合成） DRG 2.0（示例） 1总览[2病例]3病组 4科室 5情景 0数据 ?
      ────────────────────────────────────────────────────────────────────────────────
        8 例，总费用 14.94 万元，差额 −3.01 万元（−20.1%）；4 例亏损，占 50.0%。

       8 例（示例） · DRG 2.0                                                     1/8
        病例号    性别  年龄 ▸科室        医生    天数     总费用  病组 ›        差额
      ▌ S0000001  女      78  骨科        D001      12  52,310.00  IC29    −14,096.15
        S0000002  男      45  骨科        D001       6   9,800.00  IR29       −800.00
        S0000003  男      33  骨科        D002       4   4,200.00  IR29     +4,800.00
        S0000004  男      66  心内科      D003       7  31,000.00  FM19     −1,000.00
        S0000005  女      71  心内科      D003       9   8,600.50  FR25     +1,000.00
      ────────────────────────────────────────────────────────────────────────────────
        pivot=department,sex      性别
        pivot=department,doctor   医生
        pivot=department,drg      病组
        pivot=department,band     类型
        pivot=department,diagno…  主要诊断
        pivot=department,age      年龄
        pivot=department,days     天数
        pivot=department,total    总费用
        pivot=department,weight   权重
      ── ↵ 执行 · Tab 补全 · ↓ 选择 · Esc 关闭 ───────────────────────────────────────
       :pivot=department,
      "
    `);
  });
});

describe('derived tables and the keys of every table', () => {
  it('Enter on a value comes back to the stays that have it, with a filter that Esc removes', () => {
    const store = open({ keys: `2lllFj${ENTER}` });
    expect([walk(store), filters(store), rows(store)]).toEqual([['stays'], ['department=心内科'], [3, 4, 5]]);
    type(store, ESC);
    expect([walk(store), filters(store)]).toEqual([['stays'], []]);
  });

  it('Enter on a range asks for both of its bounds', () => {
    // ages 52 and 59 are stays 7 and 6
    const store = open({ keys: `2llFjjj${ENTER}` });
    expect([filters(store), rows(store)]).toEqual([
      ['age>=50', 'age<60'],
      [5, 6],
    ]);
  });

  it('Enter twice on the same value filters once', () => {
    const store = open({ keys: `2lllF${ENTER}F${ENTER}` });
    expect([filters(store), rows(store)]).toEqual([['department=骨科'], [0, 1, 2]]);
  });

  it('Enter on what is missing keeps the rows that have none', () => {
    // one stay has no price, and so no weight: 1 x 3.7362, 2 x 0.9, 1 x 3, 2 x 0.96, 1 x 1
    const store = open({ keys: '2llllllllF' });
    expect(cells(store, 'value', 'count')).toEqual([
      ['0.9000', '2'],
      ['0.9600', '2'],
      ['1.0000', '1'],
      ['3.0000', '1'],
      ['3.7362', '1'],
      ['（未填写）', '1'],
    ]);
    type(store, `G${ENTER}`);
    expect([filters(store), rows(store)]).toEqual([['weight='], [7]]);
  });

  it('counts only the rows shown, and says which', () => {
    // 骨科 is stays 1, 2, 3: D001 twice, D002 once
    const store = open({ keys: `2/骨科${ENTER}llllF` });
    expect([cells(store, 'value', 'count', 'share'), frameOf(store)[2]?.split('   ')[0]]).toEqual([
      [
        ['D001', '2', '66.7%'],
        ['D002', '1', '33.3%'],
      ],
      ' 医生的频数：2 个值 · 筛选 骨科 · 3 行（示例） · DRG 2.0',
    ]);
  });

  it('is filtered, sorted and counted like any other table', () => {
    const store = open({ keys: '2lllFlllllls' });
    // margins, largest first: 心内科 0.00, 骨科 -10,096.15, 消化内科 -20,000.00
    expect(cells(store, 'value', 'sum-margin')).toEqual([
      ['心内科', '0.00'],
      ['骨科', '−10,096.15'],
      ['消化内科', '−20,000.00'],
    ]);
    type(store, `/内科${ENTER}`);
    expect(cells(store, 'value')).toEqual([['心内科'], ['消化内科']]);
    // how many departments have three stays, how many two
    type(store, `${ESC}hhhhhF`);
    expect([walk(store), cells(store, 'value', 'count')]).toEqual([
      ['stays', 'frequency', 'frequency'],
      [
        ['3', '2'],
        ['2', '1'],
      ],
    ]);
  });

  it('is made anew under another scenario, on the same value', () => {
    const store = open({ keys: '2lllFj' });
    const value = () => cells(store, 'value', 'sum-margin')[viewOf(store.getState()).cursor];
    const before = value();
    type(store, '[');
    // DRG 1.1: 心内科 -1,000 + 500 + 0
    expect([before, value()]).toEqual([
      ['心内科', '0.00'],
      ['心内科', '−500.00'],
    ]);
    // and the stays it leads back to are those of DRG 1.1, of which the one under the cursor is the first
    type(store, ENTER);
    expect([filters(store), cells(store, 'margin')]).toEqual([['department=心内科'], [['−1,000.00'], ['+500.00'], ['0.00']]]);
  });

  it('speaks the other language at once', () => {
    const store = open({ keys: '2lllFL' });
    expect(sheetOf(store.getState()).columns.map(({ title }) => title)).toEqual([
      'Department',
      'Rows',
      'Share',
      '',
      'Sum Cost',
      'Mean Cost',
      'Sum Margin',
      'Mean Margin',
    ]);
  });

  it('from a description, Enter and F count the column of the row, and Enter there comes back to the stays', () => {
    const first = open({ keys: `2Ijjj${ENTER}` });
    const second = open({ keys: '2IjjjF' });
    expect([walk(first), cells(first, 'value', 'count')]).toEqual([
      ['stays', 'describe', 'frequency'],
      [
        ['骨科', '3'],
        ['心内科', '3'],
        ['消化内科', '2'],
      ],
    ]);
    expect(cells(second, 'value', 'count')).toEqual(cells(first, 'value', 'count'));
    type(first, `G${ENTER}`);
    expect([walk(first), rows(first)]).toEqual([['stays'], [6, 7]]);
  });

  it('says why an id is not counted', () => {
    const store = open({ keys: '2' });
    attempt(store, step('frequency', 'stay'));
    return Promise.resolve().then(() =>
      expect([walk(store), store.getState().message?.text.slice(0, 20)]).toEqual([['stays'], 'frequency 不能用“stay”；可'.slice(0, 20)]),
    );
  });

  it('Enter on a row of a pivot comes back to the stays of that row', async () => {
    const store = open({ keys: '2' });
    await perform(store, step('pivot', 'department,band,margin'));
    type(store, `j${ENTER}`);
    expect([walk(store), filters(store), rows(store)]).toEqual([['stays'], ['department=消化内科'], [6, 7]]);
  });

  it('names a doctor in no log: the row is told by its place', () => {
    const store = open({ keys: `2llllFj${ENTER}` });
    expect([store.getState().log.at(-1), filters(store)]).toEqual([{ verb: 'open', value: '#2' }, ['doctor=D003']]);
  });

  it('says so when the table has no such column any more, and has it again when it comes back', () => {
    // fee for service groups nothing: there are no groups to count by
    const store = open({ keys: '3F' });
    const before = rows(store).length;
    type(store, '[[');
    expect([before > 0, rows(store), frameOf(store)[2]?.split('   ')[0]]).toEqual([true, [], ' 这里没有这一列 · 0 行 · 按项目']);
    type(store, '[');
    expect(rows(store)).toHaveLength(before);
  });
});
