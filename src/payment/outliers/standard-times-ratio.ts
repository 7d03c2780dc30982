/** 中低倍率按倍率折付: pay = S·R, R = C ÷ b. Yinchuan, .4 < R ≤ .8: score·R·k. */
import { Decimal } from '../../money.ts';
import type { Family } from './family.ts';
import { billed, figure } from './figure.ts';

export const standardTimesRatio: Family = {
  inPoints: true,
  label: 'standard_times_ratio',
  pay: (cost, { standard, benchmark }) => cost.times(standard).div(benchmark),
  line: ({ standard, benchmark }) => ({ fixed: new Decimal(0), slope: standard, over: benchmark, atLeast: new Decimal(0) }),
  working: (cost, { standard, benchmark }) => `${figure(standard)} × ${billed(cost)} ÷ ${figure(benchmark)}`,
};
