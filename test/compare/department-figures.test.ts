import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Benchmark } from '../../src/compare/benchmark.ts';
import { breakdown } from '../../src/compare/breakdown.ts';
import { type CaseMix, departmentFigures, partFigures } from '../../src/compare/department-figures.ts';
import { Decimal } from '../../src/money.ts';
import { loads, groups as randomGroups, randomRun } from './random-run.ts';
import { group, runOf, type SettledStay } from './written-run.ts';

const meansOf = (cost: Readonly<Record<string, string>>, days: Readonly<Record<string, string>> = {}): Benchmark => ({
  source: 'test',
  meanCost: drg => (cost[drg] === undefined ? undefined : new Decimal(cost[drg])),
  meanDays: drg => (days[drg] === undefined ? undefined : new Decimal(days[drg])),
});
const shown = ({ groups, costed, timed, costIndex, timeIndex }: CaseMix) => ({
  groups,
  costed,
  timed,
  cost: [costIndex.index?.toString(), costIndex.stays],
  time: [timeIndex.index?.toString(), timeIndex.stays],
});

const groups = [group('0000', 'ungrouped'), group('A'), group('B'), group('C'), group('AQY', 'ambiguous')];
const prices = [
  { drg: 'A', weight: '0.4', standard: 500_000 },
  { drg: 'B', weight: '1.6', standard: 2_000_000 },
  { drg: 'C', weight: '0.8', standard: 1_000_000 },
];
// The region: A 4000, 5000, 6000, 5000; B 18000, 22000, 20000, 24000, 16000; C 9000, 11000, 10000. Means 5,000, 20,000 and 10,000, all 12,500.
const region = meansOf({ A: '5000', B: '20000', C: '10000' }, { A: '4', B: '10', C: '6' });
const a = (yuan: number, days: number): SettledStay => ({ drg: 'A', price: 0, cost: yuan * 100, payment: 500_000, days });
const b = (yuan: number, days: number): SettledStay => ({ drg: 'B', price: 1, cost: yuan * 100, payment: 2_000_000, days });
const c = (yuan: number, days: number): SettledStay => ({ drg: 'C', price: 2, cost: yuan * 100, payment: 1_000_000, days });
const of = (stays: readonly SettledStay[]) => runOf(stays, { groups, prices });
const figures = (stays: readonly SettledStay[], benchmark: Benchmark | undefined) =>
  departmentFigures(of(stays), breakdown(of(stays), { within: [], by: 'department' }), benchmark);

describe('the worked case of the region', () => {
  it('has CMI 1 and both indices 1 for the region itself', () => {
    const stays = [
      ...[4000, 5000, 6000, 5000].map(cost => a(cost, 4)),
      ...[18_000, 22_000, 20_000, 24_000, 16_000].map(cost => b(cost, 10)),
      ...[9000, 11_000, 10_000].map(cost => c(cost, 6)),
    ];
    const { rows, whole } = figures(stays, region);
    expect(rows[0]!.cmi).toBe('1.0000'); // (4 × 0.4 + 5 × 1.6 + 3 × 0.8) ÷ 12
    expect(shown(whole)).toEqual({ groups: 3, costed: 12, timed: 12, cost: ['1', 12], time: ['1', 12] });
  });

  it('has cost index 1.05 for two A at a mean of 5,500 and one B at 19,000', () => {
    const { rows, whole } = figures([a(5000, 5), a(6000, 5), b(19_000, 8)], region);
    expect(rows[0]!.cmi).toBe('0.8000'); // (2 × 0.4 + 1.6) ÷ 3
    // cost (2 × 5,500 ÷ 5,000 + 1 × 19,000 ÷ 20,000) ÷ 3 = (2.2 + 0.95) ÷ 3; days (2 × 5 ÷ 4 + 8 ÷ 10) ÷ 3 = 3.3 ÷ 3
    expect(shown(whole)).toEqual({ groups: 2, costed: 3, timed: 3, cost: ['1.05', 3], time: ['1.1', 3] });
    expect(shown(rows[0]!)).toEqual(shown(whole));
  });
});

