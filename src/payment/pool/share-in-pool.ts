/** What one stay gets of a divided amount, by the rule itself: whole numbers of any size, the stay held against every other. */

/** `costs` in the order of the rows; `which` is the place of the stay among them. */
export function shareInPool(amount: number, costs: readonly number[], which: number): number {
  const weights = costs.some(cost => cost > 0) ? costs.map(BigInt) : costs.map(() => 1n);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const exact = weights.map(weight => BigInt(amount) * weight);
  const left = BigInt(amount) - exact.reduce((sum, share) => sum + share / total, 0n);
  const own = exact[which]!;
  const before = exact.filter((share, i) => share % total > own % total || (share % total === own % total && i < which)).length;
  return Number(own / total + (BigInt(before) < left ? 1n : 0n));
}
