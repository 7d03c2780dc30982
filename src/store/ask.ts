/** Answers a question in SQL from the bytes of a workspace: read only, in a worker that is stopped when the time is up. */
import { Worker } from 'node:worker_threads';
import type { SqlValue } from 'sql.js';
import { UserError } from '../errors.ts';
import { askWorker } from './ask-worker.ts';
import { oneStatement } from './one-statement.ts';
import { sqlitePath } from './sqlite.ts';

export type Question = {
  readonly image: Uint8Array;
  readonly sql: string;
  /** Milliseconds for the statement; opening the workspace is not counted. */
  readonly timeLimitMs: number;
  readonly rowLimit: number;
};

export type Answer = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
  /** There are more rows than the limit. */
  readonly truncated: boolean;
};

type Message = { readonly kind: 'ready' } | ({ readonly kind: 'answer' } & Answer) | { readonly kind: 'failed'; readonly message: string };

export function ask({ image, sql, timeLimitMs, rowLimit }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const workerData = { path: sqlitePath(), image, sql: oneStatement(sql), rowLimit };
    const worker = new Worker(askWorker, { eval: true, workerData });
    let clock: NodeJS.Timeout | undefined;
    const finish = (settle: () => void) => {
      clearTimeout(clock);
      void worker.terminate();
      settle();
    };
    worker.on('message', (message: Message) => {
      switch (message.kind) {
        case 'ready':
          clock = setTimeout(() => finish(() => reject(tooLong(timeLimitMs))), timeLimitMs);
          return;
        case 'answer':
          return finish(() => resolve({ columns: message.columns, rows: message.rows, truncated: message.truncated }));
        case 'failed':
          return finish(() => reject(failed(message.message)));
      }
    });
    worker.on('error', error => finish(() => reject(failed(error.message))));
  });
}

const failed = (message: string) =>
  new UserError(
    'SQL_FAILED',
    { zh: `SQLite 报告：${message}`, en: `SQLite says: ${message}` },
    {
      hint: {
        zh: "视图和列：SELECT name FROM sqlite_master WHERE type = 'view'；SELECT name FROM pragma_table_info('v_stay')。",
        en: "Views and columns: SELECT name FROM sqlite_master WHERE type = 'view'; SELECT name FROM pragma_table_info('v_stay').",
      },
    },
  );

const tooLong = (limit: number) =>
  new UserError(
    'SQL_TIMEOUT',
    { zh: `超过 ${limit / 1000} 秒，已停止`, en: `stopped after ${limit / 1000} seconds` },
    {
      hint: {
        zh: '缩小范围（WHERE、LIMIT），或用 --time-limit 给更长时间。',
        en: 'Ask for less (WHERE, LIMIT) or give more time with --time-limit.',
      },
    },
  );
