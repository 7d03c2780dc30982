/** 高倍率付差额: pay = C − S, never less than nothing (Heze, Qingdao). What goes by cost knows no modifier: S is the one without it. */
import { Decimal } from '../../money.ts';
import type { Family } from './family.ts';
import { billed, figure } from './figure.ts';

export const costMinusStandard: Family = {
  inPoints: false,
  label: 'cost_less_standard',
  pay: (cost, { unmodified }) => Decimal.max(0, cost.minus(unmodified)),
  line: ({ unmodified }) => ({ fixed: unmodified.negated(), slope: new Decimal(1), over: new Decimal(1), atLeast: new Decimal(0) }),
  working: (cost, { unmodified }) => `${billed(cost)} − ${figure(unmodified)}`,
};
