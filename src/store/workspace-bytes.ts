/** The bytes of a filled workspace: small tables by SQLite, large ones as pages from the columns, the few rows too long for a page inserted. */
import { type Filling, placed } from './filling.ts';
import { writeImage } from './image/write-image.ts';
import { insertRows, insertTableRows } from './insert.ts';
import { largeTables } from './large-tables.ts';
import { smallTables } from './small-tables.ts';
import { openDatabase } from './sqlite.ts';
import { closeWorkspace, exportWorkspace, openWorkspace } from './workspace.ts';

export async function workspaceBytes(filling: Filling): Promise<Uint8Array> {
  const places = placed(filling);
  const workspace = await openWorkspace();
  const { database } = workspace;
  for (const { table, rows } of smallTables(filling, places)) insertRows(database, table, rows);
  const [found] = database.exec("SELECT name, rootpage FROM sqlite_master WHERE type = 'table'");
  const roots = new Map(found!.values.map(([name, page]) => [String(name), Number(page)]));
  const base = exportWorkspace(workspace);
  closeWorkspace(workspace);
  const { image, left } = writeImage(base, roots, largeTables(filling, places));
  if (left.length === 0) return image;
  const whole = await openDatabase(image);
  for (const { source, rows } of left) insertTableRows(whole, source, rows);
  const bytes = whole.export();
  whole.close();
  return bytes;
}
