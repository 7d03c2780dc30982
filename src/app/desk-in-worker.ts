/** Opens a desk in a worker thread; what arrives is plain values on shared memory, and the desk is made of them here. */
import type { Installation } from '../files/installation.ts';
import type { Desk } from './desk.ts';
import type { DeskOrder, DeskParts, Lent } from './desk-order.ts';
import { inWorker } from './in-worker.ts';
import { cancelled, type Job } from './job.ts';
import { type Progress, seldom } from './progress.ts';

export function openDeskInWorker(installation: Installation, order: DeskOrder, onProgress: (progress: Progress) => void): Job<Desk> {
  if (installation.worker === undefined) return openDeskHere(installation, order, onProgress);
  const { given, onProgress: _rows, onShare: _share, ...rest } = order;
  const lent = given && lentBy(given);
  const program = installation.worker;
  const job = inWorker({ program, task: 'desk', given: { installation, order: { ...rest, given: lent } }, onProgress });
  // read while the worker is at its work
  const here = import('./desk-of.ts');
  const opened = async () => {
    const parts = await job.done;
    return (await here).deskOf(installation, given ? withLent(parts, given) : parts);
  };
  return { done: opened(), cancel: job.cancel };
}

/** A desk without its functions, which cannot pass. */
const lentBy = ({ synthetic, stays, findings, runs }: Lent): Lent => ({
  synthetic,
  stays,
  findings,
  runs: runs.map(({ grouping }) => ({ grouping })),
});

/** What was lent came back as a copy that lies on the same memory: the desk goes on with what it was made of. */
function withLent(parts: DeskParts, { stays, findings, runs }: Lent): DeskParts {
  const lent = new Map(runs.flatMap(({ grouping }) => (grouping ? [[grouping.catalogue, grouping]] : [])));
  const groupings = new Map([...parts.groupings].map(([id, grouping]) => [id, lent.get(grouping.catalogue) ?? grouping]));
  return {
    ...parts,
    stays,
    findings,
    groupings,
    runs: parts.runs.map(run => {
      const grouping = run.grouping && groupings.get(run.scenario.catalogue);
      return { ...run, stays, ...(grouping ? { grouping: grouping.columns, groups: grouping.groups } : {}) };
    }),
  };
}

/** From sources there is no program to start: the same in this thread, with a pause before each stage. */
function openDeskHere(installation: Installation, order: DeskOrder, onProgress: (progress: Progress) => void): Job<Desk> {
  let isCancelled = false;
  const opened = async () => {
    const { openDesk } = await import('./open-desk.ts');
    const tell = seldom(onProgress);
    const told = { ...order, onProgress: (rows: number, share: number) => tell({ stage: 'load', rows, share }) };
    return openDesk(installation, told, async stage => {
      tell(stage);
      await new Promise(resolve => setTimeout(resolve, FRAME));
      if (isCancelled) throw cancelled;
    });
  };
  return {
    done: opened(),
    cancel() {
      isCancelled = true;
    },
  };
}

/** Milliseconds in which a frame is drawn and the keys pressed meanwhile are read. */
const FRAME = 20;
