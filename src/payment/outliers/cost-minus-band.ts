/** 高倍率扣除区间: pay = C − share × benchmark, never less than nothing. Chengdu, mean 9,000, C 14,000, share .4 → 10,400. */
import { Decimal } from '../../money.ts';
import type { Family } from './family.ts';
import { billed, figure } from './figure.ts';

export const costMinusBand: Family = {
  inPoints: false,
  label: 'cost_less_band',
  pay: (cost, { benchmark, bandShare }) => Decimal.max(0, cost.minus(bandShare.times(benchmark))),
  line: ({ benchmark, bandShare }) => ({
    fixed: bandShare.times(benchmark).negated(),
    slope: new Decimal(1),
    over: new Decimal(1),
    atLeast: new Decimal(0),
  }),
  working: (cost, { benchmark, bandShare }) => `${billed(cost)} − ${figure(bandShare)} × ${figure(benchmark)}`,
};
