/** 据实支付: pay = C. The low rule of every rate-method city, the high rule of Suzhou, Jinan, Linyi, Changsha. */
import { Decimal } from '../../money.ts';
import type { Family } from './family.ts';
import { billed } from './figure.ts';

export const actualCost: Family = {
  inPoints: false,
  label: 'cost',
  pay: cost => cost,
  line: () => ({ fixed: new Decimal(0), slope: new Decimal(1), over: new Decimal(1), atLeast: new Decimal(0) }),
  working: billed,
};
