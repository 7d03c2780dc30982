/** What was done: every step as the log keeps it, and for the steps that can be taken back what was before and after them. */
import type { StateCreator } from 'zustand/vanilla';
import type { Edit } from '../office.ts';
import type { Path } from '../place.ts';
import type { Step } from '../step.ts';
import type { TableSpec } from '../table/spec.ts';
import type { WorkbenchState } from './state.ts';

/** One thing to take back: the arrangement of a table, or the edits of scenarios. */
export type Change =
  | {
      readonly of: 'table';
      readonly path: Path;
      readonly before: TableSpec;
      readonly after: TableSpec;
      /** Steps the log holds it as; default 1. */
      readonly steps?: number;
    }
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
  /** Moves a change, the last one unless it is given, from one list to the other; whoever calls it carries the change out. */
  stepBack(change?: Change): void;
  stepForward(change?: Change): void;
  /** The last two changes of a table become one. */
  join(): void;
  /** The scenarios that were edited are no more. */
  forgetEdits(): void;
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
  stepBack: change => set(({ done, undone }) => moved(done, undone, change, (done, undone) => ({ done, undone }))),
  stepForward: change => set(({ done, undone }) => moved(undone, done, change, (undone, done) => ({ done, undone }))),
  join: () => set(({ done }) => ({ done: joined(done) })),
  forgetEdits: () => set(({ done, undone }) => ({ done: done.filter(ofTable), undone: undone.filter(ofTable) })),
});

type Changes = readonly Change[];

function moved<T>(from: Changes, to: Changes, change = from.at(-1), both: (from: Changes, to: Changes) => T): T | Record<string, never> {
  if (!change || !from.includes(change)) return {};
  return both(
    from.filter(one => one !== change),
    [...to, change],
  );
}

function joined(done: Changes): Changes {
  const [first, second] = done.slice(-2);
  if (first?.of !== 'table' || second?.of !== 'table') return done;
  const steps = (first.steps ?? 1) + (second.steps ?? 1);
  return [...done.slice(0, -2), { ...second, before: first.before, steps }];
}

const ofTable = ({ of }: Change): boolean => of === 'table';
