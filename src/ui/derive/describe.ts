/** Every column of a table over the rows shown, described one after the other. */
import type { Sheet } from '../table/sheet.ts';
import { type Slow, scaled } from '../work.ts';
import { type ColumnFigures, columnFigures } from './column-figures.ts';
import { describedColumns } from './column-of.ts';

export type Description = { readonly columns: readonly ColumnFigures[]; readonly rows: number };

export function* descriptionOf(sheet: Sheet, rows: Uint32Array): Slow<Description> {
  const columns = describedColumns(sheet);
  const figures: ColumnFigures[] = [];
  for (const [done, column] of columns.entries()) figures.push(yield* scaled(columnFigures(column, rows), done, columns.length));
  return { columns: figures, rows: rows.length };
}
