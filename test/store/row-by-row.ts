/** The slow witness of the page writer: every row of a table, and of a whole workspace, inserted one after the other. */
import type { TableSource } from '../../src/store/column-source.ts';
import { type Filling, placed } from '../../src/store/filling.ts';
import { insertRows, insertTableRows } from '../../src/store/insert.ts';
import { largeTables } from '../../src/store/large-tables.ts';
import { smallTables } from '../../src/store/small-tables.ts';
import type { Database } from '../../src/store/sqlite.ts';
import type { Workspace } from '../../src/store/workspace.ts';

export function fillWorkspace({ database }: Workspace, filling: Filling): void {
  const places = placed(filling);
  for (const { table, rows } of smallTables(filling, places)) insertRows(database, table, rows);
  for (const table of largeTables(filling, places)) insertTable(database, table);
}

export const insertTable = (database: Database, source: TableSource): void =>
  insertTableRows(
    database,
    source,
    Array.from({ length: source.count }, (_, row) => row),
  );
