import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileOfSorted, quantilesOf, quantilesWithin } from '../../src/compare/quantiles.ts';
import { valuesAtRanks } from '../../src/compare/selection.ts';
import { Decimal } from '../../src/money.ts';

const texts = (values: readonly number[], shares: readonly string[]) =>
  quantilesOf(Float64Array.from(values), shares).at.map(value => value?.toString());

describe('a quantile', () => {
  it.each<[readonly number[], string, string | undefined]>([
    [[1, 2, 3, 10], '0', '1'],
    [[1, 2, 3, 10], '0.5', '2.5'], // h = 1.5: 2 + 0.5 × 1
    [[1, 2, 3, 10], '0.75', '4.75'], // h = 2.25: 3 + 0.25 × 7
    [[1, 2, 3, 10], '1', '10'],
    [[10, 3, 1, 2], '0.75', '4.75'], // order of the column does not matter
    [[100, 101], '0.5', '100.5'], // half a fen stays half a fen
    [[100, 101], '0.1', '100.1'], // h = 0.1
    [[7], '0.3', '7'],
    [[5, 5, 5, 9], '0.5', '5'],
    [[-3, -1], '0.25', '-2.5'], // h = 0.25: -3 + 0.25 × 2
    [[], '0.5', undefined],
    // h = 2 × 0.333… is not cut before it is used: 0.666…
    [[0, 3_000_000_000_000, 9_000_000_000_000], '0.3333333333333333', '1999999999999.9998'],
  ])('of %j at %s is %s', (values, share, value) => {
    expect(texts(values, [share])).toEqual([value]);
  });

  it('leaves out what is not known, and says how much that was', () => {
    const { at, known, missing } = quantilesOf(Float64Array.from([Number.NaN, 4, Number.NaN, 2]), ['0.5', '1']);
    expect({ at: at.map(String), known, missing }).toEqual({ at: ['3', '4'], known: 2, missing: 2 });
    expect(quantilesOf(Float64Array.from([Number.NaN]), ['0.5'])).toEqual({ at: [undefined], known: 0, missing: 1 });
  });

  it('of some rows looks at those alone', () => {
    const { at, known, missing } = quantilesWithin(Float64Array.from([9, 1, 8, Number.NaN, 2]), Uint32Array.of(1, 3, 4), ['0.5']);
    expect({ at: at.map(String), known, missing }).toEqual({ at: ['1.5'], known: 2, missing: 1 });
  });

  it.each(['-0.01', '1.01', 'NaN'])('of the share %s does not exist', share => {
    expect(() => texts([1, 2], [share])).toThrow(`a share lies between 0 and 1, not ${share}`);
  });
});

/** Long enough that values are dealt into steps: 12,000 of them, with few or many different ones, and now and then one far away. */
const long = fc
  .record({
    seed: fc.integer({ min: 1, max: 2 ** 30 }),
    kinds: fc.constantFrom(1, 2, 50, 2 ** 31),
    far: fc.constantFrom(0, 2 ** 50),
    lowest: fc.constantFrom(0, -(2 ** 30)),
  })
  .map(({ seed, kinds, far, lowest }) => {
    let state = seed;
    const values = Float64Array.from({ length: 12_000 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return lowest + (state % kinds);
    });
    if (far > 0) values[5] = far;
    return values;
  });

it('is what the whole column in order has at that place', () => {
  fc.assert(
    fc.property(long, fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 5 }), (values, thousandths) => {
      const sorted = [...values].sort((a, b) => a - b);
      const shares = thousandths.map(n => new Decimal(n).div(1000));
      const slow = shares.map(share => {
        // in whole thousandths: (n − 1)·p
        const h = BigInt(sorted.length - 1) * BigInt(share.times(1000).toFixed(0));
        const below = Number(h / 1000n);
        const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
        return new Decimal((BigInt(low) * 1000n + (h % 1000n) * (BigInt(high) - BigInt(low))).toString()).div(1000).toString();
      });
      expect(quantilesOf(values, shares).at.map(String)).toEqual(slow);
      expect(shares.map(share => String(quantileOfSorted(Float64Array.from(sorted), share)))).toEqual(slow);
      const ranks = [0, 1, 4095, 6000, 11_999];
      expect(ranks.map(rank => valuesAtRanks(values, ranks).get(rank))).toEqual(ranks.map(rank => sorted[rank]));
    }),
    { numRuns: 40 },
  );
});
