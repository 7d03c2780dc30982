/**
 * Finds and starts sql.js. In the offline archive `sql-wasm.js` and `sql-wasm.wasm` lie beside the running file; in a checkout they are
 * an installed package. The file is compiled here as CommonJS, so that a `package.json` nearby cannot turn it into something else.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import type { Database, InitSqlJsStatic, SqlJsStatic } from 'sql.js';

export type { Database, SqlValue } from 'sql.js';

let started: Promise<SqlJsStatic> | undefined;

/** SQLite itself is started once; every call opens a database of its own, empty or from the bytes of a file. */
export async function openDatabase(image?: Uint8Array): Promise<Database> {
  started ??= startSqlite(sqlitePath());
  const { Database } = await started;
  return new Database(image ?? null);
}

export function sqlitePath(): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), 'sql-wasm.js');
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve('sql.js');
}

function startSqlite(path: string): Promise<SqlJsStatic> {
  const folder = dirname(path);
  const module = { exports: {} };
  const names = ['exports', 'require', 'module', '__filename', '__dirname'];
  compileFunction(readFileSync(path, 'utf8'), names, { filename: path })(module.exports, createRequire(path), module, path, folder);
  return (module.exports as InitSqlJsStatic)({ locateFile: name => join(folder, name) });
}
