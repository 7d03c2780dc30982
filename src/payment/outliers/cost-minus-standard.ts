/** 高倍率付差额: pay = C − S, never less than nothing (Heze, Qingdao). */
import { Decimal } from '../../money.ts';
import type { Family } from './family.ts';
import { billed, figure } from './figure.ts';

export const costMinusStandard: Family = {
  inPoints: false,
  label: 'cost_less_standard',
  pay: (cost, { standard }) => Decimal.max(0, cost.minus(standard)),
  line: ({ standard }) => ({ fixed: standard.negated(), slope: new Decimal(1), over: new Decimal(1), atLeast: new Decimal(0) }),
  working: (cost, { standard }) => `${billed(cost)} − ${figure(standard)}`,
};
