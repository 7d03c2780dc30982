/**
 * The payment of one stay by the first stay rule it meets, exact and readable. A rule that pays by the day needs the days, one that pays
 * the case without what is exempt needs to know that; without them the stay has no price and stands at its bill.
 */
import { type Fen, toFen, yuanOf } from '../../money.ts';
import type { DrgPolicy } from '../../policy/policy.ts';
import type { Bill } from '../bill.ts';
import type { Price, UnpricedReason } from '../settlement.ts';
import type { CaseFacts } from './case-facts.ts';
import { paidByRule, paysByDay, paysWholeBill, ruleOfStay } from './rule-of-stay.ts';

export type RulePaid = {
  readonly band: 'rule' | 'ffs' | 'unpriced';
  /** From 1. */
  readonly rule: number;
  readonly reason: UnpricedReason;
  readonly payment: Fen;
  /** Fen of the payment that are paid apart. */
  readonly exempt: number;
};

/** undefined: the stay meets no rule. */
export function payCase({ cost }: Bill, price: Price | undefined, policy: DrgPolicy, facts: CaseFacts): RulePaid | undefined {
  const net = yuanOf(cost - facts.exempt);
  const rule = ruleOfStay(net, price, policy, facts);
  const found = policy.stayRules[rule - 1];
  if (!found) return undefined;
  const onBill = { rule, payment: cost as Fen, exempt: 0 };
  if (found.pay === 'ffs') return { ...onBill, band: 'ffs', reason: '' };
  const whole = paysWholeBill(found);
  if (paysByDay(found) && facts.days < 0) return { ...onBill, band: 'unpriced', reason: 'no_days' };
  if (!whole && Number.isNaN(facts.exempt)) return { ...onBill, band: 'unpriced', reason: 'no_charges' };
  const exempt = whole ? 0 : facts.exempt;
  const paid = paidByRule(found, { cost: whole ? yuanOf(cost) : net, days: facts.days, price }, policy);
  return { rule, band: 'rule', reason: '', payment: (toFen(paid) + exempt) as Fen, exempt };
}
