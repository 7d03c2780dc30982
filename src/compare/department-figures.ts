/**
 * What a department (or a doctor, a month ...) shows beside its row of a comparison: how many groups it treats, and what its stays cost
 * and last against the region, group by group. CMI, margin, low and high stand in the row already and are not summed a second time.
 */
import type { Benchmark } from './benchmark.ts';
import type { Row } from './comparison.ts';
import { type Consumption, consumption, type Shares, sharesOf } from './consumption.ts';
import { type GroupSums, groupSums } from './group-sums.ts';
import type { Grouped } from './keys.ts';
import { type Part, partKeys } from './parts.ts';
import { rowsWithin, type Within } from './rows-within.ts';

export type CaseMix = {
  /** 组数: groups with at least one stay, without QY and 0000. */
  readonly groups: number;
  /** Stays whose cost and whose length the file says: cost per stay = cost ÷ costed, days per stay = days ÷ timed. */
  readonly costed: number;
  readonly timed: number;
  readonly costIndex: Consumption;
  readonly timeIndex: Consumption;
};

export type PartFigures = { readonly rows: readonly (Row & CaseMix)[]; readonly whole: CaseMix };

/** `rows` are those of the run by department, in the order they are to stand. */
export const departmentFigures = (run: Grouped, rows: readonly Row[], benchmark: Benchmark | undefined): PartFigures =>
  partFigures(run, { rows, by: 'department', within: [] }, benchmark);

/** The same for the rows of any breakdown; `whole` is everything they are part of. */
export function partFigures(
  run: Grouped,
  { rows, by, within }: { readonly rows: readonly Row[]; readonly by: Part; readonly within: readonly Within[] },
  benchmark: Benchmark | undefined,
): PartFigures {
  const { of, key } = partKeys(run, by);
  const order = new Map(rows.map((row, r) => [row.key, r]));
  const row = Int32Array.from(key, word => order.get(word) ?? -1);
  const sums = groupSums(run, { of, row, rows: rows.length, only: within.length > 0 ? rowsWithin(run, within) : undefined });
  const groups = run.grouping ? run.groups : [];
  const measure: Measure = {
    isGroup: groups.map(({ status }) => status === 'grouped'),
    cost: sharesOf(groups.map(({ drg }) => benchmark?.meanCost(drg)?.times(100))),
    days: sharesOf(groups.map(({ drg }) => benchmark?.meanDays(drg))),
  };
  return {
    rows: rows.map((figures, r) => ({ ...figures, ...caseMixOf(oneRow(sums, r), measure) })),
    whole: caseMixOf(allRows(sums, rows.length), measure),
  };
}

type Measure = { readonly isGroup: readonly boolean[]; readonly cost: Shares; readonly days: Shares };

function caseMixOf({ stays, costed, cost, timed, days }: GroupSums, measure: Measure): CaseMix {
  return {
    groups: stays.reduce((so, n, g) => so + (n > 0 && measure.isGroup[g] ? 1 : 0), 0),
    costed: total(costed),
    timed: total(timed),
    costIndex: consumption(costed, cost, measure.cost),
    timeIndex: consumption(timed, days, measure.days),
  };
}

const total = (numbers: Float64Array): number => numbers.reduce((so, n) => so + n, 0);

const columnwise = ({ groups, ...sums }: GroupSums, of: (column: Float64Array) => Float64Array): GroupSums => ({
  groups,
  stays: of(sums.stays),
  costed: of(sums.costed),
  cost: of(sums.cost),
  timed: of(sums.timed),
  days: of(sums.days),
});

const oneRow = (sums: GroupSums, row: number): GroupSums =>
  columnwise(sums, column => column.subarray(row * sums.groups, (row + 1) * sums.groups));

const allRows = (sums: GroupSums, rows: number): GroupSums =>
  columnwise(sums, column => {
    const all = new Float64Array(sums.groups);
    for (let r = 0; r < rows; r++) for (let g = 0; g < all.length; g++) all[g]! += column[r * all.length + g]!;
    return all;
  });
