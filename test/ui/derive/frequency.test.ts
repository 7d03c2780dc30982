import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filtersOf, keyOf } from '../../../src/ui/derive/class.ts';
import { frequencyOf } from '../../../src/ui/derive/frequency.ts';
import type { Column } from '../../../src/ui/table/sheet.ts';
import { writtenFilter } from '../../../src/ui/table/written-filter.ts';
import { atOnce } from '../../../src/ui/work.ts';
import { allRows, keptBy, money, numbers, sheetOf, words } from './made-sheet.ts';

const NONE = Number.NaN;

/** Key and rows of every row of the table, in its order. */
function counted(count: number, column: Column, rows = allRows(count)) {
  const { classes, order, tally } = atOnce(frequencyOf(sheetOf(count, [column]), rows, column.key));
  return Array.from(order, at => [keyOf(classes[at]!), tally.rows[at]]);
}

describe('the frequency of a column', () => {
  it('counts words, most first, equals in reading order; blanks around a word do not make another one; what is missing has its own row', () => {
    // 骨 gǔ, 内 nèi, 外 wài
    const texts = ['外', '', '内', '骨', '外', '内 ', '', '', '骨', '眼'];
    expect(counted(10, words('department', texts))).toEqual([
      ['', 3],
      ['骨', 2],
      ['内', 2],
      ['外', 2],
      ['眼', 1],
    ]);
  });

  it('leaves few different numbers as they are', () => {
    expect(counted(6, numbers('days', [3, 12, 3, NONE, 0, -0]))).toEqual([
      ['0', 2],
      ['3', 2],
      ['12', 1],
      ['', 1],
    ]);
  });

  it('keeps twenty different numbers and puts twenty-one into ranges, in the order of the numbers', () => {
    const upTo = (n: number) => Array.from({ length: n }, (_, k) => k);
    expect(counted(20, numbers('days', upTo(20)))).toHaveLength(20);
    // 0 to 20: 20 / 12 = 1.7, width 2; 20 begins a range of its own
    expect(counted(22, numbers('days', [...upTo(21), 19]))).toEqual([
      ['0..2', 2],
      ['2..4', 2],
      ['4..6', 2],
      ['6..8', 2],
      ['8..10', 2],
      ['10..12', 2],
      ['12..14', 2],
      ['14..16', 2],
      ['16..18', 2],
      ['18..20', 3],
      ['20..22', 1],
    ]);
  });

  it('names ranges in yuan where the numbers are fen, and leaves empty ones out', () => {
    // 0, 50 ... 1,000 yuan without 250 and 300: 1,000 / 12 = 83.3, width 100
    const yuan = Array.from({ length: 23 }, (_, k) => k * 50).filter(one => one !== 200 && one !== 250);
    expect(
      counted(
        21,
        money(
          'total',
          yuan.map(one => one * 100),
        ),
      ).map(([key]) => key),
    ).toEqual([
      '0..100',
      '100..200',
      '300..400',
      '400..500',
      '500..600',
      '600..700',
      '700..800',
      '800..900',
      '900..1000',
      '1000..1100',
      '1100..1200',
    ]);
  });

  it('puts numbers nobody would type into ranges, however few they are', () => {
    // 3 / 366 of a year; 0.0082 to 78: 78 / 12 = 6.5, width 10
    expect(counted(3, numbers('age', [3 / 366, 45, 78]))).toEqual([
      ['0..10', 1],
      ['40..50', 1],
      ['70..80', 1],
    ]);
  });

  it('has no rows over no rows, one over one, and one where all is missing', () => {
    const column = numbers('days', [NONE, NONE, 5]);
    expect([[], [2], [0, 1]].map(rows => counted(3, column, Uint32Array.from(rows)))).toEqual([[], [['5', 1]], [['', 2]]]);
    expect(counted(2, words('department', ['', '']))).toEqual([['', 2]]);
  });

  it('adds up cost and margin of the rows, whole fen exactly; a mean is of the known ones', () => {
    // beyond 2 ** 53 a double counts by twos: added one by one, both ones would be lost
    const sheet = sheetOf(5, [
      words('department', ['骨', '骨', '骨', '内', '内']),
      money('total', [2 ** 53, 1, 1, NONE, NONE]),
      money('margin', [-100, 50, 0, 7, NONE]),
    ]);
    const { companions, classes, tally } = atOnce(frequencyOf(sheet, allRows(5), 'department'));
    expect([companions.map(({ key }) => key), classes.map(keyOf)]).toEqual([
      ['total', 'margin'],
      ['骨', '内'],
    ]);
    expect(tally.figures.map(({ sum, known }) => [[...sum], [...known]])).toEqual([
      [
        [9_007_199_254_740_994, NONE],
        [3, 0],
      ],
      [
        [-50, 7],
        [3, 1],
      ],
    ]);
  });

  it('asks the table for exactly the rows it counted: words, numbers and ranges, in any unit', () => {
    const word = fc.constantFrom('骨科', '骨 科', ' 骨科', '', '内科', 'icu', 'ICU', 'a=b', '>5', '1..2', '!x');
    const whole = fc.integer({ min: -400, max: 400 });
    const number = fc.oneof(
      whole,
      whole.map(n => n / 8),
      whole.map(n => n / 10),
      fc.double({ min: -1e12, max: 1e12 }),
      fc.constant(NONE),
    );
    const unit = fc.constantFrom(undefined, 1, 100, 1e6, 0.01);
    const column = fc.oneof(
      fc.array(word, { maxLength: 40 }).map(texts => ({ count: texts.length, column: words('c', texts) })),
      fc.tuple(fc.array(number, { maxLength: 60 }), unit).map(([values, unit]) => ({
        count: values.length,
        column: numbers('c', values, { ...(unit ? { unit } : {}), text: row => values[row]!.toFixed(1) }),
      })),
    );
    fc.assert(
      fc.property(column, ({ count, column }) => {
        const sheet = sheetOf(count, [column]);
        const { classes, tally } = atOnce(frequencyOf(sheet, allRows(count), 'c'));
        const kept = classes.map(one => keptBy(sheet, filtersOf('c', one)));
        expect(kept.map(rows => rows.length)).toEqual([...tally.rows]);
        // every row is in one class
        expect(kept.flat().sort((a, b) => a - b)).toEqual([...allRows(count)]);
      }),
      { numRuns: 300 },
    );
  });

  it('writes those filters as a person would', () => {
    const told = (column: Column, count: number) =>
      atOnce(frequencyOf(sheetOf(count, [column]), allRows(count), column.key)).classes.map(one =>
        filtersOf(column.key, one).map(writtenFilter),
      );
    expect(told(words('department', ['骨科', '']), 2)).toEqual([['department=骨科'], ['department=']]);
    expect(told(numbers('days', [3, NONE]), 2)).toEqual([['days=3'], ['days=']]);
    // shown as 1.4 both: only both ends of a range tell them apart
    expect(told(numbers('ratio', [1.37, 1.4], { text: () => '1.4' }), 2)).toEqual([['ratio=1.37..1.37'], ['ratio=1.4..1.4']]);
    expect(told(numbers('age', [3 / 366, 45, 78]), 3)).toEqual([
      ['age>=0', 'age<10'],
      ['age>=40', 'age<50'],
      ['age>=70', 'age<80'],
    ]);
  });

  it('counts as a list would, and adds up as whole numbers do', () => {
    const row = fc.record({ word: fc.constantFrom('a', 'b', 'c', ''), fen: fc.oneof(fc.integer(), fc.constant(NONE)) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 50 }), fc.array(fc.nat(49), { maxLength: 50 }), (list, picked) => {
        const rows = Uint32Array.from(new Set(picked.filter(at => at < list.length)));
        const sheet = sheetOf(list.length, [
          words(
            'w',
            list.map(({ word }) => word),
          ),
          money(
            'total',
            list.map(({ fen }) => fen),
          ),
        ]);
        const { classes, tally } = atOnce(frequencyOf(sheet, rows, 'w'));
        const naive = classes.map(one => [...rows].map(at => list[at]!).filter(({ word }) => word === keyOf(one)));
        expect([...tally.rows]).toEqual(naive.map(({ length }) => length));
        const known = naive.map(same => same.filter(({ fen }) => !Number.isNaN(fen)));
        const sums = known.map(same => (same.length === 0 ? NONE : Number(same.reduce((sum, { fen }) => sum + BigInt(fen), 0n))));
        expect([...tally.figures[0]!.sum]).toEqual(sums.map(sum => sum + 0));
      }),
    );
  });
});
