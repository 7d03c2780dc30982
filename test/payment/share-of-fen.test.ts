import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal } from '../../src/money.ts';
import { shareOfFen } from '../../src/payment/share-of-fen.ts';

const fen = fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 999_999_999_999 }));

it('is the exact quotient, half away from zero, in numbers small and large', () => {
  fc.assert(
    fc.property(
      fen,
      fen,
      fc.oneof(
        fc.integer({ min: 1, max: 9 }),
        fen.map(n => n + 1),
      ),
      (amount, part, whole) => {
        const exact = new Decimal(amount).times(part).div(whole).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
        expect(shareOfFen(amount, part, whole)).toBe(exact);
      },
    ),
  );
});

// 3 × 3 ÷ 2 = 4.5; −3 × 3 ÷ 2 = −4.5; 100,000,000.00 yuan squared does not fit a double
it.each([
  [3, 3, 2, 5],
  [-3, 3, 2, -5],
  [10_000_000_000, 10_000_000_001, 20_000_000_000, 5_000_000_001],
])('%i × %i ÷ %i is %i', (amount, part, whole, share) => {
  expect(shareOfFen(amount, part, whole)).toBe(share);
});
