/** The program of the worker thread: does the one task it was started with, tells how far it is, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from './failure.ts';
import { pack, unpack } from './passage.ts';
import { type Progress, seldom } from './progress.ts';
import type { Task, Tasks, Told } from './task.ts';

type Given = { readonly [T in Task]: { readonly task: T; readonly given: Tasks[T]['given'] } }[Task];

const tell = (told: Told): void => parentPort!.postMessage(told);

try {
  tell({ kind: 'done', made: pack(await made(unpack(workerData) as Given)) });
} catch (error) {
  tell({ kind: 'failed', failure: failureOf(error) });
}

/** Each task brings its own part of the program; the other one stays unread. */
async function made(asked: Given): Promise<unknown> {
  switch (asked.task) {
    case 'desk': {
      const { toldDesk } = await import('./told-desk.ts');
      return toldDesk(
        asked.given,
        seldom((progress: Progress) => tell({ kind: 'progress', progress })),
      );
    }
    case 'ask': {
      const { answered } = await import('./answered.ts');
      return answered(asked.given);
    }
  }
}
