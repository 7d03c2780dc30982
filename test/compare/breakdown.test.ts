import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakdown } from '../../src/compare/breakdown.ts';
import type { Row } from '../../src/compare/comparison.ts';
import { dimensions } from '../../src/compare/comparison.ts';
import type { Part } from '../../src/compare/parts.ts';
import { rowsWithin, type Within } from '../../src/compare/rows-within.ts';
import { sums } from '../../src/compare/tally.ts';
import { Decimal } from '../../src/money.ts';
import { loads, prices, randomRun } from './random-run.ts';
import { group, runOf, type SettledStay } from './written-run.ts';

/**
 *   row  department  doctor  group  cost    paid             payment  margin
 *   0    骨科        D001    IC29   52,000  38,000 normal    38,000   -14,000
 *   1    骨科        D002    IC29   30,000  38,000 normal    38,000    +8,000
 *   2    骨科        D001    IU25    4,000   4,000 unpriced   4,000         0
 *   3    心内科      D003    IC29   39,000  38,000 normal    38,000    -1,000
 *   4    骨科        D001    IC29   10,000  outside the population
 *   5    骨科        D001    IC29    9,000   9,000 unpriced   9,000         0   (insurance without a rate)
 */
const ic29 = { drg: 'IC29', price: 0, payment: 3_800_000 } as const;
const stays: readonly SettledStay[] = [
  { ...ic29, department: '骨科', doctor: 'D001', cost: 5_200_000, days: 12, settled: '2025-01-05' },
  { ...ic29, department: '骨科', doctor: 'D002', cost: 3_000_000, days: 8, settled: '2025-02-05' },
  { department: '骨科', doctor: 'D001', drg: 'IU25', cost: 400_000, payment: 400_000, band: 'unpriced', days: 3, settled: '2025-02-06' },
  { ...ic29, department: '心内科', doctor: 'D003', cost: 3_900_000, days: 9, settled: '2025-02-07' },
  { department: '骨科', doctor: 'D001', drg: 'IC29', cost: 1_000_000, band: 'out', settled: '2025-02-08' },
  { department: '骨科', doctor: 'D001', drg: 'IC29', cost: 900_000, payment: 900_000, band: 'unpriced', days: 5, settled: '2025-03-01' },
];
const run = runOf(stays, {
  groups: [group('0000', 'ungrouped'), group('IC29'), group('IU25')],
  prices: [{ drg: 'IC29', weight: '3.7362', standard: 3_800_000 }],
});
const shown = ({ key, stays: n, cost, payment, margin, weight, cmi, unpriced }: Row) => [
  key,
  n,
  cost,
  payment,
  margin,
  weight,
  cmi,
  unpriced,
];

describe('a row of a comparison taken apart', () => {
  it('is one department by doctor, the dearest first', () => {
    // D001: 52,000 + 4,000 + 9,000 = 65,000 paid 38,000 + 4,000 + 9,000 = 51,000
    expect(breakdown(run, { within: [{ by: 'department', key: '骨科' }], by: 'doctor' }).map(shown)).toEqual([
      ['D001', 3, 6_500_000, 5_100_000, -1_400_000, '3.7362', '3.7362', 2],
      ['D002', 1, 3_000_000, 3_800_000, 800_000, '3.7362', '3.7362', 0],
    ]);
  });

  it('is one department by group, with stays without a price last or in the group they fell into', () => {
    const within: readonly Within[] = [{ by: 'department', key: '骨科' }];
    expect(breakdown(run, { within, by: 'group' }).map(shown)).toEqual([
      ['IC29', 2, 8_200_000, 7_600_000, -600_000, '7.4724', '3.7362', 0],
      ['unpriced', 2, 1_300_000, 1_300_000, 0, '0', '', 2],
    ]);
    expect(breakdown(run, { within, by: 'drg' }).map(shown)).toEqual([
      ['IC29', 3, 9_100_000, 8_500_000, -600_000, '7.4724', '3.7362', 1],
      ['IU25', 1, 400_000, 400_000, 0, '0', '', 1],
    ]);
  });

  it('is one group by department, and one group of one doctor by month', () => {
    expect(breakdown(run, { within: [{ by: 'group', key: 'IC29' }], by: 'department' }).map(shown)).toEqual([
      ['骨科', 2, 8_200_000, 7_600_000, -600_000, '7.4724', '3.7362', 0],
      ['心内科', 1, 3_900_000, 3_800_000, -100_000, '3.7362', '3.7362', 0],
    ]);
    const within: readonly Within[] = [
      { by: 'drg', key: 'IC29' },
      { by: 'doctor', key: 'D001' },
    ];
    expect(breakdown(run, { within, by: 'month' }).map(row => [row.key, row.stays, row.cost])).toEqual([
      ['2025-01', 1, 5_200_000],
      ['2025-03', 1, 900_000],
    ]);
  });

  it.each<[string, readonly Within[], number[]]>([
    ['the population', [], [0, 1, 2, 3, 5]],
    ['a department', [{ by: 'department', key: '骨科' }], [0, 1, 2, 5]],
    ['a group with its priced stays', [{ by: 'group', key: 'IC29' }], [0, 1, 3]],
    ['a group with all its stays', [{ by: 'drg', key: 'IC29' }], [0, 1, 3, 5]],
    ['stays without a price', [{ by: 'group', key: 'unpriced' }], [2, 5]],
    ['a month', [{ by: 'month', key: '2025-02' }], [1, 2, 3]],
    [
      'two at once',
      [
        { by: 'department', key: '骨科' },
        { by: 'month', key: '2025-02' },
      ],
      [1, 2],
    ],
    ['a key that nobody has', [{ by: 'doctor', key: 'D009' }], []],
    ['a group of another catalogue', [{ by: 'group', key: 'ZZ99' }], []],
  ])('lists the stays of %s in the order of the load', (_, within, rows) => {
    expect([...rowsWithin(run, within)]).toEqual(rows);
  });

  it('has one row where nothing is grouped, and one where the file names no doctor', () => {
    const plain = runOf([{ department: '骨科', cost: 100, payment: 100, band: 'ffs' }], { groups: [], ungrouped: true });
    for (const by of ['group', 'drg'] as const) {
      expect(breakdown(plain, { within: [{ by, key: 'all' }], by }).map(row => [row.key, row.label, row.stays])).toEqual([
        ['all', '不分组', 1],
      ]);
    }
    const { doctor: _, ...words } = plain.stays.words;
    const nameless = { ...plain, stays: { ...plain.stays, words } };
    expect(breakdown(nameless, { within: [], by: 'doctor' }).map(row => [row.key, row.label, row.stays])).toEqual([['', '未填写', 1]]);
  });
});

