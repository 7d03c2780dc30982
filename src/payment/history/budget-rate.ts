/**
 * The rate that a year's fund pays for: budgeted total cost ÷ expected weight. On the total-cost basis the fund is first divided by the
 * share of the bill that the fund paid last year; on the fund basis it is not.
 * 680,000,000 ÷ 0.70 = 971,428,571.43; 98,000 cases × CMI 1.02 = 99,960; rate 9,718.17.
 */
import { Decimal } from '../../money.ts';

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

/** Cases of last year in the groups of the weights, of hospitals whose standard is W × r × k. */
export type Expected = { readonly cases: ReadonlyMap<string, number>; readonly k: Decimal };

/** Σ expected cases × W × k: the cases of last year, grown alike; a group without a weight is expected to weigh nothing. */
export function expectedWeight(hospitals: readonly Expected[], { weightOf, growth }: Expecting): Decimal {
  const ofOne = ({ cases, k }: Expected): Decimal =>
    [...cases].reduce((sum, [drg, n]) => sum.plus((weightOf(drg) ?? none).times(n)), none).times(k);
  return hospitals.reduce((sum, one) => sum.plus(ofOne(one)), none).times(growth.plus(1));
}

export type Expecting = { readonly weightOf: (drg: string) => Decimal | undefined; readonly growth: Decimal };

const none = new Decimal(0);
