/**
 * Which costs of a group are taken for outliers before its mean is made: six ways, each a lowest and a highest whole fen that is still kept.
 * Bounds are exact and belong to what is kept. A quantile is that of Excel's PERCENTILE.INC (type 7): of n sorted costs the place (n − 1)·p,
 * straight between two neighbours; quartiles are its 25 % and 75 %. Only `sd3` goes by logarithms and is held to nine digits.
 */

export const trims = ['none', 'iqr', 'iqr-low', 'sd3', 'quantile', 'l3h3', 'winsorise'] as const;
export type Trim = (typeof trims)[number];

/** Fen, both kept. */
export type KeptRange = { readonly from: number; readonly to: number };

export const everything: KeptRange = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** Beyond the bounds a cost is left out; `winsorise` keeps the stay at the bound. */
export const pullsIn = (trim: Trim): boolean => trim === 'winsorise';

/** `costs`: whole fen, ascending, at least one. */
export function keptRange(costs: ArrayLike<number>, trim: Trim): KeptRange {
  switch (trim) {
    case 'none':
      return everything;
    // 4000 5000 5000 6000: Q1 4750, Q3 5250, so 4000 to 6000 is kept
    case 'iqr':
      return byQuartiles(costs, 3n);
    // the same lower down: Q1 - 0.5 x 500 = 4500
    case 'iqr-low':
      return byQuartiles(costs, 1n);
    case 'sd3':
      return byLogarithm(costs);
    case 'quantile':
    case 'winsorise':
      return { from: upwards(atPart(costs, 1, 40), 40n), to: downwards(atPart(costs, 39, 40), 40n) };
    case 'l3h3':
      return byMean(costs);
    default:
      return trim satisfies never;
  }
}

/** [Q1 − below/2 · IQR, Q3 + 1.5 · IQR]; with a = 4·Q1 and b = 4·Q3 the bounds are (2a − below(b − a)) / 8 and (2b + 3(b − a)) / 8. */
function byQuartiles(costs: ArrayLike<number>, below: bigint): KeptRange {
  const [a, b] = [atPart(costs, 1, 4), atPart(costs, 3, 4)];
  return { from: upwards(2n * a - below * (b - a), 8n), to: downwards(2n * b + 3n * (b - a), 8n) };
}

/** `of` times the quantile part / of: a whole number. */
function atPart(costs: ArrayLike<number>, part: number, of: number): bigint {
  const place = (costs.length - 1) * part;
  const at = Math.floor(place / of);
  const low = BigInt(costs[at]!);
  const high = BigInt(costs[Math.min(at + 1, costs.length - 1)]!);
  return BigInt(of) * low + BigInt(place % of) * (high - low);
}

/** Below a third and above three times the mean: S / 3n and 3S / n. */
function byMean(costs: ArrayLike<number>): KeptRange {
  let total = 0;
  for (let i = 0; i < costs.length; i++) total += costs[i]!;
  const [sum, n] = [BigInt(total), BigInt(costs.length)];
  return { from: upwards(sum, 3n * n), to: downwards(3n * sum, n) };
}

/** Summed from the smallest up, so that the order of the file changes nothing; the slack keeps equal costs inside their own bounds. */
function byLogarithm(costs: ArrayLike<number>): KeptRange {
  const n = costs.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(costs[i]!);
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (Math.log(costs[i]!) - mean) ** 2;
  const deviation = Math.sqrt(squares / n);
  return {
    from: Math.ceil(Math.exp(mean - 3 * deviation) * (1 - SLACK)),
    to: Math.floor(Math.exp(mean + 3 * deviation) * (1 + SLACK)),
  };
}

const SLACK = 1e-9;

/** The whole number at or below, also of a negative one. */
function downwards(a: bigint, by: bigint): number {
  const whole = a / by;
  return Number(a % by !== 0n && a < 0n ? whole - 1n : whole);
}

const upwards = (a: bigint, by: bigint): number => -downwards(-a, by);
