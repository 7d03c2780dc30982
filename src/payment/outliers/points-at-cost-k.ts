/** 低倍率按费用折点乘系数: points = C ÷ AC × scale × k (江苏泰州). */
import { Decimal } from '../../money.ts';
import type { Family } from './family.ts';
import { billed, figure } from './figure.ts';

export const pointsAtCostK: Family = {
  inPoints: true,
  label: 'points_at_cost',
  pay: (cost, { perWeight, meanPerWeight, coefficient }) => cost.times(perWeight).times(coefficient).div(meanPerWeight),
  line: ({ perWeight, meanPerWeight, coefficient }) => ({
    fixed: new Decimal(0),
    slope: perWeight.times(coefficient),
    over: meanPerWeight,
    atLeast: new Decimal(0),
  }),
  working: (cost, { perWeight, meanPerWeight, coefficient }) =>
    `${billed(cost)} ÷ ${figure(meanPerWeight)} × ${figure(perWeight)} × ${figure(coefficient)}`,
};
