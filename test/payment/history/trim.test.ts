import { describe, expect, it } from 'vitest';
import { keptRange, trims } from '../../../src/payment/history/trim.ts';

const one = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(n => n * 100);

describe('the lowest and the highest cost that is kept', () => {
  it.each([
    // Q1 325, Q3 775, IQR 450: 325 - 675 = -350; 775 + 675 = 1450
    { trim: 'iqr', from: -350, to: 1450 },
    // 325 - 225 = 100
    { trim: 'iqr-low', from: 100, to: 1450 },
    // (n-1)p = 9/40 = .225: 122.5 -> 123 is the first whole fen inside; 9 x 39/40 = 8.775: 977.5 -> 977
    { trim: 'quantile', from: 123, to: 977 },
    { trim: 'winsorise', from: 123, to: 977 },
    // mean 550: 183.33 -> 184; 1650
    { trim: 'l3h3', from: 184, to: 1650 },
    { trim: 'none', from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
  ] as const)('$trim of 100 to 1000 in hundreds: $from to $to', ({ trim, from, to }) => {
    expect(keptRange(one, trim)).toEqual({ from, to });
  });

  it('three deviations of the logarithm: e to the mean plus and minus 3 s', () => {
    // twelve of 1 yuan and one of 100: d = ln 100, mean ln 100 + d/13, s = d·√12/13 = .26647 d: 10^(2 + 2 × .87633) = 5657.99 and 10^(2 - 2 × .72248) = 3.59
    const costs = [...Array.from({ length: 12 }, () => 100), 10_000];
    expect(keptRange(costs, 'sd3')).toEqual({ from: 4, to: 5657 });
  });

  it.each(trims)('%s keeps equal costs, and a single one', trim => {
    for (const costs of [[777], [333, 333, 333], Array.from({ length: 40 }, () => 123_457)]) {
      const { from, to } = keptRange(costs, trim);
      expect([from <= costs[0]!, to >= costs[0]!]).toEqual([true, true]);
    }
  });
});
