/** Dated values resolved: the days on which something changes inside the period cut it into slices, and one value holds in each. */
import type { Leaf } from '../policy/leaf.ts';
import { dateText } from './fields.ts';
import type { Dated, Period } from './scenario.ts';
import { invalid } from './written.ts';

export type StatedSlice = { readonly from: number; readonly leaves: ReadonlyMap<string, Leaf> };

/** `from` is inclusive until the next `from`; what begins after the period is not part of it. */
export function slicesOf(stated: ReadonlyMap<string, readonly Dated[]>, period: Period | undefined): StatedSlice[] {
  const starts = new Set<number>();
  for (const [path, dated] of stated) {
    for (const { from, leaf } of dated) {
      if (from === undefined) continue;
      if (!period)
        throw invalid(leaf.at, { zh: `${path} 按日期取值，但情景没有 period`, en: `${path} is dated, but the scenario has no period` });
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
  throw invalid(dated[0]!.leaf.at, { zh: `${path} 在 ${date} 没有生效的数值`, en: `${path} has no value in force on ${date}` });
}
