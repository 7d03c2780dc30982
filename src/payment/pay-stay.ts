/**
 * The DRG payment of one stay, exact and readable: which side of the lines its cost lies on, and what is paid there.
 * This is the definition; the columns are tested to give the same for every stay, to the fen.
 */
import { Decimal, type Fen, yuanOf } from '../money.ts';
import type { DrgPolicy } from '../policy/policy.ts';
import { capFor } from '../policy/tiers.ts';
import type { Bill } from './bill.ts';
import { fundPays, patientPays } from './fund-share.ts';
import { highFamily, lowFamily, midLowFamily } from './outliers/outlier.ts';
import { paidByFamily } from './outliers/pays-of.ts';
import type { Price } from './settlement.ts';

export type PaidBand = 'low' | 'mid_low' | 'normal' | 'high';
export type Paid = { readonly band: PaidBand; readonly payment: Fen; readonly fund: number; readonly margin: number };

export function payStay(bill: Bill, price: Price, policy: DrgPolicy): Paid {
  const cost = yuanOf(bill.cost);
  const band = bandOf(cost, price, policy);
  const payment = paymentIn(band, cost, price, policy);
  const fund = fundPays(policy.fund.method, payment, bill);
  const patient = patientPays(policy.fund.patient, payment, { ...bill, fund });
  return { band, payment, fund, margin: fund + patient + bill.other - bill.cost };
}

/** A cost below the low line is low even where a policy lets the two lines cross. */
export function bandOf(cost: Decimal, { weight, benchmark }: Price, { low, midLow, high }: DrgPolicy): PaidBand {
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
    case 'low':
      return paidByFamily(lowFamily(policy.low!), cost, price, policy);
    case 'mid_low':
      return paidByFamily(midLowFamily(policy.midLow!), cost, price, policy);
    case 'high':
      return paidByFamily(highFamily(policy.high!), cost, price, policy);
  }
}

/** Cost ÷ benchmark as it is shown, four decimals. */
export const ratioText = (cost: number, { benchmark }: Price): string => yuanOf(cost).div(benchmark).toFixed(4, Decimal.ROUND_HALF_UP);
