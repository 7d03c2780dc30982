/** 高倍率仍按标准: pay = S; the hospital may file a special case (Wuhan, Fuzhou, Tianjin, Chongqing, Shenyang). */
import { Decimal } from '../../money.ts';
import type { Family } from './family.ts';

export const standardOnly: Family = {
  inPoints: false,
  label: 'standard',
  pay: (_cost, { standard }) => standard,
  line: ({ standard }) => ({ fixed: standard, slope: new Decimal(0), over: new Decimal(1), atLeast: new Decimal(0) }),
  working: () => '',
};
