import { isDeepStrictEqual } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askDesk } from '../../src/app/ask-desk.ts';
import { SHIPPED_COMPARISON } from '../../src/app/defaults.ts';
import type { Desk } from '../../src/app/desk.ts';
import { openDeskInWorker } from '../../src/app/desk-in-worker.ts';
import { cancelled } from '../../src/app/job.ts';
import { openDesk } from '../../src/app/open-desk.ts';
import type { Progress } from '../../src/app/progress.ts';
import { UserError } from '../../src/errors.ts';
import type { Installation } from '../../src/files/installation.ts';
import { toFen } from '../../src/money.ts';
import { bandIndex } from '../../src/payment/settlement.ts';
import { withWorker } from './worker-program.ts';

const started: Worker[] = [];
vi.mock('node:worker_threads', async original => {
  const threads = await original<typeof import('node:worker_threads')>();
  return {
    ...threads,
    Worker: class extends threads.Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        started.push(this);
      }
    },
  };
});

let installation: Installation;
let remove = () => {};
let there: Desk;
let here: Desk;
const told: Progress[] = [];
const sample = { comparison: SHIPPED_COMPARISON };
const limits = { timeLimitMs: 30_000, rowLimit: 100 };
const silent = () => {};
const failureOf = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => 'done',
    error => error,
  );

beforeAll(async () => {
  ({ installation, remove } = await withWorker());
  there = await openDeskInWorker(installation, sample, progress => told.push(progress)).done;
  here = await openDesk(installation, sample, async () => {});
});
afterAll(() => remove());

/** Everything of two desks but their functions; told apart slowly only where they differ. */
function expectSame(one: Desk, other: Desk): void {
  const [a, b] = [plain(one), plain(other)];
  if (!isDeepStrictEqual(a, b)) expect(a).toEqual(b);
}
const plain = ({ nameOf: _names, explain: _explain, ...rest }: Desk) => rest;

describe('a desk opened in a worker', () => {
  it('is the desk opened in this thread: columns, settlements, comparison, parameters', () => {
    expectSame(there, here);
  });

  it('explains stays as that one does, and knows the names', () => {
    for (const row of [0, 1, 4_711, there.stays.count - 1]) expect(there.explain(row)).toEqual(here.explain(row));
    expect([there.nameOf('I50.900'), there.nameOf('nothing')]).toEqual([here.nameOf('I50.900'), '']);
  });

  it('lies on shared memory', () => {
    const { money, days } = there.stays;
    const columns = [money.total!, days, ...there.runs.flatMap(({ settlement }) => [settlement.payment, settlement.band])];
    expect(columns.filter(({ buffer }) => !(buffer instanceof SharedArrayBuffer))).toEqual([]);
  });

  it('tells its stages in order; the share of each rises and ends at 1', () => {
    const stages = [...new Set(told.map(({ stage, of }) => [stage, of ?? ''].join(' ').trim()))];
    expect(stages.filter(stage => !stage.startsWith('settle '))).toEqual([
      'load',
      'group chs-drg-1.1',
      'group chs-drg-2.0',
      'settle',
      'compare',
    ]);
    for (const name of ['load', 'group']) {
      const ofStage = told.filter(({ stage }) => stage === name);
      for (const of of new Set(ofStage.map(progress => progress.of))) {
        const shares = ofStage.flatMap(progress => (progress.of === of && progress.share !== undefined ? [progress.share] : []));
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect([shares[0]! > 0, shares.at(-1)]).toEqual([true, 1]);
      }
    }
    expect(told.findLast(({ rows }) => rows !== undefined)).toEqual({ stage: 'load', rows: 10_000, share: 1 });
  });
});

describe('a cancel', () => {
  it('while files are read rejects with its mark, when the worker is gone; nothing is told any more', async () => {
    const reports: Progress[] = [];
    let reading = silent;
    const begun = new Promise<void>(resolve => {
      reading = resolve;
    });
    const job = openDeskInWorker(installation, sample, progress => {
      reports.push(progress);
      if (progress.stage === 'load') reading();
    });
    const worker = started.at(-1)!;
    const gone = vi.fn();
    worker.on('exit', gone);
    await begun;
    job.cancel();
    const before = reports.length;
    expect(await failureOf(job.done)).toBe(cancelled);
    expect([gone.mock.calls.length, worker.threadId, reports.length]).toEqual([1, -1, before]);
  });

  it('before the thread has begun does the same', async () => {
    const job = openDeskInWorker(installation, sample, silent);
    job.cancel();
    expect(await failureOf(job.done)).toBe(cancelled);
    expect(started.at(-1)!.threadId).toBe(-1);
  });

  it('of what is done changes nothing', async () => {
    const job = askDesk(installation, there, 'SELECT 1', limits);
    await job.done;
    job.cancel();
    expect(await job.done).toEqual({ columns: ['1'], rows: [[1]], truncated: false });
  });
});

