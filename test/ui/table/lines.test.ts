import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { bar } from '../../../src/ui/charts/bar.ts';
import { sparkline } from '../../../src/ui/charts/sparkline.ts';
import { makePen } from '../../../src/ui/pen.ts';
import { marking, noneMarked } from '../../../src/ui/table/marked.ts';
import { type Column, numberColumn, type Sheet } from '../../../src/ui/table/sheet.ts';
import type { TableSpec } from '../../../src/ui/table/spec.ts';
import { arrangedAtOnce, asking, moveTo, openTable, type TableView } from '../../../src/ui/table/table-view.ts';
import { windowLines } from '../../../src/ui/table/window-lines.ts';
import { readFilter } from '../../../src/ui/table/written-filter.ts';
import { speaker } from '../../../src/ui/words.ts';
import { small, spec } from './small-sheet.ts';

type Drawn = { readonly width?: number; readonly height?: number; readonly language?: 'zh' | 'en'; readonly ascii?: boolean };

function lines(view: TableView, { width = 66, height = 9, language = 'zh', ascii = false }: Drawn = {}): readonly string[] {
  const drawn = windowLines(view, { width, height, title: '六行', pen: makePen(language, ascii), say: speaker(language) });
  const texts = drawn.map(spans => spans.map(({ text }) => text).join(''));
  expect(texts.filter(text => stringWidth(text) > width)).toEqual([]);
  return texts.map(text => text.trimEnd());
}
const drawn = (view: TableView, how?: Drawn) => `\n${lines(view, how).join('\n')}\n`;
const open = openTable(small);
const view = (more: Partial<TableSpec>) => arrangedAtOnce(open, spec(more));
const filters = (...texts: string[]) => texts.map(text => readFilter(text, small));

describe('a table', () => {
  it('has a title, a header, rows and totals', () => {
    expect(drawn(open)).toMatchInlineSnapshot(`
      "
       六行                                                         1/6
       ▸编号  科室        医生        总费用      万元     占比  天数
      ▌ s1    骨科        D001     52,310.00      5.23    12.5%    12
        s2    心内科      D002     50,000.00      5.00        –     6
        s3                D001             –         –     8.0%     4
        s4    骨科        D003      1,000.00      0.10    12.5%     –
        s5    ICU         D003      2,000.00      0.20    −3.0%     9
        s6    心内科二区  D001        999.99      0.10     0.0%     1
        合计                      106,309.99                平均 6.40
      "
    `);
  });

  it('tells its filters and how they go away, what is hidden, what is marked, and ranks several sort keys', () => {
    const busy = arrangedAtOnce(
      { ...open, marked: marking(noneMarked, [0, 3], { on: true, count: 6 }), column: 'total' },
      spec({
        filters: filters('科', '!doctor=D002'),
        sorts: [
          { key: 'doctor', descending: false },
          { key: 'total', descending: true },
        ],
        hidden: ['wan'],
        footers: { total: 'median', days: 'most' },
      }),
    );
    expect(drawn(busy, { width: 80 })).toMatchInlineSnapshot(`
      "
       筛选 科 · !doctor=D0… → 3（Esc 清除最后一个）   隐藏 1 列   ◆ 标记 2 行    1/3
        编号  科室        医生 ▲1   ▸总费用▼2    占比  天数
      ▌◆s1    骨科        D001     52,310.00    12.5%    12
        s6    心内科二区  D001        999.99     0.0%     1
       ◆s4    骨科        D003      1,000.00    12.5%     –
        合计                   中位 1,000.00        最大 12
      "
    `);
    expect(drawn(busy, { width: 80, language: 'en', ascii: true })).toMatchInlineSnapshot(`
      "
       filter 科 - ... -> 3 (Esc clears the last)   hidden columns 1   * marked 2 1/3
        编号  科室        医生 ^1   >总费用v2    占比  天数
      >*s1    骨科        D001     52,310.00    12.5%    12
        s6    心内科二区  D001        999.99     0.0%     1
       *s4    骨科        D003      1,000.00    12.5%     -
        Total                median 1,000.00         max 12
      "
    `);
  });

  it('says why it is empty and how rows come back', () => {
    const told = (...texts: string[]) => lines(view({ filters: filters(...texts) }))[2];
    expect([told('没有'), told('骨', 'total>9万'), lines(openTable({ ...small, count: 0 }))[2]]).toEqual([
      '  没有符合的行：6 行都被筛掉了；Esc 清除筛选',
      '  没有符合的行：6 行都被筛掉了；Esc 清除最后一个筛选',
      '  这里没有行',
    ]);
  });

  it('does not count rows that are still being looked for', () => {
    expect(lines(asking(open, spec({ filters: filters('骨') })))[0]).toBe(
      ' 六行   筛选 骨 → …（Esc 清除）                               1/…',
    );
  });

  it('gives what is hidden and marked room before its name, and a long filter is cut before the way back', () => {
    const long = view({ filters: filters('骨骨骨骨骨骨骨骨骨骨骨骨骨骨骨骨骨骨骨骨'), hidden: ['wan'] });
    expect(lines(long, { width: 60 })[0]).toBe(' 筛选 骨骨骨骨骨骨骨骨… → 0（Esc 清除）   隐藏 1 列     0/0');
  });

  it('shows the window only, whatever stands in it', () => {
    const asked: number[] = [];
    const column = numberColumn({ key: 'n', title: '行', width: 7, value: row => row, text: row => String(asked.push(row) && row) });
    const sheet: Sheet = { ...small, count: 1_000_000, columns: [column] };
    expect(lines(moveTo(openTable(sheet), Number.POSITIVE_INFINITY, 4), { width: 30, height: 7 })).toEqual([
      ' 六行     1,000,000/1,000,000',
      '      ▸行',
      '   999996',
      '   999997',
      '   999998',
      '▌  999999',
      '',
    ]);
    expect(asked).toEqual([999_996, 999_997, 999_998, 999_999]);
  });
});

