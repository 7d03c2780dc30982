import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeAt, rangeBounds } from '../../../src/ui/derive/range-bounds.ts';
import { atOnce } from '../../../src/ui/work.ts';

const boundsOf = (values: readonly number[]) => atOnce(rangeBounds(Float64Array.from(values)));
const upTo = (last: number) => Array.from({ length: last + 1 }, (_, k) => k);

describe('the bounds of ranges', () => {
  it.each([
    // 0 to 100 in at most twelve ranges: 100 / 12 = 8.3, the next round width is 10; 100 itself needs a range that begins with it
    { values: upTo(100), bounds: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110] },
    // 99 / 12 = 8.25: width 10, and 99 lies under 100
    { values: upTo(99), bounds: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] },
    // 0.6 / 12 = 0.05: that many ranges do not hold 0.7 itself, so the width is 0.1
    { values: [0.1, 0.7], bounds: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8] },
    // both signs: 60 / 12 = 5, from -30 that would be thirteen ranges to hold 30 itself; width 10
    { values: [-30, 30], bounds: [-30, -20, -10, 0, 10, 20, 30, 40] },
    // one number: as wide as would suit 0 to 50, 50 / 12 = 4.2
    { values: [50, 50], bounds: [50, 55] },
    { values: [0], bounds: [0, 1] },
    // missing and endless numbers have no part in it
    { values: [Number.NaN, 1, Number.POSITIVE_INFINITY, 4], bounds: [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5] },
  ])('of $values are $bounds', ({ values, bounds }) => {
    expect(boundsOf(values)).toEqual(bounds);
  });

  it('leave a far tail outside: 1 of 200 numbers is a hundred times the others', () => {
    // 0 to 198, then 20,000. The hundredth at each end: 2 of 200 lie aside, so the bulk is 2 to 197; 0 is near it and stays in.
    expect(boundsOf([...upTo(198), 20_000])).toEqual([0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200]);
  });

  it('hold their lower bound and not their upper one', () => {
    const bounds = [0, 10, 20, 30];
    const places = [-0.01, 0, 9.99, 10, 19.99, 20, 29.99, 30, 1e9].map(value => [value, rangeAt(value, bounds)]);
    expect(places).toEqual([
      [-0.01, 0],
      [0, 1],
      [9.99, 1],
      [10, 2],
      [19.99, 2],
      [20, 3],
      [29.99, 3],
      [30, 4],
      [1e9, 4],
    ]);
  });

  it('put every number where its bounds say, also on a bound itself', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 60 }), values => {
        const bounds = boundsOf(values);
        for (const value of [...values, ...bounds]) {
          const at = rangeAt(value, bounds);
          expect((bounds[at - 1] ?? Number.NEGATIVE_INFINITY) <= value && value < (bounds[at] ?? Number.POSITIVE_INFINITY)).toBe(true);
        }
        expect(bounds.length).toBeLessThanOrEqual(13);
      }),
    );
  });
});
