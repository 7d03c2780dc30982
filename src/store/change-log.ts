/** The change log of a workspace: append only, and each entry carries the hash of the one before, so that a changed entry shows. */
import { createHash } from 'node:crypto';
import type { Workspace } from './workspace.ts';

export type Entry = { readonly at: string; readonly what: string; readonly details: string };

/** What the first entry has before it. */
const BEGINNING = '0'.repeat(64);

/** `at` is the time as the caller knows it, `details` any text, usually JSON. */
export function appendChange({ database }: Workspace, entry: Entry): void {
  const [last] = database.exec('SELECT hash FROM change_log ORDER BY entry DESC LIMIT 1');
  const previous = String(last?.values[0]?.[0] ?? BEGINNING);
  const { at, what, details } = entry;
  database.run('INSERT INTO change_log (at, what, details, previous, hash) VALUES (?, ?, ?, ?, ?)', [
    ...[at, what, details, previous],
    hashOf(entry, previous),
  ]);
}

/** Number of the first entry that is not as it was written or does not follow the one before it; undefined when all are sound. */
export function brokenEntry({ database }: Workspace): number | undefined {
  const [log] = database.exec('SELECT entry, at, what, details, previous, hash FROM change_log ORDER BY entry');
  let before = BEGINNING;
  for (const [index, row] of (log?.values ?? []).entries()) {
    const [number, at, what, details, previous, hash] = row.map(String) as [string, string, string, string, string, string];
    const sound = Number(number) === index + 1 && previous === before && hash === hashOf({ at, what, details }, previous);
    if (!sound) return Number(number);
    before = hash;
  }
  return undefined;
}

/** JSON keeps the parts apart: no two entries have the same text. */
const hashOf = ({ at, what, details }: Entry, previous: string): string =>
  createHash('sha256')
    .update(JSON.stringify([previous, at, what, details]))
    .digest('hex');
