import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakdown } from '../../src/compare/breakdown.ts';
import { type GroupFigures, groupFigures } from '../../src/compare/group-figures.ts';
import { Decimal } from '../../src/money.ts';
import { loads, randomRun } from './random-run.ts';
import { group, runOf, type SettledStay } from './written-run.ts';

const groups = [group('0000', 'ungrouped'), group('AQY', 'ambiguous'), group('IC29'), group('IU25'), group('ZZ11'), group('EMPTY')];
// IC29 is paid 38,000 or, for residents, 30,000; IU25 4,000
const prices = [
  { drg: 'IC29', weight: '3.7362', standard: 3_800_000 },
  { drg: 'IC29', weight: '3.7362', standard: 3_000_000 },
  { drg: 'IU25', weight: '0.41', standard: 400_000 },
  { drg: 'IU25', weight: '0.41', standard: 410_000 },
];
/**
 *   IC29  52,000 → 38,000   29,000 → 30,000   91,000 → 40,000 high    9,000 → 9,000 unpriced
 *         cost 181,000, payment 117,000, result -64,000; 20 + 10 + ? + 3 days of 3 stays
 *   IU25  1,000 → 1,000 low,  3,000 → 4,000;   result +1,000
 *   0000  5,000 → 5,000 unpriced, and one without a cost at nothing
 *   AQY   2,000 → 1,400 by 70 % of cost
 */
const stays: readonly SettledStay[] = [
  { drg: 'IC29', price: 0, cost: 5_200_000, payment: 3_800_000, days: 20 },
  { drg: 'IC29', price: 1, cost: 2_900_000, payment: 3_000_000, days: 10 },
  { drg: 'IC29', price: 0, cost: 9_100_000, payment: 4_000_000, band: 'high' },
  { drg: 'IC29', cost: 900_000, payment: 900_000, band: 'unpriced', days: 3 },
  { drg: 'IU25', price: 2, cost: 100_000, payment: 100_000, band: 'low', days: 1 },
  { drg: 'IU25', price: 2, cost: 300_000, payment: 400_000, days: 0 },
  { drg: '0000', cost: 500_000, payment: 500_000, band: 'unpriced', days: 4 },
  { drg: '0000', band: 'unpriced', days: 4 },
  { drg: 'AQY', cost: 200_000, payment: 140_000, band: 'ratio', days: 2 },
  { drg: 'ZZ11', cost: 9_999_999, band: 'out', days: 2 },
];
const nothing = { priced: 0, unpriced: 0, low: 0, high: 0, weight: '', standard: undefined };

describe('the figures of every group with stays', () => {
  it('put the worst result first, and leave a stay without a price in its group', () => {
    const expected: GroupFigures[] = [
      {
        key: 'IC29',
        name: '名 IC29',
        status: 'grouped',
        stays: 4,
        priced: 3,
        unpriced: 1,
        low: 0,
        high: 1,
        weight: '3.7362',
        cost: 18_100_000,
        costed: 4,
        days: 33,
        timed: 3,
        standard: { lowest: 3_000_000, highest: 3_800_000, prices: 2 },
        payment: 11_700_000,
        result: -6_400_000,
        margin: -6_400_000,
      },
      {
        ...nothing,
        key: 'AQY',
        name: '名 AQY',
        status: 'ambiguous',
        stays: 1,
        cost: 200_000,
        costed: 1,
        days: 2,
        timed: 1,
        payment: 140_000,
        result: -60_000,
        margin: -60_000,
      },
      {
        ...nothing,
        key: '0000',
        name: '名 0000',
        status: 'ungrouped',
        stays: 2,
        unpriced: 2,
        cost: 500_000,
        costed: 1,
        days: 8,
        timed: 2,
        payment: 500_000,
        result: 0,
        margin: 0,
      },
      {
        key: 'IU25',
        name: '名 IU25',
        status: 'grouped',
        stays: 2,
        priced: 2,
        unpriced: 0,
        low: 1,
        high: 0,
        weight: '0.41',
        cost: 400_000,
        costed: 2,
        days: 1,
        timed: 2,
        // the price that no stay has is not one of them
        standard: { lowest: 400_000, highest: 400_000, prices: 1 },
        payment: 500_000,
        result: 100_000,
        margin: 100_000,
      },
    ];
    expect(groupFigures(runOf(stays, { groups, prices }))).toEqual(expected);
  });

  it('stand by code where results are equal, and where no cost is known', () => {
    const even: SettledStay[] = ['ZZ11', 'IU25', 'IC29'].map(drg => ({ drg, cost: 100, payment: 100, band: 'unpriced' }));
    expect(groupFigures(runOf(even, { groups })).map(({ key }) => key)).toEqual(['IC29', 'IU25', 'ZZ11']);
    const run = runOf(even, { groups });
    const { total: _, ...money } = run.stays.money;
    const costless = groupFigures({ ...run, stays: { ...run.stays, money } });
    expect(costless.map(({ key, cost, costed, result }) => [key, cost, costed, result])).toEqual([
      ['IC29', Number.NaN, 0, Number.NaN],
      ['IU25', Number.NaN, 0, Number.NaN],
      ['ZZ11', Number.NaN, 0, Number.NaN],
    ]);
  });

  it('are one row of all stays where nothing is grouped', () => {
    const plain = runOf([{ cost: 300, payment: 300, band: 'ffs', days: 5 }], { groups: [], ungrouped: true });
    expect(groupFigures(plain).map(({ key, status, stays: n, cost }) => [key, status, n, cost])).toEqual([['all', 'none', 1, 300]]);
  });
});

it('add up to the totals of the run', () => {
  fc.assert(
    fc.property(loads, load => {
      const run = randomRun(load);
      const figures = groupFigures(run);
      const whole = breakdown(run, { within: [], by: 'month' });
      for (const name of ['stays', 'priced', 'unpriced', 'low', 'high', 'cost', 'payment', 'margin', 'days'] as const) {
        expect([name, figures.reduce((so, row) => so + row[name], 0)]).toEqual([name, whole.reduce((so, row) => so + row[name], 0)]);
      }
      const weight = figures.reduce(
        (so, row) => (row.weight === '' ? so : so.plus(new Decimal(row.weight).times(row.priced))),
        new Decimal(0),
      );
      expect(weight.toString()).toBe(whole.reduce((so, row) => so.plus(row.weight), new Decimal(0)).toString());
      const population = load.filter(({ band }) => band !== 'out');
      expect(figures.reduce((so, row) => so + row.costed, 0)).toBe(population.filter(({ cost }) => cost !== undefined).length);
      expect(figures.reduce((so, row) => so + row.timed, 0)).toBe(population.filter(({ days }) => days !== undefined).length);
      for (const { result, payment, cost } of figures) expect(result).toBe(payment - cost);
      for (const [i, row] of figures.slice(1).entries()) expect(row.result).toBeGreaterThanOrEqual(figures[i]!.result);
    }),
  );
});
