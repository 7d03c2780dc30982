import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupCosts } from '../../../src/compare/group-costs.ts';
import { Decimal } from '../../../src/money.ts';
import { costBins } from '../../../src/ui/screens/cost-bins.ts';

type Lines = { readonly low?: number; readonly high?: number; readonly standard: number };

function group(costs: readonly number[], { low, high, standard }: Lines): GroupCosts {
  const line = (at: number) => ({ at: new Decimal(at), beyond: 0 });
  return {
    costs: Float64Array.from(costs).sort(),
    sum: 0,
    prices: 1,
    atThisPrice: costs.length,
    paidLow: 0,
    paidHigh: 0,
    low: low === undefined ? undefined : line(low),
    high: high === undefined ? undefined : line(high),
    standard: line(standard),
    mean: line(standard),
    median: line(standard),
  };
}

describe('the bins of the costs of a group', () => {
  it('reach from the lowest to the highest of costs and lines', () => {
    // 0 to 300 in bins of 50: one cost of 120 among its lines
    expect(costBins(group([120], { low: 30, high: 300, standard: 100 }), 6)).toEqual([
      { from: 0, to: 50, count: 0 },
      { from: 50, to: 100, count: 0 },
      { from: 100, to: 150, count: 1 },
      { from: 150, to: 200, count: 0 },
      { from: 200, to: 250, count: 0 },
      { from: 250, to: 300, count: 0 },
    ]);
  });

  it('hold a lower bound and not an upper one, but for the last', () => {
    expect(costBins(group([0, 100, 199, 200], { standard: 100 }), 2)).toEqual([
      { from: 0, to: 100, count: 1 },
      { from: 100, to: 200, count: 3 },
    ]);
  });

  it('tell what one in a hundred costs as a number, so that it flattens nothing', () => {
    // 198 stays from 100 to 297, one of 0 and one of 90,000: two of 200 are one in a hundred at each end
    const costs = [0, 90_000, ...Array.from({ length: 198 }, (_, i) => 100 + i)];
    const bins = costBins(group(costs, { standard: 200 }), 2);
    expect(bins).toEqual([
      { from: Number.NEGATIVE_INFINITY, to: 100, count: 1 },
      { from: 100, to: 200, count: 100 },
      { from: 200, to: 300, count: 98 },
      { from: 300, to: Number.POSITIVE_INFINITY, count: 1 },
    ]);
  });

  it('hold every stay once, whatever the costs and lines', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 400 }),
        amount,
        amount,
        fc.integer({ min: 2, max: 60 }),
        (costs, low, standard, most) => {
          const bins = costBins(group(costs, { low, high: standard * 3, standard }), most);
          const inBins = bins.map(
            ({ from, to }, i) => costs.filter(cost => cost >= from && (cost < to || (i === bins.length - 1 && cost === to))).length,
          );
          return bins.every(({ count }, i) => count === inBins[i]) && bins.reduce((sum, { count }) => sum + count, 0) === costs.length;
        },
      ),
    );
  });
});
