/**
 * The stays of a history by group: trimmed, summed year by year in whole fen, with the squares that spread and RIV need. All sums are whole
 * numbers, so the order of the stays changes nothing.
 */
import type { Chosen, History } from './history.ts';
import { everything, type KeptRange, keptRange, pullsIn, type Trim } from './trim.ts';

export type YearSum = { cases: number; cost: number; withDays: number; days: number };

export type GroupSum = {
  readonly cases: number;
  readonly kept: number;
  /** Left out below and above, or pulled in. */
  readonly low: number;
  readonly high: number;
  readonly range: KeptRange;
  /** By year of the weights; one entry where all years count alike. */
  readonly years: readonly YearSum[];
  readonly cost: number;
  readonly squares: bigint;
  /** Rows that are kept, for whatever else is summed over the same stays. */
  readonly rows: Uint32Array;
};

export type Trimming = {
  readonly trim: Trim;
  /** Groups of fewer cases are left as they are. */
  readonly from: number;
};

/** One sum for every group of the catalogue. Costs of a whole country stay below 9e15 fen, so the sums are exact. */
export function groupSums(history: History, { rows, years }: Chosen, trimming: Trimming): readonly GroupSum[] {
  const { cost, year } = history;
  const places = new Map(years?.years.map((one, i) => [one, i]));
  const yearAt = (row: number): number => (years ? places.get(year[row]!)! : 0);
  return rowsByGroup(history, rows).map(own => {
    own.sort((a, b) => cost[a]! - cost[b]!);
    const range = rangeOf(
      Float64Array.from(own, row => cost[row]!),
      trimming,
    );
    return summed(own, { history, range, yearAt, yearCount: years?.years.length ?? 1, pulled: pullsIn(trimming.trim) });
  });
}

const rangeOf = (costs: Float64Array, { trim, from }: Trimming): KeptRange =>
  costs.length === 0 || costs.length < from ? everything : keptRange(costs, trim);

function rowsByGroup({ group, groups }: History, rows: Uint32Array): readonly Uint32Array[] {
  const sizes = new Uint32Array(groups.length);
  for (const row of rows) sizes[group[row]!] = sizes[group[row]!]! + 1;
  const found = Array.from(sizes, size => new Uint32Array(size));
  sizes.fill(0);
  for (const row of rows) {
    const g = group[row]!;
    found[g]![sizes[g]!] = row;
    sizes[g] = sizes[g]! + 1;
  }
  return found;
}

type Summing = {
  readonly history: History;
  readonly range: KeptRange;
  readonly yearAt: (row: number) => number;
  readonly yearCount: number;
  readonly pulled: boolean;
};

function summed(own: Uint32Array, { history, range, yearAt, yearCount, pulled }: Summing): GroupSum {
  const years = Array.from({ length: yearCount }, (): YearSum => ({ cases: 0, cost: 0, withDays: 0, days: 0 }));
  const rows = new Uint32Array(own.length);
  let [kept, low, high, cost, squares] = [0, 0, 0, 0, 0n];
  for (const row of own) {
    const c = history.cost[row]!;
    if (c < range.from) low++;
    if (c > range.to) high++;
    if (!pulled && (c < range.from || c > range.to)) continue;
    const taken = Math.min(Math.max(c, range.from), range.to);
    rows[kept++] = row;
    const year = years[yearAt(row)]!;
    year.cases++;
    year.cost += taken;
    cost += taken;
    const whole = BigInt(taken);
    squares += whole * whole;
    const days = history.days[row]!;
    if (days < 0) continue;
    year.withDays++;
    year.days += days;
  }
  return { cases: own.length, kept, low, high, range, years, cost, squares, rows: rows.subarray(0, kept) };
}
