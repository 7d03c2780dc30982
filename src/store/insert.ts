/** Rows into a table through one prepared statement, in few transactions: a single one grows without bound on large tables. */
import type { Database, SqlValue } from 'sql.js';
import { cellAt, type TableSource } from './column-source.ts';

const ROWS_PER_TRANSACTION = 200_000;

/** These rows of a table. */
export function insertTableRows(database: Database, { table, first, columns }: TableSource, rows: readonly number[]): void {
  const sources = Object.values(columns);
  const cells: SqlValue[] = sources.map(() => null);
  const statement = database.prepare(
    `INSERT INTO ${table} (${Object.keys(columns).join(', ')}) VALUES (${sources.map(() => '?').join(', ')})`,
  );
  try {
    for (let from = 0; from < rows.length; from += ROWS_PER_TRANSACTION) {
      database.run('BEGIN');
      for (const row of rows.slice(from, from + ROWS_PER_TRANSACTION)) {
        for (let i = 0; i < sources.length; i++) cells[i] = cellAt(sources[i]!, row, first);
        statement.run(cells);
      }
      database.run('COMMIT');
    }
  } finally {
    statement.free();
  }
}

/** A few rows given as rows. */
export function insertRows(database: Database, table: string, rows: readonly Readonly<Record<string, SqlValue>>[]): void {
  const [firstRow] = rows;
  if (!firstRow) return;
  const names = Object.keys(firstRow);
  const statement = database.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`);
  database.run('BEGIN');
  for (const row of rows) statement.run(names.map(name => row[name] ?? null));
  database.run('COMMIT');
  statement.free();
}
