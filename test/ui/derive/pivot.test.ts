import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filtersOf, keyOf } from '../../../src/ui/derive/class.ts';
import { askedPivot, pivotOf } from '../../../src/ui/derive/pivot.ts';
import { pivotSheet } from '../../../src/ui/derive/pivot-sheet.ts';
import type { Sheet } from '../../../src/ui/table/sheet.ts';
import { speaker } from '../../../src/ui/words.ts';
import { atOnce } from '../../../src/ui/work.ts';
import { allRows, keptBy, money, numbers, sheetOf, words } from './made-sheet.ts';

const NONE = Number.NaN;

/** Titles and cells, row by row, as they are read. */
function table(sheet: Sheet, asked: string, rows = allRows(sheet.count)) {
  const pivot = pivotSheet(atOnce(pivotOf(sheet, rows, askedPivot(sheet, asked))), speaker('zh'));
  return [pivot.columns.map(({ title }) => title), ...Array.from(allRows(pivot.count), row => pivot.columns.map(one => one.text(row, 20)))];
}

/**
 *        正常            高倍率       （未填写）
 *  骨    +1.00, missing  –           −4.00
 *  内    –               0.00        –
 *  ''    +2.50           –           –
 */
const sheet = sheetOf(5, [
  words('department', ['骨', '骨', '骨', '内', '']),
  words('band', ['正常', '正常', '', '高倍率', '正常']),
  money('margin', [100, NONE, -400, 0, 250]),
]);

describe('a pivot of two columns', () => {
  it('counts; a cell without rows is blank, what is missing has its own row and column', () => {
    expect(table(sheet, 'department,band')).toEqual([
      ['department', '高倍率', '正常', '（未填写）', '合计'],
      ['骨', '', '2', '1', '3'],
      ['内', '1', '', '', '1'],
      ['（未填写）', '', '1', '', '1'],
    ]);
  });

  it('adds up; nothing known is blank, nothing earned is 0', () => {
    expect(table(sheet, 'department,band,margin')).toEqual([
      ['department', '高倍率', '正常', '（未填写）', '合计'],
      ['骨', '', '1', '−4', '−3'],
      ['内', '0', '', '', '0'],
      ['（未填写）', '', '2.5', '', '2.5'],
    ]);
  });

  it('takes means over what is known, of the row and of the column together over all of its rows', () => {
    expect(table(sheet, 'department,band,mean:margin')).toEqual([
      ['department', '高倍率', '正常', '（未填写）', '合计'],
      // (1 - 4) / 2
      ['骨', '', '1', '−4', '−1.5'],
      ['内', '0', '', '', '0'],
      ['（未填写）', '', '2.5', '', '2.5'],
    ]);
    const { columns } = pivotSheet(atOnce(pivotOf(sheet, allRows(5), askedPivot(sheet, 'department,band,mean:margin'))), speaker('zh'));
    // 正常: (1 + 2.5) / 2; all: (1 - 4 + 0 + 2.5) / 4 = -0.125; of the first and the third row: -0.5 / 3 = -0.1667
    expect(columns.slice(1).map(one => one.together?.(allRows(3)))).toEqual(['0', '1.75', '−4', '−0.125']);
    expect(columns.at(-1)?.together?.(Uint32Array.of(0, 2))).toBe('−0.1667');
  });

  it('names its columns so that steps can say them, each once', () => {
    const one = sheetOf(3, [words('down', ['a', 'a', 'a']), words('across', ['x y', 'x,y', ''])]);
    const { columns } = pivotSheet(atOnce(pivotOf(one, allRows(3), askedPivot(one, 'down,across'))), speaker('zh'));
    expect(columns.map(({ key }) => key).sort()).toEqual(['across/', 'across/x_y', 'across/x_y_2', 'all', 'value']);
  });

  it('has nothing over no rows, and one cell over one', () => {
    expect(table(sheet, 'department,band', new Uint32Array(0))).toEqual([['department', '合计']]);
    expect(table(sheet, 'department,band', Uint32Array.of(3))).toEqual([
      ['department', '高倍率', '合计'],
      ['内', '1', '1'],
    ]);
  });

  it('puts the values with the fewest rows together beyond thirty columns', () => {
    const across = (count: number) => {
      // value k of 1 .. count has k rows
      const texts = Array.from({ length: count }, (_, k) => Array<string>(k + 1).fill(`v${k + 1}`)).flat();
      const one = sheetOf(texts.length, [
        words(
          'down',
          texts.map(() => 'a'),
        ),
        words('across', texts),
      ]);
      return table(one, 'down,across');
    };
    const [titles = [], row = []] = across(30);
    expect([titles.length, titles.slice(1, 3), row.slice(-2)]).toEqual([32, ['v1', 'v2'], ['30', '465']]);
    // 31 values: 29 stay, v1 and v2 go together: 1 + 2 rows; 31 * 32 / 2 = 496
    const [titled = [], rested = []] = across(31);
    expect([titled.length, titled.slice(1, 3), titled.slice(-2), rested.slice(-2)]).toEqual([
      32,
      ['v3', 'v4'],
      ['其余', '合计'],
      ['3', '496'],
    ]);
  });

  it('keeps exactly the rows of a row, and every row is in one cell', () => {
    const row = fc.record({
      down: fc.oneof(fc.double({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 9 }), fc.constant(NONE)),
      across: fc.constantFrom('a', 'b', ''),
      fen: fc.oneof(fc.integer(), fc.constant(NONE)),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), list => {
        const made = sheetOf(list.length, [
          numbers(
            'down',
            list.map(one => one.down),
          ),
          words(
            'across',
            list.map(one => one.across),
          ),
          money(
            'fen',
            list.map(one => one.fen),
          ),
        ]);
        const { rows, columns, cells } = atOnce(pivotOf(made, allRows(list.length), askedPivot(made, 'down,across,fen')));
        const kept = rows.map(one => keptBy(made, filtersOf('down', one)));
        const naive = kept.flatMap(same => columns.map(one => same.map(at => list[at]!).filter(({ across }) => across === keyOf(one))));
        expect([...cells.rows]).toEqual(naive.map(({ length }) => length));
        expect([...cells.rows].reduce((sum, n) => sum + n, 0)).toBe(list.length);
        const sums = naive.map(same => same.filter(({ fen }) => !Number.isNaN(fen)).map(({ fen }) => BigInt(fen)));
        expect([...cells.figures[0]!.sum]).toEqual(
          sums.map(known => (known.length === 0 ? NONE : Number(known.reduce((a, b) => a + b, 0n)) + 0)),
        );
      }),
    );
  });
});

describe('what is asked of a pivot', () => {
  it.each([
    ['department', /^pivot does not take ""/],
    ['department,colour', /^pivot does not take "colour"/],
    ['department,department', /two different columns, department/],
    ['department,band,department', /^pivot does not take "department"/],
    ['department,band,least:margin', /^pivot does not take "least:margin"/],
    ['department,band,margin,more', /^pivot does not take "department,band,margin,more"/],
  ])('%s is refused', (value, message) => {
    expect(() => askedPivot(sheet, value)).toThrow(message);
  });

  it('may have blanks around the commas', () => {
    expect(askedPivot(sheet, ' department , band , mean:margin ')).toEqual({ down: 'department', across: 'band', figure: 'mean:margin' });
  });
});
