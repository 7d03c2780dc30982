/** How often each value of a column occurs among some rows, and what the stays behind it cost and brought: values by count, ranges in their order. */
import type { Column, Sheet } from '../table/sheet.ts';
import { sortedBy } from '../table/sort.ts';
import type { Slow } from '../work.ts';
import type { Class } from './class.ts';
import { classesOf } from './classes-of.ts';
import { columnOf } from './column-of.ts';
import { type Tally, tallyOf } from './tally.ts';

export type Frequency = {
  readonly column: Column;
  readonly classes: readonly Class[];
  readonly ranges: boolean;
  /** Classes in the order of the table. */
  readonly order: Uint32Array;
  /** Cost and margin, where the sheet has them. */
  readonly companions: readonly Column[];
  readonly tally: Tally;
  /** Rows counted. */
  readonly rows: number;
};

export function* frequencyOf(sheet: Sheet, rows: Uint32Array, key: string): Slow<Frequency> {
  const column = columnOf(sheet, key);
  const { list, of, ranges } = yield* classesOf(column, rows);
  const companions = companionsOf(sheet);
  const tally = yield* tallyOf(rows, { of, classes: list.length, columns: companions });
  const reading = Uint32Array.from(list.keys());
  // equal counts stay in reading order
  const order = ranges ? reading : yield* sortedBy(reading, { value: at => tally.rows[at]! }, true);
  return { column, classes: list, ranges, order, companions, tally, rows: rows.length };
}

/** `total`, `cost_fen`: the first of each kind. */
const kinds: readonly (readonly string[])[] = [['total', 'cost'], ['margin']];

const companionsOf = ({ columns }: Sheet): readonly Column[] =>
  kinds.flatMap(names => columns.find(({ key, words, drawn }) => !words && !drawn && names.includes(key.replace(/_fen$/, ''))) ?? []);
