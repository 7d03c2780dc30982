/** Lays everything on the desk in this thread: a load, its groups, the scenarios run on it. */
import type { Installation } from '../files/installation.ts';
import type { Stage } from './carry-out.ts';
import type { Desk } from './desk.ts';
import { deskOf } from './desk-of.ts';
import { type DeskOrder, deskPartsInStages } from './desk-order.ts';

/** `between` is called before every stage and waited for. */
export async function openDesk(installation: Installation, order: DeskOrder, between: (stage: Stage) => Promise<void>): Promise<Desk> {
  const stages = deskPartsInStages(installation, order);
  for (;;) {
    const step = await stages.next();
    if (step.done) return deskOf(installation, step.value);
    await between(step.value);
  }
}
