/**
 * The sums of one scenario along one dimension, in a single pass over the stays. Money is whole fen in Float64 (exact to 90 trillion
 * yuan), weights are counted per distinct weight and multiplied out once, so nothing is lost between a row and the total.
 */
import { bandIndex, type Settlement } from '../payment/settlement.ts';
import { MISSING, type StayTable } from '../stay/stay-table.ts';
import type { Keys } from './keys.ts';
import type { Weights } from './weights.ts';

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

/** Stays out of the scenario's population are in no sum. `weights` are those of the settlement's prices. */
export function tally({ stays, settlement }: Settled, { of, key }: Keys, weights: Weights): Tally {
  const kinds = weights.distinct.length;
  const counts = new Uint32Array(key.length * kinds);
  const sum = Object.fromEntries(sums.map(name => [name, new Float64Array(key.length)])) as Record<Sum, Float64Array>;
  // Held in names of their own: the loop runs once for every stay, dimension and scenario.
  const { stays: count, cost, payment, fund, patient, other, margin, days, priced, low, high, unpriced, unpricedCost } = sum;
  const paid = settlement;
  const costs = costOf(stays);
  // a single empty total counts 0 like every amount of that stay; without the column nothing is known
  const knownCost = stays.money.total ? (fen: number) => fen || 0 : (fen: number) => fen;
  for (let i = 0; i < paid.count; i++) {
    const band = paid.band[i]!;
    if (band === bandIndex.out) continue;
    const row = of[i]!;
    const price = paid.price[i]!;
    const stayed = stays.days[i]!;
    count[row]! += 1;
    cost[row]! += knownCost(costs[i]!);
    payment[row]! += paid.payment[i]!;
    fund[row]! += paid.fund[i]!;
    patient[row]! += paid.patient[i]!;
    other[row]! += paid.other[i]!;
    margin[row]! += paid.margin[i]!;
    if (stayed !== MISSING) days[row]! += stayed;
    if (price >= 0) {
      priced[row]! += 1;
      counts[row * kinds + weights.of[price]!]! += 1;
    }
    if (band === bandIndex.low) low[row]! += 1;
    else if (band === bandIndex.high) high[row]! += 1;
    else if (band === bandIndex.unpriced) {
      unpriced[row]! += 1;
      unpricedCost[row]! += costs[i]!;
    }
  }
  return { ...sum, weights, counts };
}

/** Total charges of every stay, fen; a file without totals has none, which is not the same as nothing. */
export const costOf = ({ money, count }: StayTable): Float64Array => money.total ?? new Float64Array(count).fill(Number.NaN);