describe('the totals line', () => {
  const totals = (footers: TableSpec['footers'], how?: Drawn) => lines(view({ footers }), how).at(-1);
  /** Texts where they begin: a Chinese character takes two columns. */
  const placed = (texts: readonly (readonly [number, string])[]) =>
    texts.reduce((line, [at, text]) => line + ' '.repeat(at - stringWidth(line)) + text, '');
  // Columns end here: id 6, 科室 18, 医生 26, 总费用 38, 万元 48, 占比 57, 天数 63.
  it.each([
    [
      {},
      [
        [2, '合计'],
        [28, '106,309.99'],
        [54, '平均 6.40'],
      ],
    ],
    [
      { total: 'mean', days: 'none' },
      [
        [2, '合计'],
        [24, '平均 21,262.00'],
      ],
    ], // 106,309.99 / 5 = 21,261.998
    [
      { total: 'median', days: 'none' },
      [
        [2, '合计'],
        [25, '中位 2,000.00'],
      ],
    ],
    [
      { total: 'none', days: 'none', department: 'distinct' },
      [
        [2, '合计'],
        [8, '不同 4'],
      ],
    ],
    [
      { total: 'none', days: 'sum', share: 'most' },
      [
        [2, '合计'],
        [47, '最大 12.50'],
        [61, '32'],
      ],
    ],
  ] as const)('with %j', (footers, texts) => {
    expect(totals(footers)).toBe(placed(texts));
  });

  it('is empty where no column says anything', () => {
    expect(totals({ total: 'none', days: 'none' })).toBe('');
  });

  it('shortens a figure that is too wide, and never its name', () => {
    const column = (said: string, width: number): Column =>
      numberColumn({ key: said, title: said, width, value: () => 123_456_789, text: String });
    const sheet: Sheet = { ...small, columns: [{ ...small.columns[0]! }, column('a', 7), column('b', 7), column('c', 5), column('d', 3)] };
    const all = arrangedAtOnce(openTable(sheet), spec({ footers: { a: 'sum', b: 'most', c: 'mean', d: 'least' } }));
    // the sum of six is 740,740,734; 9,600.50 has no room for both its decimals
    const near = { ...column('e', 10), value: () => 9_600.5, show: (n: number) => `9,${n - 9_000}0` };
    const one = arrangedAtOnce(
      openTable({ ...sheet, columns: [small.columns[0]!, column('x', 1), near] }),
      spec({ footers: { x: 'sum', e: 'median' } }),
    );
    expect(lines(one, { width: 40 }).at(-1)).toBe('  合计  … 中位9,600.5');
    expect([lines(all, { width: 40 }).at(-1), lines(all, { width: 40, language: 'en' }).at(-1)]).toEqual([
      '  合计   7.41亿 最大 1亿   平均 最小',
      '  Total 740.74M max 123M   mean  min',
    ]);
  });
});

