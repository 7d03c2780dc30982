/**
 * Work that grows with the number of rows, in slices: a key press gets its frame at once, and what takes longer than a slice goes on
 * between key presses. A later work of the same name takes the place of an earlier one.
 */
import type { Workbench } from './store/workbench.ts';

/** Yields the part done, 0 to 1, every few thousand rows: a turn must stay far below a slice. */
export type Slow<T> = Generator<number, T, void>;

export function atOnce<T>(work: Slow<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Rows at a time: a pass that looks at a number takes about a third of a millisecond over so many. */
export const TURN = 32_768;

/** `act` over 0 .. count - 1, a turn at a time. */
export function* inTurns(count: number, act: (from: number, to: number) => void, turn = TURN): Slow<void> {
  for (let from = 0; from < count; from += turn) {
    const to = Math.min(count, from + turn);
    act(from, to);
    yield to / count;
  }
}

/** Work that is the part `done` of `all` equal parts. */
export function* scaled<T>(work: Slow<T>, done: number, all: number): Slow<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield (done + step.value) / all;
  }
}

/** Milliseconds that a key press may spend on such work before its frame is drawn, and each later slice. */
const SLICE = 8;
/** Milliseconds between two words of progress: each draws a frame, and the work waits for it. */
const TOLD = 100;

export type Sliced<T> = {
  readonly work: Slow<T>;
  /** Gets the result: at once if the work is short, later if it is not, never if it was cancelled or overtaken. */
  readonly finish: (result: T) => void;
  /** The person gave it up. Work without it is done behind everything else: no key press waits for it, it shows no progress and is not given up. */
  readonly cancelled?: () => void;
};

type Running = { readonly cancelled: (() => void) | undefined };

/** Resolves when it is finished, overtaken or given up. */
export function inSlices<T>(workbench: Workbench, name: string, { work, finish, cancelled }: Sliced<T>): Promise<void> {
  const turn: Running = { cancelled };
  const running = runningOf(workbench);
  running.set(name, turn);
  let tell = Number.NEGATIVE_INFINITY;
  return new Promise(resolve => {
    const slice = () => {
      if (running.get(name) !== turn) return resolve();
      // What the person waits for goes first.
      if (!cancelled && isWaited(running)) return void setImmediate(slice);
      const until = workbench.getState().unhurried ? Number.POSITIVE_INFINITY : performance.now() + SLICE;
      for (;;) {
        const step = work.next();
        if (step.done) {
          running.delete(name);
          if (cancelled && !isWaited(running)) workbench.getState().working(undefined);
          finish(step.value);
          return resolve();
        }
        const now = performance.now();
        if (now < until) continue;
        if (cancelled && now >= tell) {
          workbench.getState().working(step.value);
          tell = now + TOLD;
        }
        setImmediate(slice);
        return;
      }
    };
    if (cancelled || workbench.getState().unhurried) slice();
    else setImmediate(slice);
  });
}

const isWaited = (running: ReadonlyMap<string, Running>): boolean => [...running.values()].some(({ cancelled }) => cancelled !== undefined);

const all = new WeakMap<Workbench, Map<string, Running>>();

function runningOf(workbench: Workbench): Map<string, Running> {
  const known = all.get(workbench) ?? new Map<string, Running>();
  all.set(workbench, known);
  return known;
}

/** The work of this name is not wanted any more. */
export function forgetWork(workbench: Workbench, name: string): void {
  runningOf(workbench).delete(name);
}

/** Whatever the person waits for is given up. */
export function cancelWork(workbench: Workbench): void {
  const running = runningOf(workbench);
  const given = [...running].filter(([, { cancelled }]) => cancelled !== undefined);
  for (const [name] of given) running.delete(name);
  workbench.getState().working(undefined);
  for (const [, { cancelled }] of given) cancelled?.();
}