describe('what an index does not speak of', () => {
  const stays: readonly SettledStay[] = [
    { ...a(6000, 5), department: '骨科' },
    { ...b(30_000, 8), department: '骨科' },
    { department: '骨科', drg: 'AQY', cost: 900_000, payment: 900_000, band: 'unpriced', days: 7 },
    { department: '骨科', drg: 'A', band: 'unpriced', days: 2 }, // its cost is not known
    { department: '儿科', drg: 'A', cost: 450_000, payment: 450_000, band: 'unpriced' }, // no price, but a cost; no days
    { department: '儿科', drg: 'C', cost: 999_999, band: 'out', days: 3 },
  ];

  it('is left out, and the stays that remain are counted', () => {
    const { rows, whole } = figures(stays, meansOf({ A: '5000' }, { A: '4', B: '10' }));
    expect(rows.map(row => [row.key, shown(row)])).toEqual([
      // cost 6,000 ÷ 5,000 of one stay; days (5 ÷ 4 + 2 ÷ 4 + 8 ÷ 10) ÷ 3 = 2.55 ÷ 3; ambiguous stays are no group
      ['骨科', { groups: 2, costed: 3, timed: 4, cost: ['1.2', 1], time: ['0.85', 3] }],
      ['儿科', { groups: 1, costed: 1, timed: 0, cost: ['0.9', 1], time: [undefined, 0] }],
    ]);
    // (1.2 + 0.9) ÷ 2
    expect(shown(whole)).toEqual({ groups: 2, costed: 4, timed: 4, cost: ['1.05', 2], time: ['0.85', 3] });
  });

  it('is everything without a benchmark: the hospital is never measured by itself', () => {
    expect(shown(figures(stays, undefined).whole)).toEqual({ groups: 2, costed: 4, timed: 4, cost: [undefined, 0], time: [undefined, 0] });
  });

  it('is everything where nothing is grouped', () => {
    const plain = runOf([{ cost: 300, payment: 300, band: 'ffs', days: 5 }], { groups: [], ungrouped: true });
    const rows = breakdown(plain, { within: [], by: 'department' });
    expect(shown(departmentFigures(plain, rows, region).rows[0]!)).toEqual({
      groups: 0,
      costed: 1,
      timed: 1,
      cost: [undefined, 0],
      time: [undefined, 0],
    });
  });

  it('is a benchmark of nothing', () => {
    expect(shown(figures(stays, meansOf({ A: '0' })).whole).cost).toEqual([undefined, 0]);
  });
});

it('shows half a last digit as the half it is, though no decimal holds the parts', () => {
  // (1,000 ÷ 3,000 + 10,000.60 ÷ 6,000) ÷ 2 = (0.333… + 1.666766…) ÷ 2 = 12,000.60 ÷ 6,000 ÷ 2 = 1.00005
  const { costIndex } = figures([a(1000, 1), { ...b(0, 1), cost: 1_000_060 }], meansOf({ A: '3000', B: '6000' })).whole;
  expect([costIndex.index?.toString(), costIndex.index?.toFixed(4)]).toEqual(['1.00005', '1.0001']);
});

it('keeps the order of the rows it is given, of a breakdown too', () => {
  const stays = [
    { ...a(6000, 5), department: '骨科', doctor: 'D001' },
    { ...a(4000, 5), department: '骨科', doctor: 'D002' },
    { ...a(9000, 5), department: '儿科', doctor: 'D001' },
  ];
  const within = [{ by: 'department' as const, key: '骨科' }];
  const rows = breakdown(of(stays), { within, by: 'doctor' }).toReversed();
  const found = partFigures(of(stays), { rows, by: 'doctor', within }, region);
  expect(found.rows.map(row => [row.key, row.cost, row.costIndex.index?.toString()])).toEqual([
    ['D002', 400_000, '0.8'],
    ['D001', 600_000, '1.2'],
  ]);
  expect(found.whole.costIndex.index?.toString()).toBe('1');
});

it('is the index of its definition: means of groups against means of the benchmark, weighted by stays', () => {
  const means = meansOf({ AA1: '12345.67', AB1: '3', BQY: '700' }, { AA1: '7', BC1: '3.3' });
  fc.assert(
    fc.property(loads, load => {
      const run = randomRun(load);
      const { rows, whole } = departmentFigures(run, breakdown(run, { within: [], by: 'department' }), means);
      const population = load.filter(({ band }) => band !== 'out');
      for (const [stays, found] of [
        [population, whole] as const,
        ...rows.map(row => [population.filter(stay => (stay.department ?? '') === row.key), row] as const),
      ]) {
        const slow = (mean: (drg: string) => Decimal | undefined, of: (stay: SettledStay) => number | undefined, unit: number) => {
          let [sum, n] = [new Decimal(0), 0];
          for (const { drg } of randomGroups) {
            const known = stays.filter(stay => stay.drg === drg && of(stay) !== undefined);
            const benchmark = mean(drg);
            if (!benchmark || known.length === 0) continue;
            const own = known.reduce((so, stay) => so.plus(of(stay)!), new Decimal(0)).div(known.length);
            sum = sum.plus(own.div(benchmark.times(unit)).times(known.length));
            n += known.length;
          }
          return [n === 0 ? undefined : sum.div(n).toDecimalPlaces(20).toString(), n];
        };
        const fast = ({ index, stays: n }: CaseMix['costIndex']) => [index?.toDecimalPlaces(20).toString(), n];
        expect(fast(found.costIndex)).toEqual(slow(means.meanCost, stay => stay.cost, 100));
        expect(fast(found.timeIndex)).toEqual(slow(means.meanDays, stay => stay.days, 1));
        const treated = new Set(stays.map(({ drg }) => drg).filter(drg => drg !== '0000' && drg !== 'BQY'));
        expect(found.groups).toBe(treated.size);
      }
    }),
  );
});
