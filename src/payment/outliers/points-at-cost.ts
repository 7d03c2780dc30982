/**
 * 低倍率按费用折点: points = C ÷ AC × scale, pay = points × PV. It is not cost: Jinhua, C 3,500 → 37.13 points → 3,145.06.
 */
import { Decimal } from '../../money.ts';
import type { Family } from './family.ts';
import { billed, figure } from './figure.ts';

export const pointsAtCost: Family = {
  inPoints: true,
  label: 'points_at_cost',
  pay: (cost, { perWeight, meanPerWeight }) => cost.times(perWeight).div(meanPerWeight),
  line: ({ perWeight, meanPerWeight }) => ({ fixed: new Decimal(0), slope: perWeight, over: meanPerWeight, atLeast: new Decimal(0) }),
  working: (cost, { perWeight, meanPerWeight }) => `${billed(cost)} ÷ ${figure(meanPerWeight)} × ${figure(perWeight)}`,
};
