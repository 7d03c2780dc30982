/**
 * The money a price is made from: the fund's budget with its adjustments, less what is held back, on the basis of the price.
 * 680,000,000 ÷ 0.70 = 971,428,571.43 for 99,960 weights: 9,718.17 yuan a weight (section 1.2 of the payment reference).
 */
import { Decimal, type Fen, sum, toFen, yuanOf } from '../../money.ts';
import type { SharingRule } from '../../policy/clearing-rule.ts';
import { both, mistake } from '../../policy/mistakes.ts';
import type { InsuranceBudget } from './budget.ts';

export type Pool = {
  readonly adjusted: Fen;
  readonly reserve: Fen;
  readonly risk: Fen;
  /** What the fund may pay out: adjusted less reserve and risk. */
  readonly usable: Fen;
  /** p; 1 on fund basis. */
  readonly share: Decimal;
};

export function poolOf(budget: InsuranceBudget, basis: 'total_cost' | 'fund'): Pool {
  const { fundBudget, fundShare, reserveShare, riskShare, adjustments } = budget;
  const adjusted = sum([toFen(fundBudget.value), ...adjustments.map(({ amount }) => amount)]);
  if (adjusted <= 0) {
    throw mistake(
      'PARAMETER_INVALID',
      fundBudget.leaf.at,
      both(`${budget.insurance} 的预算调整后不大于 0`, `nothing is left of the budget of ${budget.insurance} after its adjustments`),
      both('核对 adjustments 的金额。', 'Check the amounts of its adjustments.'),
    );
  }
  const heldBack = (share: Decimal | undefined): Fen => toFen((share ?? zero).times(yuanOf(adjusted)));
  const [reserve, risk] = [heldBack(reserveShare?.value), heldBack(riskShare?.value)];
  if (basis === 'total_cost' && !fundShare) {
    throw mistake(
      'BUDGET_INVALID',
      fundBudget.leaf.at,
      both(
        `政策按总费用付费，${budget.insurance} 却没有写 fund_share`,
        `the policy pays on total cost, but ${budget.insurance} has no fund_share`,
      ),
      both('写上基金占总费用的份额，例如 "0.7"。', 'Write the fund\'s share of total cost, such as "0.7".'),
    );
  }
  const share = basis === 'fund' ? new Decimal(1) : fundShare!.value;
  return { adjusted, reserve, risk, usable: (adjusted - reserve - risk) as Fen, share };
}

const zero = new Decimal(0);

/** Yuan on the basis of the price: B ÷ p, exact. */
export const onBasis = (fund: Fen, { share }: Pool): Decimal => yuanOf(fund).div(share);

/** r = B_total ÷ TW, or PV = B_total ÷ Σ points. */
export const ratePerUnit = (total: Decimal, units: Decimal): Decimal => total.div(units);

/**
 * What the hospitals together get of a surplus (more than 0) or bear of a deficit (less), by the pool: section 5, shape (b).
 * Budget 100, spent 90, 15 % of a surplus: +1.5; spent 120, 15 % of a deficit: −3.
 */
export function hospitalsPart(budget: Decimal, spent: Decimal, { surplus, deficit }: Extract<SharingRule, { by: 'pool' }>): Decimal {
  const left = budget.minus(spent);
  return left.times(left.isNegative() ? deficit.value : surplus.value);
}

/**
 * The pool that a floating price divides once it is shared: of a surplus what was spent and the hospitals' part of the rest, of a deficit the
 * budget and the fund's part of the rest. 15 %: budget 100, spent 90 → 91.5; spent 120 → 117.
 */
export const sharedPool = (budget: Decimal, spent: Decimal, rule: Extract<SharingRule, { by: 'pool' }>): Decimal =>
  spent.plus(hospitalsPart(budget, spent, rule));
