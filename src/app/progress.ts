/** How far the work on a desk is, told often enough to be seen and seldom enough to cost nothing. */
import type { Stage } from './carry-out.ts';

export type Progress = {
  readonly stage: Stage['stage'];
  /** The catalogue that groups, the scenario that is settled. */
  readonly of?: string;
  /** Rows read so far. */
  readonly rows?: number;
  /** Part of the stage that is done, 0 to 1: of the bytes of all files, of the rows to group, of the scenarios. */
  readonly share?: number;
};

/** Milliseconds between two reports of the same stage. */
const PAUSE = 50;

/** What begins something or ends it is always told. */
export function seldom(report: (progress: Progress) => void, clock: () => number = () => performance.now()): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY;
  let before: Progress | undefined;
  return progress => {
    const isNew = progress.stage !== before?.stage || progress.of !== before.of || progress.share === 1;
    const now = clock();
    if (!isNew && now - last < PAUSE) return;
    last = now;
    before = progress;
    report(progress);
  };
}
