/** Rows of a table, picked by number, as a table of their own: every column and code list, in the order of the picks; dictionaries are shared. */
import type { CodeLists } from '../../grouper/cases.ts';
import { chargesOf, settlementsOf } from './follow-stays.ts';
import { gatherNumbers, NO_ROW } from './gather-numbers.ts';
import type { StayTable } from './stay-table.ts';
import { flatTable, rowShapes, stayTableOf, type TableColumn, type TableColumns } from './table-columns.ts';

/** Item lines and settlements go with their stays; those of rows that were not picked are left out. */
export function gatherRows(table: StayTable, pick: Uint32Array): StayTable {
  const columns = gatherColumns(flatTable(table).columns, () => pick);
  const gathered = stayTableOf({ count: pick.length, columns, files: table.files, lines: undefined });
  const { charges, settlements } = table;
  if (!charges && !settlements) return gathered;
  const placeOf = placesOf(pick, table.count);
  return {
    ...gathered,
    ...(charges && { charges: chargesOf(charges, placeOf, pick.length) }),
    ...(settlements && { settlements: settlementsOf(settlements, placeOf) }),
  };
}

/** Every column by the rows that `rowsOf` names for it; NO_ROW is a missing cell. */
export const gatherColumns = (columns: TableColumns, rowsOf: (name: string, column: TableColumn) => Uint32Array): TableColumns =>
  new Map([...columns].map(([name, column]) => [name, gatherColumn(column, rowsOf(name, column), missingMark(name))]));

/** What stands in a column of numbers or codes where nothing is known. */
export function missingMark(name: string): number {
  const shape = rowShapes[name];
  return shape?.kind === 'numbers' ? shape.missing : 0;
}

function gatherColumn(column: TableColumn, rows: Uint32Array, missing: number): TableColumn {
  switch (column.kind) {
    case 'numbers':
      return { kind: 'numbers', values: gatherNumbers(column.values, rows, missing) };
    case 'words':
      return { kind: 'words', codes: gatherNumbers(column.codes, rows, 0), words: column.words };
    case 'lists':
      return { kind: 'lists', ...gatherLists(column, rows) };
  }
}

function gatherLists({ offsets: from, codes, words }: CodeLists, rows: Uint32Array): CodeLists {
  const offsets = new Uint32Array(rows.length + 1);
  const count = from.length - 1;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    offsets[i + 1] = offsets[i]! + (row < count ? from[row + 1]! - from[row]! : 0);
  }
  const gathered = new Uint32Array(offsets[rows.length]!);
  for (let i = 0; i < rows.length; i++) {
    let at = offsets[i]!;
    const end = offsets[i + 1]!;
    for (let source = from[rows[i]!]!; at < end; at++, source++) gathered[at] = codes[source]!;
  }
  return { offsets, codes: gathered, words };
}

/** Where a row went; the first place when it was picked twice. */
function placesOf(pick: Uint32Array, count: number): Uint32Array {
  const placeOf = new Uint32Array(count).fill(NO_ROW);
  for (let i = pick.length - 1; i >= 0; i--) placeOf[pick[i]!] = i;
  return placeOf;
}
