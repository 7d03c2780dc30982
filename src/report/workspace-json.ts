/** A workspace file, its log and a verdict about it as JSON; money as decimal text in yuan. */
import { yuanOf } from '../money.ts';
import type { LogView, StepCounts, VerdictView, WorkspaceView } from './workspace-text.ts';

export const workspaceJson = ({ file, rows, stays, total, loads, months, closed, encrypted, identifiers, waiting }: WorkspaceView) => ({
  schemaVersion: 1,
  ...{ file, rows, stays, total: money(total), encrypted, identifiers, waiting },
  loads,
  months: months.map(month => ({ ...month, total: money(month.total), closed: month.closed ?? null })),
  closed,
});

export const workspaceLogJson = (file: string, log: LogView) => ({
  schemaVersion: 1,
  file,
  entries: log.map(({ at, what, details }, i) => ({ entry: i + 1, at, what, details: JSON.parse(details) as unknown })),
});

export const stepJson = (file: string, { load, added, corrected, removed, unchanged }: StepCounts) => ({
  schemaVersion: 1,
  ...{ file, load, added, corrected, removed, unchanged },
});

export const verdictJson = ({ file, version, passed, wrong, loads, entries, held }: VerdictView & { readonly file: string }) => ({
  schemaVersion: 1,
  ...{ file, sound: wrong === undefined, format: version, loads, entries, ...held, passed },
  wrong: wrong ? { check: wrong.check, what: wrong.what.en } : null,
});

const money = (fen: number): string => yuanOf(fen).toFixed(2);
