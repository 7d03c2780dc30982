import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { perMille, split } from '../../src/synth/split.ts';

describe('an amount split by shares', () => {
  it.each([
    { amount: 100, shares: [1, 1, 1], parts: [34, 33, 33] }, // 33 1/3 each: the spare fen goes to the first of equals
    { amount: 100, shares: [1, 2, 3], parts: [17, 33, 50] }, // 16 2/3, 33 1/3, 50: the largest remainder is the first
    { amount: 7, shares: [0, 5, 0], parts: [0, 7, 0] },
    { amount: 2, shares: [1, 1, 1], parts: [1, 1, 0] },
    { amount: 0, shares: [3, 4], parts: [0, 0] },
  ])('$amount by $shares is $parts', ({ amount, shares, parts }) => {
    expect(split(amount, shares)).toEqual(parts);
  });

  it('adds up, and nobody is a fen away from his share', () => {
    const shares = fc
      .array(fc.integer({ min: 0, max: 70_000 }), { minLength: 1, maxLength: 14 })
      .filter(list => list.some(share => share > 0));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), shares, (amount, list) => {
        const parts = split(amount, list);
        const total = list.reduce((a, b) => a + b);
        expect(parts.reduce((a, b) => a + b)).toBe(amount);
        // |part − amount × share ÷ total| < 1, in whole numbers
        for (const [i, part] of parts.entries()) {
          const off = BigInt(part) * BigInt(total) - BigInt(amount) * BigInt(list[i]!);
          expect(off < BigInt(total) && -off < BigInt(total)).toBe(true);
        }
      }),
    );
  });

  it('cannot be divided by no shares', () => {
    expect(() => split(5, [0, 0])).toThrow('no shares');
  });
});

it.each([
  [1000, 880, 880],
  [1, 499, 0], // 0.499 fen
  [1, 500, 1], // half a fen goes up
  [12_345, 333, 4111], // 4110.885
])('%d fen by %d thousandths is %d', (amount, share, part) => {
  expect(perMille(amount, share)).toBe(part);
});
