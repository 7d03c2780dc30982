/** The change log of a workspace: append only, and each entry carries the hash of the one before, so that a changed entry shows. */
import { createHash } from 'node:crypto';

export type Entry = { readonly at: string; readonly what: string; readonly details: string };
export type ChainedEntry = Entry & { readonly previous: string; readonly hash: string };

/** What the first entry has before it. */
const BEGINNING = '0'.repeat(64);

/** The log with one more entry; `at` is the time as the caller knows it, `details` any text, usually JSON. */
export function withEntry(log: readonly ChainedEntry[], { at, what, details }: Entry): readonly ChainedEntry[] {
  const previous = log.at(-1)?.hash ?? BEGINNING;
  return [...log, { at, what, details, previous, hash: hashOf({ at, what, details }, previous) }];
}

/** Number of the first entry that is not as it was written or does not follow the one before it; undefined when all are sound. */
export function brokenEntry(log: readonly ChainedEntry[]): number | undefined {
  const broken = log.findIndex(
    (entry, i) => entry.previous !== (log[i - 1]?.hash ?? BEGINNING) || entry.hash !== hashOf(entry, entry.previous),
  );
  return broken < 0 ? undefined : broken + 1;
}

/** JSON keeps the parts apart: no two entries have the same text. */
const hashOf = ({ at, what, details }: Entry, previous: string): string =>
  createHash('sha256')
    .update(JSON.stringify([previous, at, what, details]))
    .digest('hex');
