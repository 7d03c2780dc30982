/** Dated values resolved: the days on which something changes inside the period cut it into slices, and one value holds in each. */
import { dateText } from '../policy/day.ts';
import type { Leaf } from '../policy/leaf.ts';
import { both } from '../policy/mistakes.ts';
import { invalid } from './invalid.ts';
import type { Dated, Period } from './scenario.ts';

export type StatedSlice = { readonly from: number; readonly leaves: ReadonlyMap<string, Leaf> };

/** `from` is inclusive until the next `from`; what begins after the period is not part of it. */
export function slicesOf(stated: ReadonlyMap<string, readonly Dated[]>, period: Period | undefined): StatedSlice[] {
  const starts = new Set<number>();
  for (const [path, dated] of stated) {
    for (const { from, leaf } of dated) {
      if (from === undefined) continue;
      if (!period)
        throw invalid(
          leaf.at,
          both(`${path} 按日期取值，但情景没有 period`, `${path} is dated, but the scenario has no period`),
          both('写上 period: {from: 2025-01-01, to: 2025-12-31}。', 'Add period: {from: 2025-01-01, to: 2025-12-31}.'),
        );
      if (from > period.from && from <= period.to) starts.add(from);
    }
  }
  const first = period?.from ?? Number.NEGATIVE_INFINITY;
  return [first, ...[...starts].sort((a, b) => a - b)].map(from => ({
    from,
    leaves: new Map([...stated].map(([path, dated]) => [path, inForce(path, dated, from)])),
  }));
}

function inForce(path: string, dated: readonly Dated[], day: number): Leaf {
  const found = dated.findLast(({ from }) => from === undefined || from <= day);
  if (found) return found.leaf;
  const date = dateText(day);
  throw invalid(
    dated[0]!.leaf.at,
    both(`${path} 在 ${date} 没有生效的数值`, `${path} has no value in force on ${date}`),
    both('加一个 from 不晚于期间第一天的数值。', 'Add a value whose `from` is not after the first day of the period.'),
  );
}
