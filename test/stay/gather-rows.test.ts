import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherNumbers, NO_ROW } from '../../src/stay/gather-numbers.ts';
import { gatherRows } from '../../src/stay/gather-rows.ts';
import { pairCodes } from '../../src/stay/pair-codes.ts';
import { NO_STAY } from '../../src/stay/settlements.ts';
import { type Bill, billsOf, tableOf } from './bills.ts';

const bills: Bill[] = [
  { visit: 'V', id: 'A', sex: 1, age: 60, dx: ['A01.000', 'B01.000'], px: ['54.1100'], department: '内科', from: 20_000, total: 5, bed: 1 },
  { patient: 'p', weight: 3_000, ageDays: 3, settled: 20_001, days: 4, refunded: 1 },
  { visit: 'W', dx: ['B01.000'], to: 20_009, fund: 7 },
];

describe('rows of a table', () => {
  it.each([
    { title: 'all', pick: [0, 1, 2] },
    { title: 'turned round', pick: [2, 1, 0] },
    { title: 'one of them, twice', pick: [0, 0] },
    { title: 'none', pick: [] },
  ])('$title', ({ pick }) => {
    const table = tableOf(bills);
    const gathered = gatherRows(table, Uint32Array.from(pick));
    expect(billsOf(gathered)).toEqual(pick.map(row => billsOf(table)[row]));
    expect([gathered.dx.words, gathered.visitKey?.words, gathered.files]).toEqual([table.dx.words, table.visitKey?.words, table.files]);
    expect([...gathered.sourceRow]).toEqual(pick.map(row => row + 2));
  });

  it('settlements go with the stays that were picked', () => {
    const none = new Float64Array(4);
    const settlements = {
      count: 4,
      stay: Uint32Array.of(0, 1, NO_STAY, 2),
      key: undefined,
      settled: new Int32Array(4),
      refunded: new Uint8Array(4),
      total: Float64Array.of(1, 2, 3, 4),
      fund: none,
      patient: none,
      other: none,
      sourceFile: new Uint16Array(4),
      sourceRow: Uint32Array.of(2, 3, 4, 5),
    };
    const gathered = gatherRows({ ...tableOf(bills), settlements }, Uint32Array.of(2, 0)).settlements!;
    expect([gathered.count, [...gathered.stay], [...gathered.total], [...gathered.sourceRow]]).toEqual([2, [1, 0], [1, 4], [2, 5]]);
  });
});

describe('cells by row', () => {
  it.each([
    { values: Float64Array.of(1.5, Number.NaN, -2), missing: Number.NaN, expected: [-2, Number.NaN, 1.5] },
    { values: Int32Array.of(-1, -2, -0x7fffffff), missing: -0x7fffffff, expected: [-0x7fffffff, -0x7fffffff, -1] },
    { values: Uint32Array.of(1, 2, 0xffffffff), missing: 0, expected: [0xffffffff, 0, 1] },
    { values: Int16Array.of(-1, 2, -3), missing: -1, expected: [-3, -1, -1] },
    { values: Uint16Array.of(1, 2, 0xffff), missing: 0, expected: [0xffff, 0, 1] },
    { values: Uint8Array.of(0, 1, 255), missing: 2, expected: [255, 2, 0] },
  ])('$values.constructor.name', ({ values, missing, expected }) => {
    const gathered = gatherNumbers(values, Uint32Array.of(2, NO_ROW, 0), missing);
    expect([gathered.constructor, [...gathered]]).toEqual([values.constructor, expected]);
  });

  it('of a part of a longer column', () => {
    const part = Int16Array.of(9, -8, 7, 6).subarray(1, 3);
    expect([...gatherNumbers(part, Uint32Array.of(1, 0, NO_ROW), -1)]).toEqual([7, -8, -1]);
  });
});

describe('codes of pairs', () => {
  const number = fc.constantFrom(0, -0, 1, -1, 0.5, 12_345_600, -0x7fffffff, Number.NaN);

  it('are equal where the pairs are, 0 where one is missing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), number)),
        fc.constantFrom(undefined, 0, Number.NaN),
        (pairs, missing) => {
          const { codes, size } = pairCodes(
            Uint32Array.from(pairs, ([left]) => left),
            pairs.map(([, right]) => right),
            missing,
          );
          const names = pairs.map(([left, right]) =>
            left === 0 || (missing !== undefined && (right === missing || (Number.isNaN(right) && Number.isNaN(missing))))
              ? undefined
              : `${left} ${right}`,
          );
          const seen = [...new Set(names.filter(name => name !== undefined))];
          expect([...codes]).toEqual(names.map(name => (name === undefined ? 0 : seen.indexOf(name) + 1)));
          expect(size).toBe(seen.length + 1);
        },
      ),
    );
  });
});
