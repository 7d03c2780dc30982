/**
 * Keys that act on the row under the cursor (open it, mark it, filter by it) wait until the rows are arranged, and the keys after them
 * wait behind: what keys typed ahead do does not depend on how fast the machine is. Moves act at once.
 */
import { beingArranged } from '../arrange.ts';
import type { Workbench } from '../store/workbench.ts';

export type Held = {
  /** It acts on a row. */
  readonly onRow: boolean;
  act(): void;
};

const queues = new WeakMap<Workbench, Held[]>();

/** Whether it was put off. */
export function heldBack(workbench: Workbench, held: Held): boolean {
  const queue = queues.get(workbench);
  if (queue) {
    queue.push(held);
    return true;
  }
  const arranged = held.onRow ? beingArranged(workbench) : undefined;
  if (!arranged) return false;
  queues.set(workbench, [held]);
  void arranged.then(() => letGo(workbench));
  return true;
}

/** What waits is not done any more: the person pressed Esc. */
export function forgetHeld(workbench: Workbench): void {
  queues.delete(workbench);
}

/** In the order they were pressed; one of them may begin another arrangement, which the next ones wait for. */
function letGo(workbench: Workbench): void {
  const queue = queues.get(workbench);
  if (!queue) return;
  queues.delete(workbench);
  for (const [at, { onRow, act }] of queue.entries()) {
    const arranged = onRow ? beingArranged(workbench) : undefined;
    if (arranged) {
      queues.set(workbench, queue.slice(at));
      void arranged.then(() => letGo(workbench));
      return;
    }
    act();
  }
}
