/**
 * What a calibration looks at: the settled stays of a region over some years, as columns. Which stays count is decided once, here, and every
 * stay that does not is counted by its reason.
 */
import type { Group } from '../../../grouper/result.ts';

export type History = {
  readonly count: number;
  /** Index into `groups`. */
  readonly group: ArrayLike<number>;
  readonly groups: readonly Group[];
  /** Fen, NaN when the file does not say. */
  readonly cost: ArrayLike<number>;
  /** -1 when missing. */
  readonly days: ArrayLike<number>;
  /** Of the discharge; NO_YEAR when missing. */
  readonly year: ArrayLike<number>;
};

export const NO_YEAR = 0;

/** Why a stay takes no part: no DRG, no cost, a cost of 0, no date where years are weighted, a year that is not among them. */
export const leftOut = ['ungrouped', 'no_cost', 'zero_cost', 'no_date', 'other_year'] as const;
export type LeftOut = (typeof leftOut)[number];

export type YearWeights = {
  /** Calendar years, oldest first, each with its share. */
  readonly years: readonly number[];
  readonly shares: readonly number[];
};

export type Chosen = {
  /** Rows that count, in file order. */
  readonly rows: Uint32Array;
  readonly left: Readonly<Record<LeftOut, number>>;
  /** Undefined: all years count alike, as one. */
  readonly years: YearWeights | undefined;
};

/** `shares`: 1, 2, 7 for the last three years of the history, the youngest last; not given: all stays alike. */
export function chosenStays(history: History, shares: readonly number[] | undefined): Chosen {
  const { count, group, groups, cost, year } = history;
  const years = shares && lastYears(history, shares);
  const rows = new Uint32Array(count);
  const left = { ungrouped: 0, no_cost: 0, zero_cost: 0, no_date: 0, other_year: 0 };
  let kept = 0;
  for (let row = 0; row < count; row++) {
    const c = cost[row]!;
    if (groups[group[row]!]!.status !== 'grouped') left.ungrouped++;
    else if (Number.isNaN(c)) left.no_cost++;
    else if (c <= 0) left.zero_cost++;
    else if (years && year[row] === NO_YEAR) left.no_date++;
    else if (years && !years.years.includes(year[row]!)) left.other_year++;
    else rows[kept++] = row;
  }
  return { rows: rows.subarray(0, kept), left, years };
}

function lastYears({ count, year }: History, shares: readonly number[]): YearWeights {
  let last = NO_YEAR;
  for (let row = 0; row < count; row++) last = Math.max(last, year[row]!);
  return { years: shares.map((_, i) => last - shares.length + 1 + i), shares };
}