const parts: readonly Part[] = [...dimensions, 'doctor', 'drg'];

/** The key of a stay, read off the written stay and not off a column. */
function keyOf(stay: SettledStay, part: Part): string {
  switch (part) {
    case 'group':
      return stay.band === 'unpriced' ? 'unpriced' : stay.drg!;
    case 'drg':
      return stay.drg!;
    case 'month':
      return stay.settled!.slice(0, 7);
    default:
      return stay[part] ?? '';
  }
}

/** Every sum of the stays given, in whole numbers of any size. */
function added(stays: readonly SettledStay[]) {
  const sum = (of: (stay: SettledStay) => number | undefined) => Number(stays.reduce((so, stay) => so + BigInt(of(stay) ?? 0), 0n));
  const many = (of: (stay: SettledStay) => boolean) => stays.filter(of).length;
  const unpriced = stays.filter(stay => stay.band === 'unpriced');
  return {
    stays: stays.length,
    unpriced: unpriced.length,
    // unknown as soon as one of them has no cost
    unpricedCost: unpriced.some(stay => stay.cost === undefined) ? Number.NaN : Number(unpriced.reduce((so, stay) => so + stay.cost!, 0)),
    cost: sum(stay => stay.cost),
    payment: sum(stay => stay.payment),
    fund: sum(stay => (stay.payment ?? 0) - stay.patient! - stay.other!),
    patient: sum(stay => stay.patient),
    other: sum(stay => stay.other),
    margin: sum(stay => (stay.payment ?? 0) - (stay.cost ?? 0)),
    groupResult: sum(stay => stay.payment) - sum(stay => stay.cost),
    days: sum(stay => stay.days),
    priced: many(stay => stay.price !== undefined),
    low: many(stay => stay.band === 'low'),
    high: many(stay => stay.band === 'high'),
    weight: stays.reduce((so, { price }) => (price === undefined ? so : so.plus(prices[price]!.weight)), new Decimal(0)).toString(),
  };
}

it('adds up to the row it came from, in every sum, whatever the load and the two parts', () => {
  fc.assert(
    fc.property(loads, fc.constantFrom(...parts), fc.constantFrom(...parts), (load, outer, by) => {
      const random = randomRun(load);
      const population = load.filter(stay => stay.band !== 'out');
      for (const whole of breakdown(random, { within: [], by: outer })) {
        const within = [{ by: outer, key: whole.key }];
        const inside = population.filter(stay => keyOf(stay, outer) === whole.key);
        expect([...rowsWithin(random, within)].map(row => load[row])).toEqual(inside);
        expect(whole).toMatchObject(added(inside));
        const rows = breakdown(random, { within, by });
        for (const row of rows) expect(row).toMatchObject(added(inside.filter(stay => keyOf(stay, by) === row.key)));
        for (const name of sums) expect([name, rows.reduce((so, row) => so + row[name], 0)]).toEqual([name, whole[name]]);
        expect(rows.reduce((so, row) => so.plus(row.weight), new Decimal(0)).toString()).toBe(whole.weight);
      }
    }),
    { numRuns: 200 },
  );
});
