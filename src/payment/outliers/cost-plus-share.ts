/**
 * 中低倍率: points = C ÷ AC·scale + share·W·scale, the share without k. Hangzhou, W .8, k 1.05, share .2, C 6,000 (R .7484):
 * 62.8693 + 16 = 78.8693 points × 92 = 7,255.97, where the standard is 7,728.00.
 */
import { Decimal } from '../../money.ts';
import type { Family } from './family.ts';
import { billed, figure } from './figure.ts';

export const costPlusShare: Family = {
  inPoints: true,
  label: 'cost_plus_share',
  pay: (cost, { weight, perWeight, meanPerWeight, midLowShare }) =>
    cost.times(perWeight).plus(midLowShare.times(weight).times(perWeight).times(meanPerWeight)).div(meanPerWeight),
  line: ({ weight, perWeight, meanPerWeight, midLowShare }) => ({
    fixed: midLowShare.times(weight).times(perWeight),
    slope: perWeight,
    over: meanPerWeight,
    atLeast: new Decimal(0),
  }),
  working: (cost, { weight, perWeight, meanPerWeight, midLowShare }) =>
    `${billed(cost)} ÷ ${figure(meanPerWeight)} × ${figure(perWeight)} + ${figure(midLowShare)} × ${figure(weight)} × ${figure(perWeight)}`,
};
