/** The bytes of a filled workspace: small tables by SQLite, large ones as pages from the columns, the few rows too long for a page inserted. */
import { type Filling, placed } from './filling.ts';
import { writeImage } from './image/write-image.ts';
import type { RecordSource } from './image/write-records.ts';
import { insertRows, insertTableRows } from './insert.ts';
import { largeTables } from './large-tables.ts';
import { HASH_KEY, NO_HASH, stampHash } from './saved/file-hash.ts';
import type { Saved } from './saved/saved.ts';
import { changeTable, columnRecords, savedTables } from './saved/saved-tables.ts';
import { type SmallTable, smallTables } from './small-tables.ts';
import { openDatabase } from './sqlite.ts';
import { closeWorkspace, exportWorkspace, openWorkspace } from './workspace.ts';

/** A workspace to ask: the tables, without the loads they came from. */
export const workspaceBytes = async (filling: Filling): Promise<Uint8Array> =>
  (await bytesOf(filling, { small: [], large: [], records: [] })).bytes;

/** A workspace to keep: everything that the tables can be made of again, and a hash of the whole. */
export async function savedBytes(filling: Filling, saved: Saved): Promise<Uint8Array> {
  const meta = { table: 'workspace', rows: [{ key: HASH_KEY, value: NO_HASH }] };
  const { bytes, roots } = await bytesOf(filling, {
    small: [meta, ...savedTables(saved)],
    large: [changeTable(saved)],
    records: [columnRecords(saved)],
  });
  stampHash(bytes, roots.get('workspace')!);
  return bytes;
}

type More = {
  readonly small: readonly SmallTable[];
  readonly large: ReturnType<typeof largeTables>;
  readonly records: readonly RecordSource[];
};

async function bytesOf(filling: Filling, more: More) {
  const places = placed(filling);
  const workspace = await openWorkspace();
  for (const { table, rows } of [...smallTables(filling, places), ...more.small]) insertRows(workspace.database, table, rows);
  const roots = rootsOf(workspace);
  const base = exportWorkspace(workspace);
  closeWorkspace(workspace);
  const { image, left } = writeImage(base, roots, [...largeTables(filling, places), ...more.large], more.records);
  if (left.length === 0) return { bytes: image, roots };
  const whole = await openDatabase(image);
  for (const { source, rows } of left) insertTableRows(whole, source, rows);
  const bytes = whole.export();
  whole.close();
  return { bytes, roots };
}

function rootsOf({ database }: Awaited<ReturnType<typeof openWorkspace>>): ReadonlyMap<string, number> {
  const [found] = database.exec("SELECT name, rootpage FROM sqlite_master WHERE type = 'table'");
  return new Map(found!.values.map(([name, page]) => [String(name), Number(page)]));
}
