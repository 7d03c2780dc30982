/** A task carried out in a thread of its own, so that this one answers keys meanwhile; a cancel ends the thread wherever it is. */
import { Worker } from 'node:worker_threads';
import { errorOf } from './failure.ts';
import { cancelled, type Job } from './job.ts';
import { type Packed, pack, unpackInTurns } from './passage.ts';
import type { Progress } from './progress.ts';
import type { Task, Tasks, Told } from './task.ts';

export type ToDo<T extends Task> = {
  /** The worker's program, of the installation. */
  readonly program: string;
  readonly task: T;
  readonly given: Tasks[T]['given'];
  readonly onProgress?: (progress: Progress) => void;
};

export function inWorker<T extends Task>({ program, task, given, onProgress }: ToDo<T>): Job<Tasks[T]['made']> {
  const worker = new Worker(program, { workerData: pack({ task, given }) });
  let isCancelled = false;
  const arrived = async (made: Packed): Promise<Tasks[T]['made']> => {
    const value = await unpackInTurns(made);
    if (isCancelled) throw cancelled;
    return value as Tasks[T]['made'];
  };
  const done = new Promise<Tasks[T]['made']>((resolve, reject) => {
    worker.on('message', (told: Told) => {
      if (isCancelled) return;
      switch (told.kind) {
        case 'progress':
          return onProgress?.(told.progress);
        case 'done':
          return resolve(arrived(told.made));
        case 'failed':
          return reject(errorOf(told.failure));
      }
    });
    worker.on('error', error => reject(isCancelled ? cancelled : error));
    // every other end came before and has settled the promise
    worker.on('exit', status => reject(isCancelled ? cancelled : new Error(`the worker ended with status ${status} and said nothing`)));
  });
  return {
    done,
    cancel() {
      isCancelled = true;
      void worker.terminate();
    },
  };
}
