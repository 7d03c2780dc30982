/**
 * The sums of one scenario along one dimension, in a single pass over the stays. Money is whole fen in Float64 (exact to 90 trillion
 * yuan), weights are counted per distinct weight and multiplied out once, so nothing is lost between a row and the total.
 */
import { bandIndex, bands, type Settlement } from '../payment/settlement.ts';
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

export type Settled = {
  readonly stays: StayTable;
  readonly settlement: Settlement;
  /** The only stays that count; not given: all. */
  readonly rows?: Uint32Array | undefined;
};

/** Stays out of the scenario's population are in no sum. `weights` are those of the settlement's prices. */
export function tally({ stays, settlement, rows }: Settled, { of, key }: Keys, weights: Weights): Tally {
  const kinds = weights.distinct.length;
  const counts = new Uint32Array(key.length * kinds);
  // The amounts of a row lie side by side, and so do its counts: a stay then touches two places instead of thirteen.
  const amounts = new Float64Array(key.length * amountsWide);
  const met = new Uint32Array(key.length * bands.length);
  // Held in names of their own: the loop runs once for every stay, dimension and scenario.
  const { band: bandOf, price: priceOf, payment, fund, patient, other, margin } = settlement;
  const { of: weightOf } = weights;
  const { days } = stays;
  const { out, unpriced } = bandIndex;
  const [wide, kindsOfBand, noDays] = [amountsWide, bands.length, MISSING];
  const costs = costOf(stays);
  // a single empty total counts 0 like every amount of that stay; without the column nothing is known
  const emptyCost = stays.money.total ? 0 : Number.NaN;
  const count = rows ? rows.length : settlement.count;
  for (let n = 0; n < count; n++) {
    const i = rows ? rows[n]! : n;
    const band = bandOf[i]!;
    if (band === out) continue;
    const row = of[i]!;
    const price = priceOf[i]!;
    const cost = costs[i]!;
    const stayed = days[i]!;
    const at = row * wide;
    met[row * kindsOfBand + band]! += 1;
    amounts[at]! += Number.isNaN(cost) ? emptyCost : cost;
    amounts[at + 1]! += payment[i]!;
    amounts[at + 2]! += fund[i]!;
    amounts[at + 3]! += patient[i]!;
    amounts[at + 4]! += other[i]!;
    amounts[at + 5]! += margin[i]!;
    if (stayed !== noDays) amounts[at + 6]! += stayed;
    if (band === unpriced) amounts[at + 7]! += cost;
    if (price >= 0) counts[row * kinds + weightOf[price]!]! += 1;
  }
  const column = (of: (row: number) => number): Float64Array => Float64Array.from(key, (_, row) => of(row));
  const amount = (k: number): Float64Array => column(row => amounts[row * amountsWide + k]!);
  const paidAs = (band: number): Float64Array => column(row => met[row * bands.length + band]!);
  const inAll = (numbers: Uint32Array, row: number, width: number): number => {
    let so = 0;
    for (let k = row * width; k < (row + 1) * width; k++) so += numbers[k]!;
    return so;
  };
  return {
    stays: column(row => inAll(met, row, bands.length)),
    cost: amount(0),
    payment: amount(1),
    fund: amount(2),
    patient: amount(3),
    other: amount(4),
    margin: amount(5),
    days: amount(6),
    unpricedCost: amount(7),
    priced: column(row => inAll(counts, row, kinds)),
    low: paidAs(bandIndex.low),
    high: paidAs(bandIndex.high),
    unpriced: paidAs(bandIndex.unpriced),
    weights,
    counts,
  };
}

/** cost, payment, fund, patient, other, margin, days, cost of stays without a price. */
const amountsWide = 8;

/** Total charges of every stay, fen; a file without totals has none, which is not the same as nothing. */
export const costOf = ({ money, count }: StayTable): Float64Array => money.total ?? new Float64Array(count).fill(Number.NaN);
