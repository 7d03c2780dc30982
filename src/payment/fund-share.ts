/**
 * What the fund pays of a payment; the patient and the other payers settle item by item, as on the bill.
 * Standard 28,000 for a bill of 30,000, fund 24,564, patient 5,436: difference 22,564.00 · ratio 22,926.40 · fund basis 28,000.00.
 */
import type { FundRule } from '../policy/fund-rule.ts';
import type { Bill } from './bill.ts';
import { shareOfFen } from './share-of-fen.ts';

/** Whole fen; NaN when the file does not say what the rule needs. Under `difference` a fund never takes money back. */
export function fundPays(method: FundRule['method'], payment: number, { cost, fund, patient, other }: Bill): number {
  switch (method) {
    case 'difference':
      return Math.max(0, payment - patient - other);
    case 'ratio':
      return Number.isNaN(fund) ? fund : cost === 0 ? 0 : shareOfFen(payment, fund, cost);
    case 'recalc':
      throw new Error('not built');
    case 'fund_basis':
      return payment;
  }
}
