/** Exact sums of weights: every distinct weight as a whole number of its smallest decimal, multiplied by how many stays have it. */
import { Decimal } from '../money.ts';
import type { Price } from '../payment/settlement.ts';
import { remembered } from './remembered.ts';

export type Weights = {
  /** Distinct weights times 10^digits. */
  readonly distinct: readonly bigint[];
  /** 10^digits. */
  readonly scale: Decimal;
  /** Index into `distinct` of every price. */
  readonly of: Uint32Array;
};

export const weightsOf = remembered((prices: readonly Price[]): Weights => {
  const digits = prices.reduce((most, { weight }) => Math.max(most, weight.decimalPlaces()), 0);
  const index = new Map<string, number>();
  const of = Uint32Array.from(prices, ({ weight }) => {
    const text = weight.toFixed(digits).replace('.', '');
    const known = index.get(text) ?? index.size;
    index.set(text, known);
    return known;
  });
  return { distinct: [...index.keys()].map(BigInt), scale: Decimal.pow(10, digits), of };
});

/** Σ weight of the rows given: counts are laid out row by row. */
export function weightSum({ distinct, scale }: Weights, counts: Uint32Array, rows: readonly number[]): Decimal {
  let sum = 0n;
  for (const row of rows) {
    for (let w = 0; w < distinct.length; w++) {
      const n = counts[row * distinct.length + w]!;
      if (n > 0) sum += distinct[w]! * BigInt(n);
    }
  }
  return new Decimal(sum.toString()).div(scale);
}
