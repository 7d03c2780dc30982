/** Jobs that run behind the screen: their progress stands in the message line, Esc ends them, and the desk changes only when they are done. */
import type { Desk } from '../app/desk.ts';
import { UserError } from '../errors.ts';
import { settle } from './arrange.ts';
import type { Job, Order, Progress } from './office.ts';
import { progressWords } from './progress-words.ts';
import type { Workbench } from './store/workbench.ts';

/** Lays a new desk; `given`: its stays and groups are used again. True: it lies there; false: it was given up. @throws UserError of the job */
export async function openOrder(workbench: Workbench, order: Order, given?: Desk): Promise<boolean> {
  const { office } = workbench.getState();
  const desk = await run(workbench, report => office.open(order, given, report));
  if (!desk) return false;
  workbench.getState().lay(desk, order);
  await settle(workbench);
  return true;
}

type Turn = {
  readonly done: Promise<boolean>;
  /** It loads files and began at once: another load takes its place. */
  readonly replaceable: boolean;
  /** It, or one before it, changes what can be taken back. */
  readonly changes: boolean;
};

/** The last of the orders under way. */
const turns = new WeakMap<Workbench, Turn>();

/**
 * Orders typed ahead are carried out one after the other, each made from what the one before it left on the desk; only a load takes the
 * place of a load. What is given up takes those behind it along: they were meant for what does not come.
 */
export function inTurn(workbench: Workbench, is: 'load' | 'compare' | 'change', begin: () => Promise<boolean>): Promise<boolean> {
  const last = turns.get(workbench);
  const before = is === 'load' && last?.replaceable ? undefined : last;
  const done = before
    ? before.done.then(
        laid => (laid ? begin() : false),
        () => begin(),
      )
    : begin();
  turns.set(workbench, { done, replaceable: is === 'load' && !before, changes: is === 'change' || before?.changes === true });
  const over = () => {
    if (turns.get(workbench)?.done === done) turns.delete(workbench);
  };
  done.then(over, over);
  return done;
}

/** Whether an order under way will change what can be taken back. */
export const isChanging = (workbench: Workbench): boolean => turns.get(workbench)?.changes === true;

/** The result of a question, undefined when the person cancelled it. A question sent later takes the place of this one. @throws UserError */
export async function sent<T>(workbench: Workbench, start: (report: (progress: Progress) => void) => Job<T>): Promise<T | undefined> {
  if (turns.has(workbench))
    throw new UserError(
      'STEP_INVALID',
      { zh: '正在换上别的数据', en: 'something else is being laid on the desk' },
      { hint: { zh: '等它完成后再问，或按 Esc 取消它', en: 'ask when it lies there, or cancel it with Esc' } },
    );
  return run(workbench, start);
}

async function run<T>(workbench: Workbench, start: (report: (progress: Progress) => void) => Job<T>): Promise<T | undefined> {
  workbench.getState().errand?.cancel();
  let cancelled = false;
  let job: Job<T> | undefined;
  let giveUp: () => void = () => {};
  const givenUp = new Promise<undefined>(resolve => {
    giveUp = () => resolve(undefined);
  });
  const cancel = () => {
    cancelled = true;
    job?.cancel();
    turns.delete(workbench);
    giveUp();
    workbench.getState().send(undefined);
  };
  const words = progressWords();
  const report = (progress: Progress) => {
    if (!cancelled) workbench.getState().send({ text: words(progress, workbench.getState().language), share: progress.share, cancel });
  };
  workbench.getState().send({ text: '', share: undefined, cancel });
  job = start(report);
  try {
    const result = await Promise.race([job.done, givenUp]);
    return cancelled ? undefined : result;
  } catch (error) {
    if (cancelled) return undefined;
    throw error;
  } finally {
    if (!cancelled) workbench.getState().send(undefined);
  }
}
