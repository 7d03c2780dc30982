import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal } from '../../src/money.ts';
import { quotient, shareOfFen } from '../../src/payment/share-of-fen.ts';

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

// 9,007,199,254,740,989 ÷ 3 is 3,002,399,751,580,329.67: as a double the quotient of large numbers may round up past the whole number below it
it('divides numbers up to the largest that are held exactly, just below a whole quotient too', () => {
  const largest = Number.MAX_SAFE_INTEGER;
  const near = fc
    .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: largest }), fc.integer({ min: -2, max: 2 }))
    .map(([whole, about, off]) => ({ whole, amount: Math.min(largest, Math.max(0, Math.floor(about / whole) * whole + off)) }));
  fc.assert(
    fc.property(near, ({ whole, amount }) => {
      expect(BigInt(quotient(amount, whole))).toBe((2n * BigInt(amount) + BigInt(whole)) / (2n * BigInt(whole)));
    }),
    { numRuns: 2000 },
  );
});
