/**
 * A list that serves several bills has the amounts and the days of all of them. They go to one, so that the sum over the bills is the
 * list's: the last bill that is not refunded.
 */
import { NO_ROW } from './gather-numbers.ts';
import type { Papers } from './match-papers.ts';
import { reversalsOf } from './reversals.ts';
import { COUNTS } from './standing.ts';
import type { StayTable } from './stay-table.ts';

export type Shared = {
  /** By row of a paper that serves several bills: the bill that gets its amounts. Undefined where each serves one. */
  readonly keeper: Uint32Array | undefined;
  /** Whether a bill counts; all do where nothing is shared. */
  readonly counts: (row: number) => boolean;
};

export function sharedPapers(table: StayTable, { from, given, serves, present }: Papers): Shared {
  if (!serves.some(bills => bills > 1)) return { keeper: undefined, counts: () => true };
  const reversals = reversalsOf(table);
  const counts = (row: number): boolean => reversals === undefined || reversals.standing[row] === COUNTS;
  const keeper = new Uint32Array(table.count).fill(NO_ROW);
  for (const paper of present) {
    const rows = given[paper];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (row === NO_ROW || serves[row]! < 2) continue;
      if (keeper[row] === NO_ROW || isLater(table, from[i]!, keeper[row]!, counts)) keeper[row] = from[i]!;
    }
  }
  return { keeper, counts };
}

function isLater({ settled }: StayTable, row: number, other: number, counts: (row: number) => boolean): boolean {
  if (counts(row) !== counts(other)) return counts(row);
  return settled === undefined || settled[row]! >= settled[other]!;
}

/** The joined row that every row went to: the one that has its amounts. */
export function joinedRowOf({ from, given, present, serves }: Papers, { keeper }: Shared): Uint32Array {
  const rowOf = new Uint32Array(serves.length).fill(NO_ROW);
  for (const paper of present) {
    const rows = given[paper];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (row !== NO_ROW && (serves[row] === 1 || keeper?.[row] === from[i])) rowOf[row] = i;
    }
  }
  return rowOf;
}
