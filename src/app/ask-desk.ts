/** Asks what lies on the desk a question in SQL; the workspace of a desk is filled in a worker at the first question and kept for the next. */
import type { Installation } from '../files/installation.ts';
import type { Answer } from '../store/ask.ts';
import type { Filling, RunResult } from '../store/filling.ts';
import { oneStatement } from '../store/one-statement.ts';
import type { Desk } from './desk.ts';
import { inWorker } from './in-worker.ts';
import { cancelled, type Job } from './job.ts';
import type { Answered, Asked, Limits } from './task.ts';

const images = new WeakMap<Desk, Uint8Array>();

export function askDesk(installation: Installation, desk: Desk, sql: string, limits: Limits): Job<Answer> {
  const job = jobOf(installation, desk, sql, limits);
  const kept = async () => {
    const { answer, image } = await job.done;
    images.set(desk, image);
    return answer;
  };
  return { done: kept(), cancel: job.cancel };
}

function jobOf(installation: Installation, desk: Desk, sql: string, limits: Limits): Job<Answered> {
  const refusal = refusalOf(sql);
  if (refusal) return { done: Promise.reject(refusal), cancel() {} };
  const image = images.get(desk);
  const given = { asked: image ? { image } : { filling: fillingOf(desk) }, sql, limits };
  const program = installation.worker;
  return program === undefined ? answeredHere(given) : inWorker({ program, task: 'ask', given });
}

/** Said at once, before any workspace is filled. */
function refusalOf(sql: string): unknown {
  try {
    oneStatement(sql);
  } catch (refusal) {
    return refusal;
  }
}

const fillingOf = ({ stays, findings, runs }: Desk): Filling => ({
  stays,
  findings,
  groupings: [],
  runs: runs.map(({ result, grouping, settlement }) => ({ result: named(result), grouping, settlement })),
});

/** The totals of a result, thousands of rows, stay where they are. */
const named = ({ id, title, hash, method, catalogue, policy, input, excluded, inScope }: RunResult['result']): RunResult['result'] => ({
  id,
  title,
  hash,
  method,
  catalogue,
  policy,
  input,
  excluded,
  inScope,
});

type Given = { readonly asked: Asked; readonly sql: string; readonly limits: Limits };

/** From sources the workspace is filled in this thread; the question itself has a thread of its own in any case. */
function answeredHere(given: Given): Job<Answered> {
  let isCancelled = false;
  const work = async () => {
    const { answered } = await import('./answered.ts');
    const result = await answered(given);
    if (isCancelled) throw cancelled;
    return result;
  };
  return {
    done: work(),
    cancel() {
      isCancelled = true;
    },
  };
}
