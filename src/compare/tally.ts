/**
 * The sums of one scenario along one dimension, in a single pass over the stays. Money is whole fen in Float64 (exact to 90 trillion
 * yuan), weights are counted per distinct weight and multiplied out once, so nothing is lost between a row and the total.
 */
import { bandIndex, type Settlement } from '../payment/settlement.ts';
import { MISSING, type StayTable } from '../stay/stay-table.ts';
import type { Keys } from './keys.ts';
import { type Weights, weightsOf } from './weights.ts';

export const sums = [
  'stays',
  'unpriced',
  'unpricedCost',
  'cost',
  'payment',
  'fund',
  'patient',
  'other',
  'margin',
  'days',
  'priced',
  'low',
  'high',
] as const;
export type Sum = (typeof sums)[number];

/** Sums by row; `counts[row * weights.length + w]` priced stays of a row have the distinct weight w. */
export type Tally = Readonly<Record<Sum, Float64Array>> & { readonly weights: Weights; readonly counts: Uint32Array };

export type Settled = { readonly stays: StayTable; readonly settlement: Settlement };

/** Stays out of the scenario's population are in no sum. */
export function tally({ stays, settlement }: Settled, { of, key }: Keys): Tally {
  const rows = key.length;
  const weights = weightsOf(settlement.prices);
  const counts = new Uint32Array(rows * weights.distinct.length);
  const sum = Object.fromEntries(sums.map(name => [name, new Float64Array(rows)])) as Record<Sum, Float64Array>;
  const { band, price, payment, fund, patient, other, margin } = settlement;
  const cost = costOf(stays);
  for (let i = 0; i < settlement.count; i++) {
    const b = band[i]!;
    if (b === bandIndex.out) continue;
    const row = of[i]!;
    const p = price[i]!;
    const days = stays.days[i]!;
    sum.stays[row]! += 1;
    sum.cost[row]! += cost[i]!;
    sum.payment[row]! += payment[i]!;
    sum.fund[row]! += fund[i]!;
    sum.patient[row]! += patient[i]!;
    sum.other[row]! += other[i]!;
    sum.margin[row]! += margin[i]!;
    if (days !== MISSING) sum.days[row]! += days;
    if (p >= 0) {
      sum.priced[row]! += 1;
      counts[row * weights.distinct.length + weights.of[p]!]! += 1;
    }
    if (b === bandIndex.low) sum.low[row]! += 1;
    else if (b === bandIndex.high) sum.high[row]! += 1;
    else if (b === bandIndex.unpriced) {
      sum.unpriced[row]! += 1;
      sum.unpricedCost[row]! += cost[i]!;
    }
  }
  return { ...sum, weights, counts };
}

/** Total charges of every stay, fen; a file without totals has none, which is not the same as nothing. */
export const costOf = ({ money, count }: StayTable): Float64Array => money.total ?? new Float64Array(count).fill(Number.NaN);
