/**
 * Work that grows with the number of rows, in slices: a key press gets its frame at once, and what takes longer than a slice goes on
 * between key presses. A later work of the same name takes the place of an earlier one.
 */
import type { Workbench } from './store/workbench.ts';

/** Yields the part done, 0 to 1, every few thousand rows. */
export type Slow<T> = Generator<number, T, void>;

export function atOnce<T>(work: Slow<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Milliseconds that a key press may spend on such work before its frame is drawn, and each later slice. */
const SLICE = 8;

/** `finish` gets the result: at once if the work is short, later if it is not, never if it was cancelled or overtaken. */
export function inSlices<T>(workbench: Workbench, name: string, { work, finish }: Sliced<T>): Promise<void> {
  const turn = {};
  const running = runningOf(workbench);
  running.set(name, turn);
  return new Promise(resolve => {
    const slice = () => {
      if (running.get(name) !== turn) return resolve();
      const until = workbench.getState().unhurried ? Number.POSITIVE_INFINITY : performance.now() + SLICE;
      for (;;) {
        const step = work.next();
        if (step.done) {
          running.delete(name);
          if (running.size === 0) workbench.getState().working(undefined);
          finish(step.value);
          return resolve();
        }
        if (performance.now() < until) continue;
        workbench.getState().working(step.value);
        setImmediate(slice);
        return;
      }
    };
    slice();
  });
}

type Sliced<T> = { readonly work: Slow<T>; readonly finish: (result: T) => void };

const all = new WeakMap<Workbench, Map<string, object>>();

function runningOf(workbench: Workbench): Map<string, object> {
  const known = all.get(workbench) ?? new Map<string, object>();
  all.set(workbench, known);
  return known;
}

/** Whatever is under way is forgotten; the tables stay as they are. */
export function cancelWork(workbench: Workbench): void {
  runningOf(workbench).clear();
  workbench.getState().working(undefined);
}
