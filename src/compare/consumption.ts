/**
 * 费用消耗指数 and 时间消耗指数: Σ(nᵢ × own meanᵢ ÷ benchmark meanᵢ) ÷ Σ nᵢ over the groups i; 1 is as the region, less is cheaper (shorter).
 * nᵢ × own meanᵢ is what the stays of the group come to together, so no mean is rounded on the way. Two stays of A at a mean of 5,500
 * against 5,000 and one of B at 19,000 against 20,000: (11,000 ÷ 5,000 + 19,000 ÷ 20,000) ÷ 3 = 3.15 ÷ 3 = 1.05.
 * Source: the indicator of DRG evaluation as it is in use; no official text of the formula was read.
 */
import { Decimal } from '../money.ts';

export type Consumption = {
  /** undefined when no stay has a benchmark: an index against the hospital itself would say nothing. */
  readonly index: Decimal | undefined;
  /** Stays it speaks of: those whose amount is known, in a group that has a benchmark. */
  readonly stays: number;
};

/** What one fen (one day) is of the benchmark of every group, as a whole number of 10⁻⁶⁰; undefined without one. */
export type Shares = readonly (bigint | undefined)[];

export const sharesOf = (benchmarks: readonly (Decimal | undefined)[]): Shares =>
  benchmarks.map(mean => (mean?.gt(0) ? BigInt(one.div(mean).toFixed(0)) : undefined));

/**
 * `stays[g]` stays of group g come to `sums[g]` together. Held to 30 decimals, so that what is exactly half a last digit is shown as the
 * half it is.
 */
export function consumption(stays: Float64Array, sums: Float64Array, shares: Shares): Consumption {
  let [count, sum] = [0, 0n];
  for (let g = 0; g < shares.length; g++) {
    const share = shares[g];
    if (share === undefined || stays[g] === 0) continue;
    count += stays[g]!;
    sum += BigInt(sums[g]!) * share;
  }
  return { index: count === 0 ? undefined : new Decimal(sum.toString()).div(one).div(count).toDecimalPlaces(30), stays: count };
}

const one = new Decimal(10).pow(60);
