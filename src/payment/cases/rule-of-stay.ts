/** The stay rule that pays a stay, and what it pays: exact and readable, the definition that the columns are tested against. */
import { Decimal } from '../../money.ts';
import type { Bound, Condition } from '../../policy/condition.ts';
import type { DrgPolicy } from '../../policy/policy.ts';
import type { RulePay, StayRule } from '../../policy/stay-rules.ts';
import { needsPrice } from '../condition-test.ts';
import { termsOf } from '../outliers/outlier.ts';
import { asPaid } from '../outliers/pays-of.ts';
import { pointsAtCost } from '../outliers/points-at-cost.ts';
import type { Price } from '../settlement.ts';
import type { CaseFacts } from './case-facts.ts';

/** Number of the first rule whose conditions all hold, from 1; 0: none. `cost` is yuan without what is paid apart. */
export function ruleOfStay(cost: Decimal, price: Price | undefined, { stayRules }: DrgPolicy, facts: CaseFacts): number {
  const holds = (condition: Condition) => (needsPrice(condition) ? meetsPrice(condition, cost, price!) : facts.meets(condition));
  return stayRules.findIndex(rule => (hasStandard(price) || !asksPrice(rule)) && rule.when.every(holds)) + 1;
}

/** An unstable group has a price that only says how its cost is paid. */
export const hasStandard = (price: Price | undefined): boolean => price !== undefined && !price.atCost;

/** Whether a rule can pay only a stay that has a price. */
export const asksPrice = ({ pay, when }: StayRule): boolean => paysByPrice.includes(pay) || when.some(needsPrice);
const paysByPrice: readonly RulePay[] = ['points_at_cost', 'share_of_standard', 'weight_per_day'];

/** These pay the bill as it is; the others pay the case without what is exempt, and that apart. */
export const paysWholeBill = ({ pay }: StayRule): boolean => wholeBill.includes(pay);
const wholeBill: readonly RulePay[] = ['actual_cost', 'ffs', 'share_of_cost'];

/** These multiply by the days, which may be missing. */
export const paysByDay = ({ pay }: StayRule): boolean => pay === 'per_diem' || pay === 'weight_per_day';

function meetsPrice({ column, is, value }: Condition, cost: Decimal, { weight, benchmark }: Price): boolean {
  const bound = new Decimal(value as string);
  return column === 'weight' ? compared(weight, is as Bound, bound) : compared(cost, is as Bound, bound.times(benchmark));
}

export function compared(number: Decimal, is: Bound, bound: Decimal): boolean {
  switch (is) {
    case 'gt':
      return number.gt(bound);
    case 'gte':
      return number.gte(bound);
    case 'lt':
      return number.lt(bound);
    case 'lte':
      return number.lte(bound);
  }
}

/** Yuan, before what is paid apart; `cost` is the whole bill for a rule that pays it. `days` are known. */
export function paidByRule(
  { pay, share, rate }: StayRule,
  { cost, days, price }: { readonly cost: Decimal; readonly days: number; readonly price: Price | undefined },
  policy: DrgPolicy,
): Decimal {
  switch (pay) {
    case 'actual_cost':
    case 'ffs':
      return cost;
    case 'share_of_cost':
      return cost.times(share);
    case 'per_diem':
      return rate.times(days);
    case 'points_at_cost':
      return asPaid(pointsAtCost.pay(cost, termsOf(price!, policy)), true, price!, policy);
    case 'share_of_standard':
      return asPaid(price!.standardExact.times(share), true, price!, policy);
    case 'weight_per_day':
      return asPaid(price!.times.times(price!.perWeight).times(days), true, price!, policy);
  }
}
