/** Finds and starts sql.js. It stays a package of its own, in a checkout and in the offline archive, because its wasm lies beside it. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Database, InitSqlJsStatic, SqlJsStatic } from 'sql.js';

export type { Database, SqlValue } from 'sql.js';

const installed = createRequire(import.meta.url);

let started: Promise<SqlJsStatic> | undefined;

/** SQLite itself is started once; every call opens a database of its own, empty or from the bytes of a file. */
export async function openDatabase(image?: Uint8Array): Promise<Database> {
  started ??= startSqlite(sqlitePath());
  const { Database } = await started;
  return new Database(image ?? null);
}

/** Where the program of sql.js lies; a worker starts its own from there. */
export const sqlitePath = (): string => installed.resolve('sql.js');

const startSqlite = (path: string): Promise<SqlJsStatic> =>
  (installed(path) as InitSqlJsStatic)({ locateFile: name => join(dirname(path), name) });
