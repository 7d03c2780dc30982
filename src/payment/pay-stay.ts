/**
 * The DRG payment of one stay, exact and readable: which side of the lines its cost lies on, and what is paid there.
 * This is the definition; the columns are tested to give the same for every stay, to the fen.
 */
import { Decimal, type Fen, yuanOf } from '../money.ts';
import type { DrgPolicy } from '../policy/policy.ts';
import { capFor } from '../policy/tiers.ts';
import { paidAtCost } from './at-cost.ts';
import type { Bill } from './bill.ts';
import { type CaseFacts, onlyBill } from './cases/case-facts.ts';
import { payCase, type RulePaid } from './cases/pay-case.ts';
import { fundPays, patientPays } from './fund-share.ts';
import { highFamily, lowFamily, midLowFamily, unstableFamily } from './outliers/outlier.ts';
import { paidByFamily } from './outliers/pays-of.ts';
import type { Price } from './settlement.ts';

export type PaidBand = 'at_cost' | 'low' | 'mid_low' | 'normal' | 'high';
/** `rule` is the number of the stay rule that decided, 0 none; `exempt` what of the payment is paid apart, in fen. */
export type Paid = {
  readonly band: PaidBand | RulePaid['band'];
  readonly rule: number;
  readonly exempt: number;
  readonly payment: Fen;
  readonly fund: number;
  readonly margin: number;
};

/** Stay rules first; then what is exempt leaves the bill, the rest lies on one side of the lines, and the exempt is paid apart. */
export function payStay(bill: Bill, price: Price, policy: DrgPolicy, facts: CaseFacts = onlyBill): Paid {
  // item lines are asked and the stay has none: no price
  const unknown = { band: 'unpriced', rule: 0, exempt: 0, payment: bill.cost as Fen } as const;
  const { band, rule, exempt, payment } =
    payCase(bill, price, policy, facts) ?? (Number.isNaN(facts.exempt) ? unknown : payInBand(bill, price, policy, facts));
  const onBill = band === 'ffs' || band === 'unpriced';
  const fund = onBill ? bill.fund : fundPays(policy.fund.method, payment, bill, paidAtCost({ band, rule, payment, exempt }, policy));
  const patient = onBill ? bill.patient : patientPays(policy.fund.patient, payment, { ...bill, fund });
  return { band, rule, exempt, payment, fund, margin: fund + patient + bill.other - bill.cost };
}

/** Where no stay rule pays; `exempt` is known. */
export function payInBand(bill: Bill, price: Price, policy: DrgPolicy, { exempt, fallsBack }: CaseFacts) {
  const cost = yuanOf(bill.cost - exempt);
  const drawn = bandOf(cost, price, policy);
  const band = drawn === 'high' && fallsBack ? 'normal' : drawn;
  return { band, rule: 0, exempt, payment: (paymentIn(band, cost, price, policy) + exempt) as Fen };
}

/** A cost below the low line is low even where a policy lets the two lines cross. */
export function bandOf(cost: Decimal, { weight, benchmark, atCost }: Price, { low, midLow, high }: DrgPolicy): PaidBand {
  if (atCost) return 'at_cost';
  if (low) {
    const line = low.threshold.value.times(benchmark);
    if (low.inclusive ? cost.lte(line) : cost.lt(line)) return 'low';
  }
  if (midLow) {
    const line = midLow.threshold.value.times(benchmark);
    if (midLow.inclusive ? cost.lte(line) : cost.lt(line)) return 'mid_low';
  }
  if (high) {
    const line = capFor(weight, high.tiers).times(benchmark);
    if (high.inclusive ? cost.gte(line) : cost.gt(line)) return 'high';
  }
  return 'normal';
}

function paymentIn(band: PaidBand, cost: Decimal, price: Price, policy: DrgPolicy): Fen {
  switch (band) {
    case 'normal':
      return price.standard;
    case 'at_cost':
      return paidByFamily(unstableFamily(policy.groupRules.unstable!), cost, price, policy);
    case 'low':
      return paidByFamily(lowFamily(policy.low!), cost, price, policy);
    case 'mid_low':
      return paidByFamily(midLowFamily(policy.midLow!), cost, price, policy);
    case 'high':
      return paidByFamily(highFamily(policy.high!), cost, price, policy);
  }
}

/** Cost ÷ benchmark as it is shown, four decimals; '' for a group that is paid at cost and has no weight. */
export const ratioText = (cost: number, { benchmark }: Price): string =>
  benchmark.isZero() ? '' : yuanOf(cost).div(benchmark).toFixed(4, Decimal.ROUND_HALF_UP);
