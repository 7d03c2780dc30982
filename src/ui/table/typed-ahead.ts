/**
 * Keys that act on the row under the cursor (open it, mark it, filter by it) wait until the rows are arranged, and the keys after them
 * wait behind: what keys typed ahead do does not depend on how fast the machine is. Moves act at once, and so does what arranges the
 * rows anew, unless the person moved in between: then it waits to begin from the row the person moved to.
 */
import { beingArranged } from '../arrange.ts';
import { viewOf } from '../sheets/sheets.ts';
import type { Workbench } from '../store/workbench.ts';

export type Held = {
  readonly waits: 'always' | 'afterMoves' | 'never';
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
  const arranged = waitedFor(workbench, held);
  if (!arranged) return false;
  queues.set(workbench, [held]);
  void arranged.then(() => letGo(workbench));
  return true;
}

/** What waits is not done any more: the person pressed Esc. */
export function forgetHeld(workbench: Workbench): void {
  queues.delete(workbench);
}

function waitedFor(workbench: Workbench, { waits }: Held): Promise<void> | undefined {
  const moved = (viewOf(workbench.getState()).went?.by.length ?? 0) > 0;
  return waits === 'always' || (waits === 'afterMoves' && moved) ? beingArranged(workbench) : undefined;
}

/** In the order they were pressed; one of them may begin another arrangement, which the next ones wait for. */
function letGo(workbench: Workbench): void {
  const queue = queues.get(workbench);
  if (!queue) return;
  queues.delete(workbench);
  for (const [at, held] of queue.entries()) {
    const arranged = waitedFor(workbench, held);
    if (arranged) {
      queues.set(workbench, queue.slice(at));
      void arranged.then(() => letGo(workbench));
      return;
    }
    held.act();
  }
}
