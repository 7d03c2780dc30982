/** Jobs that run behind the screen: their progress stands in the message line, Esc ends them, and the desk changes only when they are done. */
import type { Desk } from '../app/desk.ts';
import { settle } from './arrange.ts';
import type { Job, Order, Progress } from './office.ts';
import { progressWords } from './progress-words.ts';
import type { Workbench } from './store/workbench.ts';

/** Lays a new desk; `given`: its stays and groups are used again. Resolves when it lies there or was cancelled. @throws UserError of the job */
export async function openOrder(workbench: Workbench, order: Order, given?: Desk): Promise<void> {
  const { office } = workbench.getState();
  const desk = await sent(workbench, report => office.open(order, given, report));
  if (!desk) return;
  workbench.getState().lay(desk, order);
  await settle(workbench);
}

/** The result of a job, undefined when the person cancelled it. A job sent later takes the place of this one. */
export async function sent<T>(workbench: Workbench, start: (report: (progress: Progress) => void) => Job<T>): Promise<T | undefined> {
  workbench.getState().errand?.cancel();
  let cancelled = false;
  let job: Job<T> | undefined;
  const cancel = () => {
    cancelled = true;
    job?.cancel();
    workbench.getState().send(undefined);
  };
  const words = progressWords();
  const report = (progress: Progress) => {
    if (!cancelled) workbench.getState().send({ text: words(progress, workbench.getState().language), share: progress.share, cancel });
  };
  workbench.getState().send({ text: '', share: undefined, cancel });
  job = start(report);
  try {
    const result = await job.done;
    return cancelled ? undefined : result;
  } catch (error) {
    if (cancelled) return undefined;
    throw error;
  } finally {
    if (!cancelled) workbench.getState().send(undefined);
  }
}
