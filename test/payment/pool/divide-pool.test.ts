import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dividePool } from '../../../src/payment/pool/divide-pool.ts';

const divided = (amount: number, costs: readonly number[]) => [...dividePool(amount, Float64Array.from(costs))];

/** The slow way: every exact share as a fraction, then one fen at a time to the largest remainder that has none yet. */
function oneByOne(amount: number, costs: readonly number[]): number[] {
  const weights = costs.some(cost => cost > 0) ? costs.map(BigInt) : costs.map(() => 1n);
  const total = weights.reduce((sum, cost) => sum + cost, 0n);
  const paid = weights.map(cost => (BigInt(amount) * cost) / total);
  const rest = weights.map(cost => (BigInt(amount) * cost) % total);
  for (let left = BigInt(amount) - paid.reduce((sum, share) => sum + share, 0n); left > 0n; left--) {
    const most = rest.reduce((best, remainder, i) => (remainder > rest[best]! ? i : best), 0);
    paid[most]!++;
    rest[most] = -1n;
  }
  return paid.map(Number);
}

describe('an amount divided over stays in proportion to cost', () => {
  it.each([
    ['thirds: the earlier row takes the odd fen', 10_000, [100, 100, 100], [3_334, 3_333, 3_333]],
    // 100 × 2 ÷ 7 = 28 4/7, 100 × 2 ÷ 7, 100 × 3 ÷ 7 = 42 6/7: two fen to 6/7 and to the first 4/7
    ['the largest remainder first', 100, [2, 2, 3], [29, 28, 43]],
    ['the cost itself', 600, [100, 200, 300], [100, 200, 300]],
    ['nothing to divide', 0, [100, 200], [0, 0]],
    ['a stay that cost nothing', 100, [0, 50], [0, 100]],
    ['nobody cost anything', 5, [0, 0], [3, 2]],
    ['no stay at all', 100, [], []],
    // 1e15 × 3 does not fit a double: ÷ 9 = 333,333,333,333,333 1/3 each
    ['an amount beyond doubles', 1_000_000_000_000_000, [3, 3, 3], [333_333_333_333_334, 333_333_333_333_333, 333_333_333_333_333]],
  ])('%s', (_, amount, costs, shares) => expect(divided(amount, costs)).toEqual(shares));

  const costs = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 10_000_000_000 })), {
    minLength: 1,
    maxLength: 30,
  });
  const amount = fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000_000_000_000_000 }));

  it('sums to the amount, and equals the division one fen at a time', () => {
    fc.assert(
      fc.property(amount, costs, (amount, costs) => {
        const shares = divided(amount, costs);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
        expect(shares).toEqual(oneByOne(amount, costs));
      }),
    );
  });

  it('in another order only stays of the same cost change places', () => {
    fc.assert(
      fc.property(amount, costs, (amount, costs) => {
        const byCost = (costs: readonly number[], shares: readonly number[]) => shares.map((share, i) => `${costs[i]} ${share}`).sort();
        const reversed = costs.toReversed();
        // stays with the same remainder and another cost may change places, too: then only the sums are the same
        const remainders = costs.map(
          cost =>
            (BigInt(amount) * BigInt(cost)) %
            BigInt(
              Math.max(
                1,
                costs.reduce((a, b) => a + b, 0),
              ),
            ),
        );
        const tied = remainders.some((rest, i) => remainders.some((other, j) => i < j && rest === other && costs[i] !== costs[j]));
        fc.pre(!tied);
        expect(byCost(reversed, divided(amount, reversed))).toEqual(byCost(costs, divided(amount, costs)));
      }),
    );
  });
});
