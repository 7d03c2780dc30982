/** The loads, closed months and log of a saved workspace, from its bytes, without SQLite. */
import { brokenEntry } from '../change-log.ts';
import { PAGE } from '../image/pages.ts';
import { type Cell, type Row, rowsAt } from '../image/read-image.ts';
import { fileHash } from './file-hash.ts';
import { migrated } from './migrate-1.ts';
import { type OpenedImage, openedImage, read } from './opened-image.ts';
import { damaged } from './refusals.ts';
import type { LoggedChanges, Saved, SavedLoad, StoredColumn } from './saved.ts';
import { RULES_KEY } from './saved-tables.ts';
import { detailsIn, filesIn, findingsIn, rulesIn } from './sound-words.ts';
import { hashOfLoad, refuseUnsoundLoad } from './stored-load.ts';

/** @throws UserError FILE_UNREADABLE, WORKSPACE_DAMAGED; `name` is the file a message speaks of. */
export function readSaved(bytes: Uint8Array, name: string): Saved {
  const opened = openedImage(bytes, name);
  if (opened.version === 1)
    return soundLoads(
      read(() => migrated(opened), damaged(name)),
      name,
    );
  if (!fileHash(bytes, opened.roots.get('workspace')!)) throw damaged(name);
  const saved = savedIn(opened, name);
  const wrong = saved.loads.find(load => hashOfLoad(load) !== load.sha256);
  if (wrong) throw damaged(name, { zh: `第 ${wrong.load} 次载入`, en: `load ${wrong.load}` });
  const entry = brokenEntry(saved.log);
  if (entry !== undefined) throw damaged(name, { zh: `变更日志第 ${entry} 条`, en: `entry ${entry} of the change log` });
  return soundLoads(saved, name);
}

/** What the hashes cannot tell: whoever changes a file on purpose writes them anew. @throws UserError WORKSPACE_DAMAGED */
export function soundLoads(saved: Saved, name: string): Saved {
  for (const [i, load] of saved.loads.entries()) {
    const wrong = damaged(name, { zh: `第 ${load.load} 次载入`, en: `load ${load.load}` });
    if (load.load !== i + 1) throw wrong;
    read(() => refuseUnsoundLoad(load), wrong);
  }
  for (const [i, { details }] of saved.log.entries()) {
    read(() => detailsIn(details), damaged(name, { zh: `变更日志第 ${i + 1} 条`, en: `entry ${i + 1} of the change log` }));
  }
  if (!saved.closed.every(({ month }) => /^\d{4}-\d{2}$/.test(month))) throw damaged(name, { zh: '已关账的月份', en: 'the closed months' });
  return saved;
}

/** As it stands there, sound or not. */
export function savedIn({ image, roots }: OpenedImage, name: string): Saved {
  const rows = (table: string) => Array.from(rowsAt(image, roots.get(table)!));
  return read(() => {
    const columns = byLoad(rows('load_column'));
    const meta = new Map(rows('workspace').map(({ cells: [key, value] }) => [key, value]));
    return {
      rules: rulesIn(String(meta.get(RULES_KEY) ?? '{}')),
      loads: rows('load').map(({ number, cells }) => loadOf(number, cells, (columns.get(number) ?? []).map(columnOf))),
      closed: rows('closed_month').map(({ cells: [month, at] }) => ({ month: String(month), at: String(at) })),
      log: rows('change_log').map(({ cells: [, at, what, details, previous, hash] }) => ({
        at: String(at),
        what: String(what),
        details: String(details),
        previous: String(previous),
        hash: String(hash),
      })),
      changes: changesIn(rows('change').map(({ cells }) => cells)),
    };
  }, damaged(name));
}

function loadOf(
  load: number,
  [, at, state, files, findings, rows, lines, sha256]: readonly Cell[],
  columns: readonly StoredColumn[],
): SavedLoad {
  return {
    load,
    at: String(at),
    state: state === 'undone' ? 'undone' : 'in_force',
    files: filesIn(String(files)),
    findings: findingsIn(String(findings)),
    rows: Number(rows),
    lines: Number(lines),
    columns,
    sha256: String(sha256),
  };
}

const columnOf = ({ cells: [, , name, kind, data] }: { readonly cells: readonly Cell[] }): StoredColumn => ({
  name: String(name),
  kind: String(kind) as StoredColumn['kind'],
  bytes: data instanceof Uint8Array ? own(data) : new Uint8Array(),
});

/** A short column lies on a page of the file: a copy of it lets go of a gigabyte. */
const own = (data: Uint8Array): Uint8Array => (data.buffer.byteLength - data.byteLength > PAGE ? data.slice() : data);

/** Rows of one entry follow each other. */
function changesIn(rows: readonly (readonly Cell[])[]): readonly LoggedChanges[] {
  const entries = new Map<number, LoggedChanges['list'][number][]>();
  for (const [, entry, key, field, before, after] of rows) {
    const list = entries.get(Number(entry)) ?? [];
    if (list.length === 0) entries.set(Number(entry), list);
    list.push({ key: String(key), field: String(field), before: String(before), after: String(after) });
  }
  return [...entries].map(([entry, list]) => ({ entry, list }));
}

function byLoad(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const loads = new Map<number, Row[]>();
  for (const row of rows) {
    const load = Number(row.cells[1]);
    const own = loads.get(load);
    if (own) own.push(row);
    else loads.set(load, [row]);
  }
  return loads;
}