describe('the totals line in ASCII', () => {
  it('has no character outside ASCII but those of the data', () => {
    const owed: Column = {
      ...numberColumn({ key: 'owed', title: 'owed', width: 9, value: () => -5, text: String }),
      show: n => `−${-n}.00`,
      footer: 'sum',
    };
    const sheet: Sheet = { ...small, columns: [small.columns[0]!, owed] };
    expect(lines(openTable(sheet), { width: 30, language: 'en', ascii: true }).at(-1)).toBe('  Total    -30.00');
  });
});

describe('cells', () => {
  const cell = (text: string, width: number, ascii = false) => {
    const column: Column = { ...small.columns[0]!, key: 'cell', width, text: () => text };
    const [, , row = ''] = lines(openTable({ ...small, count: 1, columns: [column] }), { width: 30, ascii });
    return row.slice(2);
  };
  it.each([
    ['神经外科', 8, '神经外科'],
    ['神经外科', 7, '神经外…'], // six columns and the mark
    ['神经外科', 6, '神经…'], // an odd column stays empty
    ['神经外科', 5, '神经…'],
    ['A神经外科', 6, 'A神经…'],
    ['神经', 3, '神'], // too narrow for a mark
    ['…“—×', 4, '…“—×'], // one column each
    ['①℃★≥→', 5, '①℃★≥→'],
    ['𠮷野家', 5, '𠮷野…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301e\u0301'],
    ['a\tb\nc', 5, 'a b c'],
    ['a\u001b[31mb\u0007\u202e', 8, 'a[31mb'], // no control character, no turned reading direction
    ['x\u0085y\u009b2J', 8, 'x y2J'],
  ])('%j in %i columns', (text, width, wanted) => {
    expect(cell(text, width)).toBe(wanted);
  });

  it('in ASCII have marks of one column', () => {
    expect([cell('−1.00 → 低…', 12, true), cell('神经外科一二', 9, true)]).toEqual(['-1.00 -> ...', '神经外...']);
  });

  it('are bars and sparklines where a column draws them', () => {
    const pen = makePen('zh', false);
    const amounts = [-100, 50, 0, 10, Number.NaN, 100];
    const sheet: Sheet = {
      ...small,
      columns: [
        small.columns[0]!,
        {
          key: 'bar',
          drawn: true,
          title: '图',
          width: 9,
          align: 'left',
          value: row => amounts[row]!,
          text: (row, width) => bar({ amount: amounts[row]!, largest: 100, width, marks: pen.marks }),
        },
        {
          key: 'spark',
          drawn: true,
          title: '走势',
          width: 5,
          align: 'left',
          value: row => row,
          text: row => sparkline([row, 0, 5], pen.marks),
        },
      ],
    };
    expect(drawn(openTable(sheet), { width: 30 })).toMatchInlineSnapshot(`
      "
       六行                     1/6
       ▸编号  图         走势
      ▌ s1    ████│      ▁▁█
        s2        │▓▓    ▂▁█
        s3        │      ▄▁█
        s4        │▓     ▅▁█
        s5        │      ▇▁█
        s6        │▓▓▓▓  █▁█

      "
    `);
  });
});
