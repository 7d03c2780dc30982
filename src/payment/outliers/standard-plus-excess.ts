/**
 * 高倍率追加点数: points = W·scale·k + f·(C ÷ b − cap)·W·scale, the excess without k; b is the excess benchmark of the policy.
 * Where b lies above the benchmark of the ratio, a stay may be high with nothing in excess: then it is paid the standard.
 * Jinhua, W 1.2, C 40,000: 120 + (3.5359 − 2.5)·120 = 244.31 points → 20,695.77.
 */
import type { Family } from './family.ts';
import { billed, figure } from './figure.ts';

export const standardPlusExcess: Family = {
  inPoints: true,
  label: 'excess',
  pay(cost, { standard, weight, perWeight, excessOver, cap, excessShare }) {
    const excess = cost.minus(cap.times(excessOver));
    if (excess.lte(0)) return standard;
    return standard.times(excessOver).plus(excessShare.times(excess).times(weight).times(perWeight)).div(excessOver);
  },
  line({ standard, weight, perWeight, excessOver, cap, excessShare }) {
    const slope = excessShare.times(weight).times(perWeight);
    // S − slope·cap + slope·C ÷ b
    return { fixed: standard.minus(slope.times(cap)), slope, over: excessOver, atLeast: standard };
  },
  working: (cost, { weight, perWeight, excessOver, cap, excessShare }) =>
    `${figure(excessShare)} × (${billed(cost)} ÷ ${figure(excessOver)} − ${figure(cap)}) × ${figure(weight)} × ${figure(perWeight)}`,
};
