/**
 * The costs of the stays of one group that have a price, and the lines that divide them. Where stays of a group have several prices
 * (hospital level, insurance, day), the lines are those of the price that most of them have, and the answer says how many there are.
 */
import { Decimal } from '../money.ts';
import { bandIndex, type Price } from '../payment/settlement.ts';
import type { Grouped } from './keys.ts';
import { quantileOfSorted } from './quantiles.ts';
import { costOf } from './tally.ts';

export type GroupCosts = {
  /** Fen, the lowest first. */
  readonly costs: Float64Array;
  /** Σ of them; mean = sum ÷ costs.length. */
  readonly sum: number;
  /** Prices of these stays, and how many stays have the one whose lines are given. */
  readonly prices: number;
  readonly atThisPrice: number;
  /** Stays paid as low and as high, each by its own price. */
  readonly paidLow: number;
  readonly paidHigh: number;
  /** A cost of at most this is low, `beyond` of the costs are. undefined: the policy has no low line. */
  readonly low: CostLine | undefined;
  /** A cost of at least this is high, `beyond` of the costs are. undefined: the policy has no high line. */
  readonly high: CostLine | undefined;
  /** `beyond` cost more than the standard, the mean, the median; one that costs as much is not beyond. */
  readonly standard: CostLine;
  readonly mean: CostLine;
  readonly median: CostLine;
};

/** Fen. The mean is cut at 60 digits, everything else is exact. */
export type CostLine = { readonly at: Decimal; readonly beyond: number };

/** undefined when no stay of the group has a price. */
export function groupCosts(run: Grouped, drg: string): GroupCosts | undefined {
  const found = pricedStays(run, drg);
  if (found.costs.length === 0) return undefined;
  const { costs, used, paidLow, paidHigh } = found;
  const { price, stays: atThisPrice } = used[0]!;
  const sum = costs.reduce((so, cost) => so + cost, 0);
  const median = quantileOfSorted(costs, '0.5')!;
  const above = (at: Decimal): CostLine => ({ at, beyond: costs.length - countUpTo(costs, at.floor().toNumber()) });
  return {
    costs,
    sum,
    prices: used.length,
    atThisPrice,
    paidLow,
    paidHigh,
    low: price.lowTo < 0 ? undefined : { at: new Decimal(price.lowTo), beyond: countUpTo(costs, price.lowTo) },
    high: Number.isFinite(price.highFrom)
      ? { at: new Decimal(price.highFrom), beyond: costs.length - countUpTo(costs, price.highFrom - 1) }
      : undefined,
    standard: above(new Decimal(price.standard)),
    mean: above(new Decimal(sum).div(costs.length)),
    median: above(median),
  };
}

type Used = { readonly price: Price; readonly stays: number };
type PricedStays = {
  readonly costs: Float64Array;
  /** Prices that occur, the one most stays have first. */
  readonly used: readonly Used[];
  readonly paidLow: number;
  readonly paidHigh: number;
};

/** A priced stay has a group and a cost: without either there is no price. */
function pricedStays({ stays, settlement, grouping, groups }: Grouped, drg: string): PricedStays {
  const { price: priceOf, band, prices, count } = settlement;
  const counts = new Uint32Array(prices.length);
  const rows = new Uint32Array(count);
  const g = groups.findIndex(group => group.drg === drg);
  const group = grouping?.group;
  let [n, paidLow, paidHigh] = [0, 0, 0];
  const { low, high } = bandIndex;
  for (let i = 0; group !== undefined && i < count; i++) {
    if (group[i] !== g) continue;
    const price = priceOf[i]!;
    if (price < 0) continue;
    counts[price]! += 1;
    if (band[i] === low) paidLow++;
    else if (band[i] === high) paidHigh++;
    rows[n++] = i;
  }
  const column = costOf(stays);
  const costs = new Float64Array(n);
  for (let r = 0; r < n; r++) costs[r] = column[rows[r]!]!;
  return { costs: costs.sort(), used: usedPrices(prices, counts), paidLow, paidHigh };
}

/** Prices with the same standard and lines are one: two levels may be paid alike, and so may two years. Of two as usual, the first listed. */
function usedPrices(prices: readonly Price[], counts: Uint32Array): Used[] {
  const alike = new Map<string, Used>();
  prices.forEach((price, p) => {
    if (counts[p] === 0) return;
    const lines = [price.standard, price.lowTo, price.highFrom].join(' ');
    const known = alike.get(lines);
    alike.set(lines, { price: known?.price ?? price, stays: (known?.stays ?? 0) + counts[p]! });
  });
  return [...alike.values()].sort((a, b) => b.stays - a.stays);
}

/** How many of the sorted costs are at most this. */
function countUpTo(costs: Float64Array, most: number): number {
  let [from, to] = [0, costs.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (costs[middle]! <= most) from = middle + 1;
    else to = middle;
  }
  return from;
}
