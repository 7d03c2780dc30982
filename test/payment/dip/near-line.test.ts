/** The quick line gives the fen of the exact one, also where an amount is half a fen or next to it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/money.ts';
import { nearLine } from '../../../src/payment/dip/near-line.ts';

const zero = new Decimal(0);
const exact = (fixed: Decimal, slope: Decimal, over: Decimal, cost: number): number =>
  Decimal.max(0, fixed.times(100).times(over).plus(slope.times(cost)).div(over))
    .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
    .toNumber();

describe('the quick line', () => {
  it('is the exact one at any cost', () => {
    const number = (most: number, digits: number) => fc.integer({ min: 1, max: most }).map(n => new Decimal(n).div(10 ** digits));
    fc.assert(
      fc.property(
        fc.record({
          fixed: number(2_000_000, 3),
          less: fc.boolean(),
          points: number(9_999_999, 4),
          fund: number(999_999, 0),
          pool: number(999_999, 1),
          over: number(9_999_999, 2),
        }),
        fc.array(fc.integer({ min: 0, max: 99_999_999_999 }), { maxLength: 20 }),
        ({ fixed, less, points, fund, pool, over }, costs) => {
          const slope = points.times(fund.div(pool));
          const start = less ? fixed.negated() : fixed;
          const pays = nearLine({ fixed: start, slope, over, atLeast: zero });
          // an amount that whole fen cannot hold is refused where it is rounded
          const held = costs.filter(cost => exact(start, slope, over, cost) <= Number.MAX_SAFE_INTEGER);
          for (const cost of held) expect(pays(cost)).toBe(exact(start, slope, over, cost));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    // half a fen goes up; the last digit below it does not
    ['0.5', 1, 1],
    ['0.4999999999999999999999', 1, 0],
    ['0.5000000000000000000001', 1, 1],
    // 12,345,678.5 and its neighbours
    ['1.23456785', 10_000_000, 12_345_679],
    ['1.2345678499999999999999', 10_000_000, 12_345_678],
  ])('%s × %i is %i', (slope, cost, fen) => {
    expect(nearLine({ fixed: zero, slope: new Decimal(slope), over: new Decimal(1), atLeast: zero })(cost)).toBe(fen);
  });

  it('an amount below nothing is nothing', () => {
    expect(nearLine({ fixed: new Decimal(-5), slope: new Decimal(1), over: new Decimal(1), atLeast: zero })(100)).toBe(0);
  });
});
