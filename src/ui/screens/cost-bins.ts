/**
 * The bins a group's costs are drawn in: from the lowest to the highest of its costs and of its lines, so that a line is seen where it
 * stands even if nobody comes near it. One cost in a hundred at each end may lie outside: those are told as a number.
 */
import type { GroupCosts } from '../../compare/group-costs.ts';
import { type Bin, binsOf } from '../charts/bins.ts';

const ASIDE = 0.01;

/** `most`: closed bins at most. Costs are sorted, so that counting 30,000 of them is a search for each bound. */
export function costBins({ costs, low, high, standard }: GroupCosts, most: number): readonly Bin[] {
  const lines = [low, high, standard].flatMap(line => (line ? [line.at.toNumber()] : []));
  const aside = Math.floor(costs.length * ASIDE);
  const ends = [costs[aside]!, costs[costs.length - 1 - aside]!];
  const wanted = Math.min(most, Math.max(FEWEST, Math.ceil(2 * Math.sqrt(costs.length))));
  const { bins } = binsOf([Math.min(...ends, ...lines), Math.max(...ends, ...lines)], { wanted });
  const [first, last] = [bins[0]!, bins.at(-1)!];
  const [below, inside] = [under(costs, first.from), under(costs, last.to)];
  const isOpen = costs.at(-1)! > last.to;
  const closed = bins.map(({ from, to }, i): Bin => {
    // the last bin holds its upper bound, unless an open one begins there
    const until = i === bins.length - 1 && !isOpen ? costs.length : under(costs, to);
    return { from, to, count: until - under(costs, from) };
  });
  return [
    ...(below > 0 ? [{ from: Number.NEGATIVE_INFINITY, to: first.from, count: below }] : []),
    ...closed,
    ...(isOpen ? [{ from: last.to, to: Number.POSITIVE_INFINITY, count: costs.length - inside }] : []),
  ];
}

/** A group of one stay too is drawn among its lines. */
const FEWEST = 24;

/** How many of the sorted costs are less than this. */
function under(costs: Float64Array, bound: number): number {
  let [from, to] = [0, costs.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (costs[middle]! < bound) from = middle + 1;
    else to = middle;
  }
  return from;
}
