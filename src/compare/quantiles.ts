/**
 * Exact quantiles of a column. With the n known values in order, x₀ … xₙ₋₁, the quantile of the share p lies at h = (n − 1)·p and is
 * x⌊h⌋ + (h − ⌊h⌋)·(x⌊h⌋₊₁ − x⌊h⌋): definition 7 of Hyndman and Fan (1996), PERCENTILE.INC of spreadsheets, the default of R and NumPy.
 * Between two fen it stays a fraction of a fen. Of 1, 2, 3, 10 the median (h = 1.5) is 2.5 and the upper quartile (h = 2.25) 3 + 0.25·7 = 4.75.
 */
import { Decimal } from '../money.ts';
import { valuesAtRanks } from './selection.ts';

export type Quantiles = {
  /** In the order asked; undefined where no value is known. */
  readonly at: readonly (Decimal | undefined)[];
  readonly known: number;
  /** Values that the column does not say (NaN); they are in no quantile. */
  readonly missing: number;
};

/** `shares` from 0 (the smallest) to 1 (the largest). */
export function quantilesOf(values: Float64Array, shares: readonly Decimal.Value[]): Quantiles {
  const known = knownOf(values);
  const places = shares.map(share => placeOf(share, known.length));
  const ranks = known.length === 0 ? [] : [...new Set(places.flatMap(({ below, above }) => [below, above]))];
  const found = valuesAtRanks(known, ranks);
  return {
    at: places.map(({ below, above, between }) => lineBetween(found.get(below), found.get(above), between)),
    known: known.length,
    missing: values.length - known.length,
  };
}

/** Of the rows of a column that are named. */
export function quantilesWithin(column: Float64Array, rows: Uint32Array, shares: readonly Decimal.Value[]): Quantiles {
  const values = new Float64Array(rows.length);
  for (let r = 0; r < rows.length; r++) values[r] = column[rows[r]!]!;
  return quantilesOf(values, shares);
}

/** `sorted` is in order and has no NaN. */
export function quantileOfSorted(sorted: Float64Array, share: Decimal.Value): Decimal | undefined {
  const { below, above, between } = placeOf(share, sorted.length);
  return lineBetween(sorted[below], sorted[above], between);
}

function knownOf(values: Float64Array): Float64Array {
  const known = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isNaN(value)) known[n++] = value;
  }
  return known.subarray(0, n);
}

type Place = { readonly below: number; readonly above: number; readonly between: Decimal };

function placeOf(share: Decimal.Value, count: number): Place {
  const p = new Decimal(share);
  if (!(p.gte(0) && p.lte(1))) throw new Error(`a share lies between 0 and 1, not ${p}`);
  const last = Math.max(0, count - 1);
  const h = p.times(last);
  const below = h.floor().toNumber();
  return { below, above: Math.min(below + 1, last), between: h.minus(below) };
}

function lineBetween(below: number | undefined, above: number | undefined, between: Decimal): Decimal | undefined {
  if (below === undefined || above === undefined) return undefined;
  return new Decimal(above).minus(below).times(between).plus(below);
}
