/** The parts of a desk made in one go, with every step told. */
import type { Stage } from './carry-out.ts';
import { type DeskParts, deskPartsInStages } from './desk-order.ts';
import type { Progress } from './progress.ts';
import type { Tasks } from './task.ts';

export async function toldDesk({ installation, order }: Tasks['desk']['given'], tell: (progress: Progress) => void): Promise<DeskParts> {
  let now: Stage = { stage: 'load' };
  const stages = deskPartsInStages(installation, {
    ...order,
    onProgress: (rows, share) => tell({ stage: 'load', rows, share }),
    onShare: (share, of) => tell({ stage: now.stage, of, share }),
  });
  for (;;) {
    const step = await stages.next();
    if (step.done) return step.value;
    now = step.value;
    tell(now);
  }
}
