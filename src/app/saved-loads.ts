/**
 * A saved workspace in the hand: its loads as they were read and the table they make together. Every step returns a new value with one more
 * entry in the log; nothing is written until somebody writes `workspaceFile`. `at` is the time as the caller knows it.
 */
import { sha256 } from '../files/fingerprint.ts';
import { isSavedWorkspace, isSealedFile, refuseMissingWorkspace, savedWorkspace } from '../files/saved-workspace.ts';
import { isSealed, unseal } from '../files/sealed.ts';
import type { Findings } from '../stay/finding.ts';
import { type Changes, changesOf, mergeLoads, unidentified } from '../stay/merge-loads.ts';
import type { SourceFile, StayTable } from '../stay/stay-table.ts';
import { staysIn } from '../stay/waiting-lines.ts';
import { withEntry } from '../store/change-log.ts';
import type { Filling } from '../store/filling.ts';
import { readSaved } from '../store/saved/read-saved.ts';
import { notAWorkspace } from '../store/saved/refusals.ts';
import type { ClosedMonth, KeptRules, Saved, SavedLoad } from '../store/saved/saved.ts';
import { hashOfChanges, storedLoad, tableOfLoad } from '../store/saved/stored-load.ts';
import { savedBytes } from '../store/workspace-bytes.ts';
import { linesLoadedAlready, loadedAlready, monthClosed, monthInvalid, noPassphrase, unknownLoad, wrongState } from './saved-refusals.ts';
import { withWaiting } from './waiting-findings.ts';

export type SavedLoads = Saved & {
  /** Rows of the loads in force, laid over each other: settlements as read, before papers are joined and refunds netted. */
  readonly table: StayTable;
  /** Of reading the loads in force. */
  readonly findings: Findings;
};

/** What a step did to the workspace. */
export type Done = {
  readonly saved: SavedLoads;
  /** The load it was about. */
  readonly load: number;
  readonly changes: Changes;
  /** Rows of a new load, and stays whose lines it brings, that were there already, in every field the same. */
  readonly unchanged: number;
};

export type Moment = { readonly at: string };

/** Told by its first bytes: a saved workspace, open or encrypted. */
export const isWorkspace = isSavedWorkspace;
export const isEncrypted = isSealedFile;

export type OpenedFile = {
  readonly saved: SavedLoads;
  /** Of the file as it was opened: whoever writes it in its place looks whether it is still the same. */
  readonly sha256: string;
  readonly encrypted: boolean;
};

type Key = { readonly passphrase?: string | undefined };

/** @throws UserError FILE_NOT_FOUND, FILE_UNREADABLE, WORKSPACE_DAMAGED, PASSPHRASE_MISSING, PASSPHRASE_WRONG */
export async function openFile(path: string, { passphrase }: Key = {}): Promise<OpenedFile> {
  const bytes = bytesAt(path);
  const saved = whole(readSaved(openBytes(bytes, { path, passphrase }), path));
  return { saved, sha256: sha256(bytes), encrypted: isSealed(bytes) };
}

/** What is in the file. @throws as openFile */
export const openSaved = async (path: string, key: Key = {}): Promise<SavedLoads> => (await openFile(path, key)).saved;

/** The file as it is. @throws UserError FILE_NOT_FOUND, FILE_UNREADABLE where it is no workspace */
export function bytesAt(path: string): Uint8Array {
  refuseMissingWorkspace(path);
  const bytes = savedWorkspace(path);
  if (!bytes) throw notAWorkspace(path);
  return bytes;
}

/** The bytes of the database, whether they were encrypted or not. */
export function openBytes(
  bytes: Uint8Array,
  { path, passphrase }: { readonly path: string; readonly passphrase?: string | undefined },
): Uint8Array {
  if (!isSealed(bytes)) return bytes;
  if (passphrase === undefined) throw noPassphrase(path);
  return unseal(bytes, { passphrase, at: path });
}

/** A load becomes the next one of the workspace, or the first of a new one, which keeps its rules. */
export function addLoad(
  saved: SavedLoads | undefined,
  { table, findings }: { readonly table: StayTable; readonly findings: Findings },
  { at, rules = {} }: Moment & { readonly rules?: KeptRules },
): Done {
  const before = saved ?? { ...empty, rules };
  refuseAgain(before, table);
  const added = storedLoad({ load: before.loads.length + 1, at, findings, table });
  const after = { ...before, loads: [...before.loads, added] };
  const done = step(before, after, added.load);
  const said = table.count + (table.waiting ? staysIn(table.waiting) : 0);
  // lines that move from one paper of a stay to another change both
  const unchanged = Math.max(0, said - done.changes.added - done.changes.corrected);
  return logged(done, { at, what: 'load', unchanged, table });
}

/** The rows of a load leave; what it had corrected comes back as it was. */
export const undoLoad = (saved: SavedLoads, load: number, { at }: Moment): Done =>
  logged(withState(saved, load, 'undone'), { at, what: 'undo' });

/** A load that was undone counts again. */
export const restoreLoad = (saved: SavedLoads, load: number, { at }: Moment): Done =>
  logged(withState(saved, load, 'in_force'), { at, what: 'restore' });

/** From now on no load, undo or restore may touch a stay of the month. */
export function closeMonth(saved: SavedLoads, month: string, { at }: Moment): SavedLoads {
  refuseNoMonth(month);
  if (saved.closed.some(one => one.month === month)) throw monthInvalid(month, 'closed');
  const closed: readonly ClosedMonth[] = [...saved.closed, { month, at }].sort((a, b) => (a.month < b.month ? -1 : 1));
  return { ...saved, closed, log: withEntry(saved.log, { at, what: 'close', details: JSON.stringify({ month }) }) };
}

