/**
 * What the fund pays of a payment and what the patient pays, section 1.4 of the payment reference; other payers stay as on the bill.
 * Standard 28,000 for a bill of 30,000 with own-pay 1,500, pre-selfpay 1,200, deductible 600, fund 24,564 (92 %), patient 5,436:
 * difference 22,564.00 · ratio 22,926.40 · recalc (28,000 − 3,300) × 24,564 ÷ 26,700 = 22,724.00 · fund basis 28,000.00.
 * The patient pays 5,436 by item, and the rest of the payment by share: 5,073.60 under ratio, 5,276.00 under recalc.
 */
import type { FundRule } from '../policy/fund-rule.ts';
import type { Bill, Scope } from './bill.ts';
import { shareOfFen } from './share-of-fen.ts';

/**
 * Whole fen; NaN when the file does not say what the rule needs. A fund never takes money back. `atCost` is what of the payment is the cost
 * of the stay or a share of it, which only a price on fund basis asks.
 */
export function fundPays(method: FundRule['method'], payment: number, bill: Bill, atCost = 0): number {
  const { cost, fund, patient, other, scope } = bill;
  switch (method) {
    case 'difference':
      return byDifference(payment, patient, other);
    case 'ratio':
      return byRatio(payment, fund, cost);
    case 'recalc':
      return scope ? recalculated(payment, fund, outsideOf(scope), scope.inScope - scope.deductible) : Number.NaN;
    case 'fund_basis':
      return onFundBasis(payment, atCost, fund, cost);
  }
}

/** Whole fen; by item what the bill says, else what fund and others leave of the payment, never below zero. */
export function patientPays(way: FundRule['patient'], payment: number, { fund, patient, other }: Omit<Bill, 'cost' | 'scope'>): number {
  return way === 'by_item' ? patient : Math.max(0, payment - fund - other);
}

export const byDifference = (payment: number, patient: number, other: number): number => Math.max(0, payment - patient - other);

export function byRatio(payment: number, fund: number, cost: number): number {
  if (Number.isNaN(fund)) return fund;
  return cost === 0 ? 0 : shareOfFen(payment, fund, cost);
}

/** The price is the fund's; of what is paid at cost the fund pays its part of the bill, and the patient paid the rest. */
export const onFundBasis = (payment: number, atCost: number, fund: number, cost: number): number =>
  atCost === 0 ? payment : payment - atCost + byRatio(atCost, fund, cost);

/**
 * What the payment has in scope above the deductible, at the share that the fund paid of the same part of the bill; one rounding.
 * A fund that paid nothing has the share 0; one that paid where the bill has nothing in scope has a share that nobody knows.
 */
export function recalculated(payment: number, fund: number, outside: number, covered: number): number {
  const base = payment - outside;
  if (Number.isNaN(base) || Number.isNaN(fund) || Number.isNaN(covered)) return Number.NaN;
  if (fund === 0 || base <= 0) return 0;
  return covered > 0 ? shareOfFen(base, fund, covered) : Number.NaN;
}

/** What the fund never pays a share of. */
export const outsideOf = ({ ownPay, preSelfpay, deductible }: Scope): number => ownPay + preSelfpay + deductible;
