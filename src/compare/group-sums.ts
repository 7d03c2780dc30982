/**
 * Stays, cost and days of every row by group: a table of rows × groups in a single pass, from which case-mix figures are made. A scenario
 * that groups nothing has one column.
 */
import { bandIndex } from '../payment/settlement.ts';
import { MISSING } from '../stay/stay-table.ts';
import type { Grouped } from './keys.ts';
import { costOf } from './tally.ts';

/** Cells row by row: cell = row × groups + group. */
export type GroupSums = {
  readonly groups: number;
  readonly stays: Float64Array;
  /** Stays whose cost the file says, and what it says, fen. */
  readonly costed: Float64Array;
  readonly cost: Float64Array;
  /** Stays whose length the file says, and the days. */
  readonly timed: Float64Array;
  readonly days: Float64Array;
};

export type ToSum = {
  /** The row of every stay by the codes of a column: `row[of[stay]]`; -1 is none. */
  readonly of: Uint32Array;
  readonly row: Int32Array;
  readonly rows: number;
  /** The only stays that count; undefined: all of the population. */
  readonly only: Uint32Array | undefined;
};

export function groupSums({ stays, settlement, grouping, groups }: Grouped, { of, row: rowOf, rows, only }: ToSum): GroupSums {
  const kinds = grouping ? groups.length : 1;
  // the sums of a cell lie side by side: a stay touches one place
  const sums = new Float64Array(rows * kinds * wide);
  // Held in names of their own: the loop runs once for every stay.
  const { band, count } = settlement;
  const { days } = stays;
  const costs = costOf(stays);
  const { out } = bandIndex;
  const [columns, noDays] = [wide, MISSING];
  const group = grouping?.group ?? new Uint16Array(count);
  const length = only ? only.length : count;
  for (let n = 0; n < length; n++) {
    const i = only ? only[n]! : n;
    if (band[i] === out) continue;
    const row = rowOf[of[i]!]!;
    if (row < 0) continue;
    const at = (row * kinds + group[i]!) * columns;
    const cost = costs[i]!;
    const stayed = days[i]!;
    sums[at]! += 1;
    if (!Number.isNaN(cost)) {
      sums[at + 1]! += 1;
      sums[at + 2]! += cost;
    }
    if (stayed !== noDays) {
      sums[at + 3]! += 1;
      sums[at + 4]! += stayed;
    }
  }
  const column = (k: number): Float64Array => {
    const cells = new Float64Array(rows * kinds);
    for (let cell = 0; cell < cells.length; cell++) cells[cell] = sums[cell * wide + k]!;
    return cells;
  };
  return { groups: kinds, stays: column(0), costed: column(1), cost: column(2), timed: column(3), days: column(4) };
}

/** stays, costed, cost, timed, days. */
const wide = 5;
