import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroupCosts, groupCosts } from '../../src/compare/group-costs.ts';
import { loads, prices as randomPrices, randomRun } from './random-run.ts';
import { group, runOf, type SettledStay, type WrittenPrice } from './written-run.ts';

const groups = [group('0000', 'ungrouped'), group('A'), group('B')];
const standard: WrittenPrice = { drg: 'A', weight: '1', standard: 10_000, lowTo: 3_000, highFrom: 30_001 };
const dear: WrittenPrice = { drg: 'A', weight: '1', standard: 12_000, lowTo: 3_600, highFrom: 36_001 };
const at = (costs: readonly number[], price = 0): SettledStay[] => costs.map(cost => ({ drg: 'A', price, cost, payment: 0 }));
const lines = (found: GroupCosts | undefined) =>
  (['low', 'high', 'standard', 'mean', 'median'] as const).map(line => [line, found?.[line]?.at.toString(), found?.[line]?.beyond]);

describe('the costs of one group', () => {
  it('lie on one side or the other of every line, the line itself as the price says', () => {
    // 3,000 is still low and 30,001 already high; 10,000 is not above the standard. Mean 120,004 ÷ 8 = 15,000.5, median (10,000 + 10,001) ÷ 2
    const costs = [10_001, 30_001, 2_999, 3_000, 3_001, 10_000, 30_000, 31_002];
    const found = groupCosts(runOf(at(costs), { groups, prices: [standard] }), 'A')!;
    expect([...found.costs]).toEqual([2_999, 3_000, 3_001, 10_000, 10_001, 30_000, 30_001, 31_002]);
    expect(lines(found)).toEqual([
      ['low', '3000', 2],
      ['high', '30001', 2],
      ['standard', '10000', 4],
      ['mean', '15000.5', 3],
      ['median', '10000.5', 4],
    ]);
    expect([found.sum, found.prices, found.atThisPrice]).toEqual([120_004, 1, 8]);
  });

  it('show the lines of the price that most stays have', () => {
    const stays = [...at([5_000, 3_600], 0), ...at([3_500, 3_601, 36_001], 1)];
    const found = groupCosts(runOf(stays, { groups, prices: [standard, dear] }), 'A')!;
    // 3,500 and 3,600 lie below the dearer line, which is not the line of the second
    expect(lines(found).slice(0, 3)).toEqual([
      ['low', '3600', 2],
      ['high', '36001', 1],
      ['standard', '12000', 1],
    ]);
    expect([found.prices, found.atThisPrice]).toEqual([2, 3]);
    // as many at one as at the other: the first of the list
    expect(groupCosts(runOf([...at([5], 1), ...at([6], 0)], { groups, prices: [standard, dear] }), 'A')!.standard.at.toString()).toBe(
      '10000',
    );
  });

  it('take prices with the same standard and lines for one', () => {
    const stays = [...at([1, 2], 0), ...at([3, 4], 1), ...at([5, 6, 7], 2)];
    const found = groupCosts(runOf(stays, { groups, prices: [standard, standard, dear] }), 'A')!;
    expect([found.prices, found.atThisPrice, found.standard.at.toString()]).toEqual([2, 4, '10000']);
  });

  it('have no line where the policy has none, and count stays paid as low or high by their own price', () => {
    const { lowTo: _, highFrom: __, ...open } = standard;
    const stays: SettledStay[] = [
      { drg: 'A', price: 0, cost: 1, band: 'low' },
      { drg: 'A', price: 0, cost: 2, band: 'high' },
      { drg: 'A', price: 0, cost: 3, band: 'high' },
      { drg: 'A', cost: 4, band: 'unpriced' },
      { drg: 'A', cost: 5, band: 'out' },
      { drg: 'B', cost: 6, band: 'unpriced' },
    ];
    const found = groupCosts(runOf(stays, { groups, prices: [open] }), 'A')!;
    expect([found.low, found.high, found.paidLow, found.paidHigh, [...found.costs]]).toEqual([undefined, undefined, 1, 2, [1, 2, 3]]);
  });

  it('are none for a group without a priced stay, of another catalogue, or of a scenario that groups nothing', () => {
    const run = runOf([...at([1]), { drg: 'B', cost: 6, band: 'unpriced' }], { groups, prices: [standard] });
    expect([groupCosts(run, 'B'), groupCosts(run, 'Z')]).toEqual([undefined, undefined]);
    expect(groupCosts(runOf(at([1]), { groups, prices: [standard], ungrouped: true }), 'A')).toBeUndefined();
  });
});

it('are those of a plain look at every stay', () => {
  fc.assert(
    fc.property(loads, load => {
      const priced = load.filter(stay => stay.band !== 'out' && stay.price !== undefined && randomPrices[stay.price]!.drg === 'AA1');
      const found = groupCosts(randomRun(load), 'AA1');
      const costs = priced.map(stay => stay.cost!).sort((a, b) => a - b);
      expect([...(found?.costs ?? [])]).toEqual(costs);
      if (!found) return;
      const sum = costs.reduce((so, cost) => so + BigInt(cost), 0n);
      expect(found.sum).toBe(Number(sum));
      expect(found.mean.beyond).toBe(costs.filter(cost => BigInt(cost) * BigInt(costs.length) > sum).length);
      const middle = [costs[Math.floor((costs.length - 1) / 2)]!, costs[Math.ceil((costs.length - 1) / 2)]!] as const;
      expect(found.median.at.times(2).toNumber()).toBe(middle[0] + middle[1]);
      expect(found.median.beyond).toBe(costs.filter(cost => 2 * cost > middle[0] + middle[1]).length);
      expect(found.standard.beyond).toBe(costs.filter(cost => cost > found.standard.at.toNumber()).length);
    }),
  );
});
