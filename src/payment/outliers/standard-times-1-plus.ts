/**
 * 高倍率按倍数追加: pay = S·(1 + f·(R − cap)), R = C ÷ b. The same as (C ÷ AC − (cap − 1)·W·k)·scale points when f = 1 (Guangxi).
 * Nanning, W 4.2, k .86844976, C 80,000, cap 1.5: 1,009.4426 points → 80,432.38.
 */
import type { Family } from './family.ts';
import { billed, figure } from './figure.ts';

export const standardTimes1Plus: Family = {
  inPoints: true,
  label: 'excess',
  pay(cost, { standard, excessOver, cap, excessShare }) {
    const excess = cost.minus(cap.times(excessOver));
    if (excess.lte(0)) return standard;
    return standard.times(excessOver).plus(excessShare.times(standard).times(excess)).div(excessOver);
  },
  line({ standard, excessOver, cap, excessShare }) {
    const slope = excessShare.times(standard);
    return { fixed: standard.minus(slope.times(cap)), slope, over: excessOver, atLeast: standard };
  },
  working: (cost, { standard, excessOver, cap, excessShare }) =>
    `${figure(standard)} × ${figure(excessShare)} × (${billed(cost)} ÷ ${figure(excessOver)} − ${figure(cap)})`,
};
