import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberColumn, type Sheet, wordColumn } from '../../../src/ui/table/sheet.ts';
import { byNumber, sortRows } from '../../../src/ui/table/sort.ts';
import type { Sort } from '../../../src/ui/table/spec.ts';
import { atOnce } from '../../../src/ui/work.ts';
import { dictionary, small } from './small-sheet.ts';

const order = (sheet: Sheet, ...sorts: readonly string[]): readonly number[] => [
  ...atOnce(
    sortRows(
      Uint32Array.from({ length: sheet.count }, (_, row) => row),
      sheet,
      sorts.map(sort),
    ),
  ),
];
const sort = (text: string): Sort => ({ key: text.replace('-', ''), descending: text.startsWith('-') });

describe('sorting', () => {
  // totals: 0 52,310 · 1 50,000 · 2 missing · 3 1,000 · 4 2,000 · 5 999.99; shares: .125 – .08 .125 -.03 0
  it.each([
    [['total'], [5, 3, 4, 1, 0, 2]],
    [['-total'], [0, 1, 4, 3, 5, 2]], // missing stays last
    [['share'], [4, 5, 2, 0, 3, 1]], // equal shares in the order of the table
    [['-share'], [0, 3, 2, 5, 4, 1]],
    [
      ['share', '-total'],
      [4, 5, 2, 0, 3, 1],
    ],
    [
      ['-share', 'total'],
      [3, 0, 2, 5, 4, 1],
    ],
    [
      ['doctor', '-total'],
      [0, 5, 2, 1, 4, 3],
    ], // D001: 0, 5, 2 (missing); D002: 1; D003: 4, 3
    [
      ['-doctor', 'department', 'total'],
      [3, 4, 1, 0, 5, 2],
    ], // D003: 骨科 before ICU; D001: 骨科, 心内科二区, none
    [[], [0, 1, 2, 3, 4, 5]],
    [['no-such-column'], [0, 1, 2, 3, 4, 5]],
  ])('by %j is %j', (sorts, rows) => {
    expect(order(small, ...sorts)).toEqual(rows);
  });

  it('words stand in reading order: Chinese by its sound, then Latin, numbers by their size, the missing word last both ways', () => {
    const words = ['骨科10', '骨科9', '', '心内科', 'ICU', '儿科', '骨科9'];
    const sheet: Sheet = { ...small, count: 7, columns: [wordColumn({ key: 'w', title: 'w', width: 4, words: dictionary(words) })] };
    // ér, gǔ 9 (twice, in order), gǔ 10, xīn, then ICU
    expect([order(sheet, 'w'), order(sheet, '-w')]).toEqual([
      [5, 1, 6, 0, 3, 4, 2],
      [4, 3, 0, 1, 6, 5, 2],
    ]);
  });

  it('is the order of any numbers, stable', () => {
    const number = fc.oneof(fc.double({ noDefaultInfinity: true }), fc.constantFrom(0, -0, 1, -1, 2 ** 31, -(2 ** 31)));
    fc.assert(
      fc.property(fc.array(number), fc.boolean(), (numbers, descending) => {
        const rows = Uint32Array.from(numbers.keys());
        const wanted = [...rows].sort((a, b) => compared(numbers[a]!, numbers[b]!, descending) || a - b);
        expect([...byNumber(rows, row => numbers[row]!, descending)]).toEqual(wanted);
      }),
    );
  });

  it('by several columns is what comparing row by row gives, with a column read by calls or as it lies', () => {
    const cell = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(Number.NaN));
    const rowOf = fc.tuple(cell, cell, cell);
    const sorts = fc.array(fc.constantFrom('a', '-a', 'b', '-b', 'c', '-c'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(rowOf, { maxLength: 60 }), sorts, (table, wanted) => {
        const columns = ['a', 'b', 'c'].map((key, at) => {
          const values = Float64Array.from(table, row => row[at]!);
          return numberColumn({ key, title: key, width: 4, value: row => values[row]!, text: String, ...(at === 1 ? { values } : {}) });
        });
        const oracle = [...table.keys()].sort((x, y) => {
          for (const { key, descending } of wanted.map(sort)) {
            const at = 'abc'.indexOf(key);
            const way = compared(table[x]![at]!, table[y]![at]!, descending);
            if (way !== 0) return way;
          }
          return x - y;
        });
        expect(order({ ...small, count: table.length, columns }, ...wanted)).toEqual(oracle);
      }),
    );
  });
});

/** NaN is missing and last both ways; the two zeros are one. */
function compared(a: number, b: number, descending: boolean): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return (a < b ? -1 : a > b ? 1 : 0) * (descending ? -1 : 1);
}
