import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { descriptionOf } from '../../../src/ui/derive/describe.ts';
import { describeSheet } from '../../../src/ui/derive/describe-sheet.ts';
import type { Column } from '../../../src/ui/table/sheet.ts';
import { speaker } from '../../../src/ui/words.ts';
import { atOnce } from '../../../src/ui/work.ts';
import { allRows, money, numbers, sheetOf, words } from './made-sheet.ts';

const NONE = Number.NaN;

const described = (count: number, columns: readonly Column[], rows = allRows(count)) =>
  atOnce(descriptionOf(sheetOf(count, columns), rows)).columns.map(({ column, ...rest }) => rest);

describe('a column described', () => {
  it('as numbers: quantiles lie between two values as far as their place does, what is missing is in none', () => {
    // 1, 2, 2, 3, 10: places 0.25 * 4 = 1, 2, 3 and 0.9 * 4 = 3.6 -> 3 + 0.6 * 7 = 7.2; 18 / 5 = 3.6
    expect(described(7, [numbers('days', [10, NONE, 2, 1, NONE, 3, 2])])).toEqual([
      { filled: 5, missing: 2, distinct: 4, numbers: { least: 1, p25: 2, median: 2, mean: 3.6, p75: 3, p90: 7.2, most: 10, sum: 18 } },
    ]);
  });

  it('as words: the most frequent one, the first in reading order among equals', () => {
    const texts = ['外', '骨', '外', '骨', '', '内'];
    expect(described(6, [words('department', texts)])).toEqual([
      { filled: 5, missing: 1, distinct: 3, commonest: { word: '骨', rows: 2 } },
    ]);
  });

  it('over no rows and where all is missing', () => {
    const columns = [numbers('days', [NONE, NONE]), words('department', ['', ''])];
    const nothing = { filled: 0, missing: 0, distinct: 0 };
    expect(described(2, columns, new Uint32Array(0))).toEqual([nothing, nothing]);
    expect(described(2, columns)).toEqual([
      { ...nothing, missing: 2 },
      { ...nothing, missing: 2 },
    ]);
  });

  it('as an id by how many there are, and not at all when it is only drawn', () => {
    const id: Column = { key: 'stay', title: '', align: 'left', width: 8, identifier: true, text: row => `S${row}`, value: row => row };
    const bar: Column = { key: 'bar', title: '', align: 'left', width: 8, drawn: true, text: () => '#', value: row => row };
    expect(described(3, [id, bar])).toEqual([{ filled: 3, missing: 0, distinct: 3 }]);
  });

  it('as a list in order would be, whatever the numbers and their order, also beyond one part of the sorting', () => {
    const number = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ noDefaultInfinity: true, min: -1e9, max: 1e9 }));
    const check = (values: readonly number[]) => {
      const sorted = values.filter(value => !Number.isNaN(value)).map(value => value + 0);
      sorted.sort((a, b) => a - b);
      const [found] = described(values.length, [numbers('n', values)]);
      expect([found?.filled, found?.distinct]).toEqual([sorted.length, new Set(sorted).size]);
      expect([found?.numbers?.least, found?.numbers?.most]).toEqual([sorted[0], sorted.at(-1)]);
      // an odd number of values has its middle among them
      if (sorted.length % 2 === 1) expect(found?.numbers?.median).toBe(sorted[(sorted.length - 1) / 2]);
    };
    fc.assert(fc.property(fc.array(number, { maxLength: 40 }), check));
    // 100,003 values in an order without pattern (7,919 and 100,003 are prime): whole, halves, and whole ones too far apart for 32 bits
    const mixed = Array.from({ length: 100_003 }, (_, k) => (k * 7_919) % 100_003);
    check(mixed);
    check(mixed.map(value => value / 2 - 7));
    check(mixed.map(value => (value - 50_000) * 100_000));
  });

  it('adds up whole fen exactly', () => {
    const fen = fc.array(fc.oneof(fc.integer(), fc.constant(NONE)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fen, values => {
        const known = values.filter(value => !Number.isNaN(value));
        const sum = known.reduce((so, value) => so + BigInt(value), 0n);
        const [found] = described(values.length, [money('total', values)]);
        expect(found?.numbers?.sum).toBe(known.length === 0 ? undefined : Number(sum));
      }),
    );
  });
});

describe('the table of a description', () => {
  it('shows figures in the form of their column, and a sum only where adding up makes sense', () => {
    const columns = [
      { ...money('total', [150_050, 100_000]), show: (fen: number) => `${fen / 100} 元` },
      numbers('ratio', [0.5, 1]),
      { ...numbers('stays', [3, 4]), footer: 'sum' as const },
      words('department', ['骨', '骨']),
    ];
    const sheet = describeSheet(atOnce(descriptionOf(sheetOf(2, columns), allRows(2))), speaker('zh'));
    const cells = ['kind', 'mean', 'sum', 'commonest'].map(key => {
      const column = sheet.columns.find(one => one.key === key)!;
      return [0, 1, 2, 3].map(row => column.text(row, 20));
    });
    // (1,500.50 + 1,000) / 2 = 1,250.25
    expect(cells).toEqual([
      ['数字', '数字', '数字', '文字'],
      ['1250.25 元', '0.75', '3.5', ''],
      ['2500.5 元', '', '7', ''],
      ['', '', '', '骨 (2)'],
    ]);
    const exact = ['mean', 'commonest'].map(key => [0, 1, 3].map(row => sheet.columns.find(one => one.key === key)?.exact?.(row)));
    expect(exact).toEqual([
      ['1250.25', '0.75', ''],
      ['', '', '骨'],
    ]);
    expect([sheet.key(3), sheet.rowOf('ratio')]).toEqual(['department', 1]);
  });
});
