/** The tables of a workspace, cell by cell, against the stays they should have been made of. */
import type { Text } from '../../errors.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { cellAt } from '../column-source.ts';
import { type Cell, type Image, rowsAt } from '../image/read-image.ts';
import { staySources } from '../stay-source.ts';
import { read } from './opened-image.ts';
import { damaged } from './refusals.ts';

/** Tables that are made of the stays alone. */
const tables = ['stay', 'settlement', 'diagnosis', 'procedure', 'charge', 'identifier'];

/** The first cell that is another one, undefined when all agree. */
export function differingCell(
  { image, roots }: { readonly image: Image; readonly roots: ReadonlyMap<string, number> },
  stays: StayTable,
  name: string,
): Text | undefined {
  const sources = new Map(staySources(stays).map(source => [source.table, source]));
  for (const table of tables) {
    const source = sources.get(table) ?? { table, first: 1, count: 0, columns: {} };
    const columns = Object.entries(source.columns);
    let row = 0;
    const found = read((): Text | undefined => {
      for (const { cells } of rowsAt(image, roots.get(table)!)) {
        if (row === source.count) return extra(table, source.count);
        for (let i = 1; i < columns.length; i++) {
          const [column, cell] = columns[i]!;
          const derived = cellAt(cell, row, source.first);
          if (!same(cells[i] ?? null, derived as Cell)) return other(table, source.first + row, column);
        }
        row++;
      }
      return row === source.count ? undefined : missing(table, row, source.count);
    }, damaged(name));
    if (found) return found;
  }
  return undefined;
}

/** A negative zero is kept as zero, a whole real as a real. */
const same = (written: Cell, derived: Cell): boolean => (typeof derived === 'number' ? written === derived + 0 : written === derived);

const extra = (table: string, count: number): Text => ({
  zh: `表 ${table} 多于由载入算出的 ${count} 行`,
  en: `table ${table} has more rows than the ${count} of its loads`,
});

const missing = (table: string, rows: number, count: number): Text => ({
  zh: `表 ${table} 有 ${rows} 行，由载入算出 ${count} 行`,
  en: `table ${table} has ${rows} rows, its loads make ${count}`,
});

const other = (table: string, row: number, column: string): Text => ({
  zh: `表 ${table} 第 ${row} 行的 ${column} 与载入不符`,
  en: `${column} of row ${row} of table ${table} is not what the loads say`,
});