export function reopenMonth(saved: SavedLoads, month: string, { at, reason }: Moment & { readonly reason: string }): SavedLoads {
  refuseNoMonth(month);
  if (!saved.closed.some(one => one.month === month)) throw monthInvalid(month, 'open');
  const closed = saved.closed.filter(one => one.month !== month);
  return { ...saved, closed, log: withEntry(saved.log, { at, what: 'reopen', details: JSON.stringify({ month, reason }) }) };
}

/** The bytes of the file; `filling` is what the pipeline made of `saved.table`. */
export const workspaceFile = ({ rules, loads, closed, log, changes }: SavedLoads, filling: Filling): Promise<Uint8Array> =>
  savedBytes(filling, { rules, loads, closed, log, changes });

/** The loads with the table they make. */
export function whole(saved: Saved): SavedLoads {
  const tables = saved.loads.map(load => ({ table: tableOfLoad(load), inForce: load.state === 'in_force' }));
  const table = mergeLoads(tables);
  return { ...saved, table, findings: withWaiting(findingsOf(saved.loads), table) };
}

const nothing: Findings = { list: [], counts: {}, listedPerRule: 0 };
const empty: Saved = { rules: {}, loads: [], closed: [], log: [], changes: [] };

/** The first of every rule over all loads in force, and all of them counted. */
function findingsOf(loads: readonly SavedLoad[]): Findings {
  const own = loads.filter(({ state }) => state === 'in_force').map(({ findings }) => findings);
  if (own.length === 1) return own[0]!;
  const listedPerRule = Math.max(nothing.listedPerRule, ...own.map(findings => findings.listedPerRule));
  const counts: Record<string, number> = {};
  const listed = new Map<string, number>();
  const list = own.flatMap(findings =>
    findings.list.filter(({ rule }) => {
      const before = listed.get(rule) ?? 0;
      listed.set(rule, before + 1);
      return before < listedPerRule;
    }),
  );
  for (const findings of own) for (const [rule, count] of Object.entries(findings.counts)) counts[rule] = (counts[rule] ?? 0) + count;
  return { list, counts, listedPerRule };
}

/** A file that is there already would count twice where nothing tells its rows apart; lines of a file that is there say nothing new. */
function refuseAgain({ loads }: Saved, table: StayTable): void {
  for (const { load, state, files } of loads) {
    if (state === 'undone') continue;
    const isKnown = (file: SourceFile): boolean => files.some(own => own.sha256 === file.sha256);
    const known = table.files.find(isKnown);
    if (known && unidentified(table) > 0) throw loadedAlready(known.name, load);
    const lines = table.files.find((file, i) => isKnown(file) && table.waiting?.lines.sourceFile.includes(i));
    if (lines) throw linesLoadedAlready(lines.name, load);
  }
}

function withState(saved: SavedLoads, load: number, state: SavedLoad['state']): Omit<Done, 'unchanged'> {
  const own = saved.loads.find(one => one.load === load);
  if (!own) throw unknownLoad(load, saved.loads.length);
  if (own.state === state) throw wrongState(load, state);
  return step(saved, { ...saved, loads: saved.loads.map(one => (one === own ? { ...own, state } : one)) }, load);
}

/** @throws UserError MONTH_CLOSED when a stay of a closed month would come, go or change. */
function step(before: Saved, after: Saved, load: number): Omit<Done, 'unchanged'> {
  const tables = after.loads.map(tableOfLoad);
  const inForce = ({ loads }: Saved) => loads.map(({ state }) => state === 'in_force');
  const changes = changesOf(tables, inForce(before), inForce(after));
  const touched = before.closed.flatMap(({ month }) => (changes.months.has(month) ? [{ month, ...changes.months.get(month)! }] : []));
  if (touched.length > 0) throw monthClosed(touched);
  return { saved: whole(after), load, changes };
}

type Said = Moment & { readonly what: 'load' | 'undo' | 'restore'; readonly unchanged?: number; readonly table?: StayTable };

function logged({ saved, load, changes }: Omit<Done, 'unchanged'>, { at, what, unchanged = 0, table }: Said): Done {
  const { files, sha256: hash, lines } = saved.loads[load - 1]!;
  const { added, removed, corrected, months, fields, list } = changes;
  const details = {
    load,
    ...(saved.log.length === 0 && Object.keys(saved.rules).length > 0 ? { rules: saved.rules } : {}),
    ...(table
      ? {
          files: files.map(({ name, sha256, read, loaded, refused }) => ({ name, sha256, read, loaded, refused })),
          rows: table.count,
          ...(lines > 0 ? { lines } : {}),
          ...(table.identifiers ? { identifiers: true } : {}),
        }
      : {}),
    ...{ added, removed, corrected, unchanged },
    ...{ months: Object.fromEntries(months), fields },
    ...{ load_sha256: hash, listed: list.length, changes_sha256: hashOfChanges(list) },
  };
  const log = withEntry(saved.log, { at, what, details: JSON.stringify(details) });
  const changed = list.length === 0 ? saved.changes : [...saved.changes, { entry: log.length, list }];
  return { saved: { ...saved, log, changes: changed }, load, changes, unchanged };
}

function refuseNoMonth(month: string): void {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw monthInvalid(month, 'none');
}
