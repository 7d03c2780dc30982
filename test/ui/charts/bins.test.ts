import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bin, binsOf } from '../../../src/ui/charts/bins.ts';

const INF = Number.POSITIVE_INFINITY;
const told = (bins: readonly Bin[]) => bins.map(({ from, to, count }) => [from, to, count]);

describe('bins', () => {
  // 1 to 9 in at most four: 8 / 4 = 2 is round, but from 0 to 10 that makes five; 2.5 makes four
  it('take the smallest round width that makes no more than wanted', () => {
    expect(told(binsOf([1, 9], { wanted: 4 }).bins)).toEqual([
      [0, 2.5, 1],
      [2.5, 5, 0],
      [5, 7.5, 0],
      [7.5, 10, 1],
    ]);
  });

  it.each([
    [[0, 100], 10, 10], // 100 / 10
    [[0, 101], 10, 20], // eleven of 10
    [[0, 20_000], 10, 2000],
    [[0, 20_001], 10, 2500], // eleven of 2 000; nine of 2 500
    [[0, 0.7], 7, 0.1],
    [[-1, 1], 1, 1], // zero is always a bound: two at the least
    [[9, 11], 1, 20],
  ])('%j in %d bins are %d wide', (values, wanted, width) => {
    const [first] = binsOf(values, { wanted }).bins;
    expect((first?.to ?? 0) - (first?.from ?? 0)).toBe(width);
  });

  it('end where numbers end', () => {
    const most = Number.MAX_VALUE;
    // 1e308 is the widest round step there is, and too narrow for one bin from -1.8e308 to zero
    expect(told(binsOf([-most], { wanted: 1 }).bins)).toEqual([[-most, 0, 1]]);
    expect(told(binsOf([-most, most], { wanted: 1 }).bins)).toEqual([[-most, most, 2]]);
    expect(told(binsOf([0, most], { wanted: 2 }).bins)).toEqual([
      [0, 1e308, 1],
      [1e308, most, 1],
    ]);
  });

  // width 1 from 0 to 4: on a bound is in the bin above it, on the last bound in the last bin
  it('hold their lower bound and not their upper one, the last both', () => {
    const below = 1.9999999999999998; // the number before 2
    expect(told(binsOf([0, 1, below, 2, 3, 3.5, 4], { wanted: 4 }).bins)).toEqual([
      [0, 1, 1],
      [1, 2, 2],
      [2, 3, 1],
      [3, 4, 3],
    ]);
  });

  // 0.3 / 0.1 is 2.9999999999999996, but 0.3 is the lower bound of the fourth bin
  it('go by the bounds, not by the rounded quotient', () => {
    expect(told(binsOf([0, 0.3, 0.7], { wanted: 7 }).bins)).toEqual([
      [0, 0.1, 1],
      [0.1, 0.2, 0],
      [0.2, 0.3, 0],
      [0.3, 0.4, 1],
      [0.4, 0.5, 0],
      [0.5, 0.6, 0],
      [0.6, 0.7, 1],
    ]);
  });

  // a hundred numbers 0 to 99, one of 10 000: one in fifty aside on each side leaves 2 to 98, whose tail of 9 902 is long and whose lower one of 2 is short
  const outlier = [...Array.from({ length: 100 }, (_, i) => i), 10_000];
  it('leave an outlier to an open bin', () => {
    expect(told(binsOf(outlier, { wanted: 5, clip: 0.02 }).bins)).toEqual([
      [0, 20, 20],
      [20, 40, 20],
      [40, 60, 20],
      [60, 80, 20],
      [80, 100, 20],
      [100, INF, 1],
    ]);
  });
  it('keep everything in closed bins without a clip', () => {
    expect(told(binsOf(outlier, { wanted: 2 }).bins)).toEqual([
      [0, 5000, 100],
      [5000, 10_000, 1],
    ]);
  });
  it('leave an outlier below to an open bin too, and its bound to the closed one', () => {
    // 1 to 100 and -10 000: 2 to 98 and a short tail up to 100; width 20 from 0
    expect(told(binsOf([-10_000, ...outlier.slice(1, 100), 100], { wanted: 5, clip: 0.02 }).bins)).toEqual([
      [-INF, 0, 1],
      [0, 20, 19],
      [20, 40, 20],
      [40, 60, 20],
      [60, 80, 20],
      [80, 100, 21],
    ]);
  });
  // 0 to 99 and 100 twice, then far out: 100 is the upper bound of the last closed bin and the lower one of the open one
  it('give the bound between a closed and an open bin to the open one', () => {
    const values = [...outlier.slice(0, 100), 100, 10_000];
    expect(told(binsOf(values, { wanted: 5, clip: 0.02 }).bins).slice(-2)).toEqual([
      [80, 100, 20],
      [100, INF, 2],
    ]);
  });

  it.each([
    [[], [], 0],
    [[Number.NaN, INF, -INF], [], 3],
    [[5, Number.NaN, 5], [[5, 10, 2]], 1], // all equal: 5 / 1 is round
    [[0, 0], [[0, 1, 2]], 0],
  ])('of %j', (values, bins, missing) => {
    const binned = binsOf(values, { wanted: 1 });
    expect([told(binned.bins), binned.missing]).toEqual([bins, missing]);
  });

  it('count every number once, in the bin it lies in, and touch one another', () => {
    const someValue = fc.oneof(
      fc.double({ min: -1e15, max: 1e15 }),
      fc.integer({ min: -50, max: 50 }),
      fc.double({ min: 0, max: 1 }),
      fc.constant(Number.NaN),
    );
    const someWanted = fc.record({ wanted: fc.integer({ min: 1, max: 60 }), clip: fc.constantFrom(0, 0.01, 0.1, 0.5) });
    fc.assert(
      fc.property(fc.array(someValue, { maxLength: 200 }), someWanted, (values, asked) => {
        const { bins, missing } = binsOf(Float64Array.from(values), asked);
        const last = bins.length - 1;
        const counts = bins.map(
          ({ from, to }, i) => values.filter(value => value >= from && (value < to || (i === last && value === to))).length,
        );
        expect(bins.map(({ count }) => count)).toEqual(counts);
        expect(missing + counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
        expect(bins.every(({ from }, i) => i === 0 || from === bins[i - 1]?.to)).toBe(true);
        const closed = bins.filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to));
        expect(closed.length).toBeLessThanOrEqual(Math.max(2, asked.wanted));
      }),
      { numRuns: 500 },
    );
  });
});
