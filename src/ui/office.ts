/** What the workbench asks of the program behind it. Everything that takes time is a job that can be cancelled. */
import type { Desk } from '../app/desk.ts';

export type Job<T> = { readonly done: Promise<T>; cancel(): void };

/** One parameter of one scenario, set on the screen. */
export type Edit = { readonly scenario: string; readonly path: string; readonly value: string };

/** What lies on the desk: the files (undefined: those the scenarios name), the comparison carried out on them, and what was edited. */
export type Order = {
  readonly data: readonly string[] | undefined;
  readonly comparison: string;
  readonly edits: readonly Edit[];
};

/** How far a job is: finished words, and the part done, 0 to 1, where it is known. */
export type Progress = { readonly text: string; readonly share?: number | undefined };

export type Answer = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly truncated: boolean;
};

export type Office = {
  /** `given`: the desk whose stays and groups are used again instead of reading the files. */
  open(order: Order, given: Desk | undefined, report: (progress: Progress) => void): Job<Desk>;
  ask(desk: Desk, sql: string): Job<Answer>;
  /** The file appears whole or not at all; an existing one is refused unless `force`. @throws UserError */
  write(path: string, text: string, options: { readonly force: boolean }): Promise<void>;
  /** Hands the text to the terminal's clipboard. */
  copy(text: string): void;
};
