/**
 * The rate that a year's fund pays for: budgeted total cost ÷ expected weight. On the total-cost basis the fund is first divided by the
 * share of the bill that the fund paid last year; on the fund basis it is not.
 * 680,000,000 ÷ 0.70 = 971,428,571.43; 98,000 cases × CMI 1.02 = 99,960; rate 9,718.17.
 */
import type { Decimal } from '../../money.ts';

export type BudgetRate = {
  /** Yuan. */
  readonly fund: Decimal;
  readonly share: Decimal | undefined;
  readonly total: Decimal;
  readonly weight: Decimal;
  /** Yuan per weight, unrounded. */
  readonly rate: Decimal;
};

/** `share` not given: the rate is on the fund basis. */
export function budgetRate(
  fund: Decimal,
  { share, weight }: { readonly share?: Decimal | undefined; readonly weight: Decimal },
): BudgetRate {
  const total = share ? fund.div(share) : fund;
  return { fund, share, total, weight, rate: total.div(weight) };
}

/** Σ expected cases × W: the cases of last year, grown. */
export const expectedWeight = (
  groups: readonly { readonly lastYear: number; readonly weight: Decimal | undefined }[],
  growth: Decimal,
  zero: Decimal,
): Decimal => groups.reduce((sum, { lastYear, weight }) => (weight ? sum.plus(weight.times(lastYear)) : sum), zero).times(growth.plus(1));
