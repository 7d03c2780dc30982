/** What the workbench asks of the program behind it. Everything that takes time is a job that can be cancelled. */
import type { Desk } from '../app/desk.ts';
import type { Job } from '../app/job.ts';
import type { Progress } from '../app/progress.ts';
import type { Edit } from '../scenario/edit.ts';

export type { Edit, Job, Progress };

/** What lies on the desk: the files (undefined: those the scenarios name), the comparison carried out on them, and what was edited. */
export type Order = {
  readonly data: readonly string[] | undefined;
  readonly comparison: string;
  readonly edits: readonly Edit[];
};

export type Answer = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly truncated: boolean;
};

/** `inputs`: files that are being read, which nothing replaces. */
export type WriteRules = { readonly force: boolean; readonly inputs?: readonly string[] };

export type Office = {
  /** Name and version of the program, for logs. */
  readonly program: string;
  /** `given`: the desk whose stays and groups are used again instead of reading the files. */
  open(order: Order, given: Desk | undefined, report: (progress: Progress) => void): Job<Desk>;
  ask(desk: Desk, sql: string): Job<Answer>;
  /** The file appears whole or not at all; an existing one is refused unless `force`, one of `inputs` always. @throws UserError */
  write(path: string, chunks: Iterable<string>, options: WriteRules): Promise<void>;
  /** Hands the text to the terminal's clipboard. */
  copy(text: string): void;
};
