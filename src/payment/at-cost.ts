/**
 * What of a payment is the cost of the stay or a share of it. A price on fund basis is the fund's alone, but a cost is the fund's and the
 * patient's: of what is paid at cost the fund pays its part of the bill. A bill of 9,000, 6,000 of it the fund's, paid at cost: 6,000.
 */
import type { Policy } from '../policy/policy.ts';
import { paysWholeBill } from './cases/rule-of-stay.ts';
import { type Band, bands } from './settlement.ts';

type AsPaid = {
  readonly band: Band;
  /** Number of the stay rule that decided, 0 none. */
  readonly rule: number;
  readonly payment: number;
  /** Fen of the payment that are paid apart, always at cost. */
  readonly exempt: number;
};

/** Fen. */
export const paidAtCost = ({ band, rule, payment, exempt }: AsPaid, policy: Policy): number =>
  (band === 'rule' ? paysRuleAtCost(rule, policy) : paysBandAtCost(band, policy)) ? payment : exempt;

export type AtCost = {
  /** By band, all but `rule`: 1 where all of the payment is at cost. */
  readonly ofBand: Uint8Array;
  /** By number of the stay rule. */
  readonly ofRule: Uint8Array;
};

export const atCostOf = (policy: Policy): AtCost => ({
  ofBand: Uint8Array.from(bands, band => Number(paysBandAtCost(band, policy))),
  ofRule: Uint8Array.from({ length: 1 + rulesOf(policy).length }, (_, rule) => Number(paysRuleAtCost(rule, policy))),
});

function paysBandAtCost(band: Band, policy: Policy): boolean {
  if (policy.method === 'ffs') return false;
  if (band === 'ratio') return true;
  if (band === 'special') return policy.special?.outcome === 'actual_cost';
  if (policy.method !== 'drg_rate' && policy.method !== 'drg_points') return false;
  if (band === 'low') return policy.low?.pay === 'actual_cost';
  if (band === 'high') return policy.high?.pay === 'actual_cost';
  return band === 'at_cost' && policy.groupRules.unstable?.pay === 'actual_cost';
}

function paysRuleAtCost(rule: number, policy: Policy): boolean {
  const found = rulesOf(policy)[rule - 1];
  return found !== undefined && paysWholeBill(found);
}

const rulesOf = (policy: Policy) => (policy.method === 'drg_rate' || policy.method === 'drg_points' ? policy.stayRules : []);