describe('what goes wrong in the worker', () => {
  it('arrives as the mistake it is', async () => {
    const failure = await failureOf(openDeskInWorker(installation, { ...sample, data: ['no/such.csv'] }, silent).done);
    expect(failure).toBeInstanceOf(UserError);
    const { code, text, hint, at } = failure as UserError;
    expect({ code, text, hint, at }).toEqual({
      code: 'FILE_NOT_FOUND',
      text: { zh: '没有这个文件', en: 'no such file' },
      hint: { zh: '请检查路径；含空格的路径要加引号。', en: 'Check the path; quote a path with spaces.' },
      at: 'no/such.csv',
    });
  });

  it('arrives as a bug with its own stack', async () => {
    const broken = { ...installation, root: undefined as unknown as string };
    const failure = (await failureOf(openDeskInWorker(broken, sample, silent).done)) as Error;
    expect([failure instanceof UserError, failure instanceof Error]).toEqual([false, true]);
    expect(failure.stack).toContain('work');
  });

  it('is told when the program cannot be started', async () => {
    const failure = await failureOf(openDeskInWorker({ ...installation, worker: '/no/work.mjs' }, sample, silent).done);
    expect((failure as Error).message).toContain('/no/work.mjs');
  });
});

describe('a desk with values changed on the screen', () => {
  const rate = 'price.rates.tertiary.employee';

  it('reads and groups nothing again, and pays by the new rate: 10800 times the weight', async () => {
    const stages: string[] = [];
    const order = { ...sample, given: there, edits: [{ scenario: 'drg-1.1', path: rate, value: '10800' }] };
    const changed = await openDeskInWorker(installation, order, ({ stage }) => stages.push(stage)).done;
    expect([...new Set(stages)]).toEqual(['settle', 'compare']);
    expect([changed.stays === there.stays, changed.findings === there.findings, changed.synthetic]).toEqual([true, true, true]);
    expect(changed.runs.map(({ grouping }, i) => grouping === there.runs[i]!.grouping)).toEqual([true, true, true]);

    const { settlement, result, parameters } = changed.runs[1]!;
    const row = settlement.price.findIndex((price, i) => {
      const { level, insurance } = settlement.prices[price] ?? {};
      return level === 'tertiary' && insurance === 'employee' && settlement.band[i] === bandIndex.normal;
    });
    const { weight } = settlement.prices[settlement.price[row]!]!;
    expect([settlement.standard[row], settlement.payment[row]]).toEqual([toFen(weight.times(10_800)), toFen(weight.times(10_800))]);
    expect(there.runs[1]!.settlement.standard[row]).toBe(toFen(weight.times(9_865)));
    expect(result.notes[0]!.zh).toBe('未保存：price.rates.tertiary.employee 在屏幕上由 9865 改为 10800');
    expect(parameters.find(({ path }) => path === rate)).toMatchObject({ value: '10800', at: 'screen:1', edited: true });
    expect(result.hash).not.toBe(there.runs[1]!.result.hash);
    expectSame(changed, await openDesk(installation, { ...order, given: undefined }, async () => {}));
  });

  it('is the desk as it was when every change is taken back', async () => {
    const order = { ...sample, given: there, edits: [{ scenario: 'drg-1.1', path: rate, value: '9865' }] };
    expectSame(await openDeskInWorker(installation, order, silent).done, there);
  });

  it('is refused with the nearest name', async () => {
    const order = { ...sample, given: there, edits: [{ scenario: 'drg-1.1', path: 'price.rates.tertiary.employees', value: '1' }] };
    const failure = (await failureOf(openDeskInWorker(installation, order, silent).done)) as UserError;
    expect([failure.code, failure.at, failure.hint.en]).toEqual(['PARAMETER_UNKNOWN', 'screen:1', `Did you mean "${rate}"?`]);
  });
});

describe('SQL over the desk', () => {
  it('asks what lies there: the sums of the columns', async () => {
    const sql = "SELECT count(*) AS stays, sum(payment_fen) AS fen FROM v_stay_payment WHERE scenario = 'drg-2.0'";
    const sum = there.runs[2]!.settlement.payment.reduce((so, fen) => so + fen, 0);
    expect(await askDesk(installation, there, sql, limits).done).toEqual({
      columns: ['stays', 'fen'],
      rows: [[10_000, sum]],
      truncated: false,
    });
  });

  it.each([
    ['DELETE FROM stay', 'SQL_REFUSED'],
    ['SELECT 1; SELECT 2', 'SQL_REFUSED'],
    ['SELECT nothing FROM v_stay', 'SQL_FAILED'],
  ])('%s is answered %s', async (sql, code) => {
    const failure = (await failureOf(askDesk(installation, there, sql, limits).done)) as UserError;
    expect([failure instanceof UserError, failure.code]).toEqual([true, code]);
  });

  const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';

  it('stops when the time is up', async () => {
    const failure = (await failureOf(askDesk(installation, there, endless, { ...limits, timeLimitMs: 100 }).done)) as UserError;
    expect(failure.code).toBe('SQL_TIMEOUT');
  });

  it('stops when it is cancelled', async () => {
    const job = askDesk(installation, there, endless, limits);
    const worker = started.at(-1)!;
    await new Promise(resolve => worker.once('online', resolve));
    job.cancel();
    expect(await failureOf(job.done)).toBe(cancelled);
    expect(worker.threadId).toBe(-1);
  });
});

describe('from sources, without a program to start', () => {
  const alone = () => ({ ...installation, worker: undefined });

  it('the same is done in this thread', async () => {
    const before = started.length;
    expectSame(await openDeskInWorker(alone(), sample, silent).done, there);
    expect(started.length).toBe(before);
    expect((await askDesk(alone(), there, 'SELECT 1 AS one', limits).done).rows).toEqual([[1]]);
  });

  it('a cancel is seen at the next stage', async () => {
    const job = openDeskInWorker(alone(), sample, silent);
    job.cancel();
    expect(await failureOf(job.done)).toBe(cancelled);
  });
});
