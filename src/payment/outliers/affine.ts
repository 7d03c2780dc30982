/** 高倍率按比例: pay = S·(a + f·(R − cap)). Harbin, a 1.7, f .5, cap 2: S 22,182.88, C 60,000 → 45,528.02. */
import { Decimal } from '../../money.ts';
import type { Family } from './family.ts';
import { billed, figure } from './figure.ts';

export const affine: Family = {
  inPoints: true,
  label: 'excess',
  pay(cost, { standard, excessOver, cap, excessShare, affineBase }) {
    const excess = cost.minus(cap.times(excessOver));
    const pay = affineBase.times(standard).times(excessOver).plus(excessShare.times(standard).times(excess)).div(excessOver);
    return Decimal.max(0, pay);
  },
  line({ standard, excessOver, cap, excessShare, affineBase }) {
    const slope = excessShare.times(standard);
    return { fixed: affineBase.times(standard).minus(slope.times(cap)), slope, over: excessOver, atLeast: new Decimal(0) };
  },
  working: (cost, { standard, excessOver, cap, excessShare, affineBase }) =>
    `${figure(standard)} × (${figure(affineBase)} − 1 + ${figure(excessShare)} × (${billed(cost)} ÷ ${figure(excessOver)} − ${figure(cap)}))`,
};
