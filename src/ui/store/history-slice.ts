/** What was done: every step as the log keeps it, and for the steps that can be taken back what was before and after them. */
import type { StateCreator } from 'zustand/vanilla';
import type { Edit } from '../office.ts';
import type { Path } from '../place.ts';
import type { Step } from '../step.ts';
import type { TableSpec } from '../table/spec.ts';
import type { WorkbenchState } from './state.ts';

/** One thing to take back: the arrangement of a table, or the edits of scenarios. */
export type Change =
  | { readonly of: 'table'; readonly path: Path; readonly before: TableSpec; readonly after: TableSpec }
  | { readonly of: 'edits'; readonly before: readonly Edit[]; readonly after: readonly Edit[] };

/** A step as the log keeps it; `value` is undefined where it was left out because it may name a person. */
export type LoggedStep = { readonly verb: Step['verb']; readonly value: string | undefined };

export type HistorySlice = {
  readonly log: readonly LoggedStep[];
  readonly done: readonly Change[];
  readonly undone: readonly Change[];
  note(step: LoggedStep): void;
  forget(step: LoggedStep): void;
  /** A new change forgets what was undone. */
  changed(change: Change): void;
  /** Moves the last change from one list to the other; whoever calls it carries the change out. */
  stepBack(): void;
  stepForward(): void;
};

/** More than anybody takes back; a bound all the same. */
const KEPT = 200;

export const historySlice: StateCreator<WorkbenchState, [], [], HistorySlice> = set => ({
  log: [],
  done: [],
  undone: [],
  note: step => set(({ log }) => ({ log: [...log, step] })),
  forget: step => set(({ log }) => ({ log: log.filter(one => one !== step) })),
  changed: change => set(({ done }) => ({ done: [...done, change].slice(-KEPT), undone: [] })),
  stepBack: () => set(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, ...done.slice(-1)] })),
  stepForward: () => set(({ done, undone }) => ({ done: [...done, ...undone.slice(-1)], undone: undone.slice(0, -1) })),
});
