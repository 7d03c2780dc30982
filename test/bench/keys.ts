/**
 * The shipped program on a terminal that keeps time, with the file named: `node --expose-gc dist/bench-keys.mjs stays.csv`.
 * It is the bundle itself that runs (yargs, worker, Ink), only its two streams are ours. One figure a line on standard output, as JSON.
 */
import { writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SHIPPED_COMPARISON } from '../../src/app/defaults.ts';
import { openDeskInWorker } from '../../src/app/desk-in-worker.ts';
import { findInstallation } from '../../src/files/installation.ts';
import { type Answered, fakeTerminal, type Size } from './fake-terminal.ts';
import { type KeyFigure, keyFigure } from './key-figures.ts';
import { reading, readingFor } from './presses.ts';

const here = dirname(fileURLToPath(import.meta.url));
const path = process.argv[2]!;
const presses = 300;
/** A held key comes thirty times a second. */
const PACE_MS = 33;
/** Longer than two reports of work that goes on. */
const STILL_MS = 400;
const ENTER = '\r';
const ESCAPE = '\x1b';

const terminal = fakeTerminal({ columns: 120, rows: 40 });
Object.defineProperty(process, 'stdin', { value: terminal.stdin });
Object.defineProperty(process, 'stdout', { value: terminal.stdout });
process.argv = [process.argv[0]!, join(here, 'casemix.mjs'), 'open', path];
const loaded = terminal.shows('出院人次');
// It is done when the person leaves, and this person is stopped first.
void import(pathToFileURL(join(here, 'casemix.mjs')).href);
await loaded;
await pause(STILL_MS);

for (const [columns, rows] of [
  [80, 24],
  [120, 40],
  [200, 60],
] as const) {
  await resized({ columns, rows });
  await read(reading);
  tell(keyFigure(`key press to frame ${columns}x${rows}`, firsts(await read(readingFor(presses)))));
}
await resized({ columns: 120, rows: 40 });
await sorting();
await filtering();
await leaving();
await whileLoading();
await resized({ columns: 80, rows: 24 });
await remembering();
process.exit(0);

/** Presses at the pace of a held key, or slower when the frame is. */
async function read(keys: readonly string[], until?: () => boolean): Promise<(Answered | undefined)[]> {
  const answers: (Answered | undefined)[] = [];
  for (const key of keys) {
    if (until?.()) break;
    const start = performance.now();
    answers.push(await terminal.press(key));
    await pause(Math.max(0, PACE_MS - (performance.now() - start)));
  }
  return answers;
}

/** Two columns, each one way and the other; the last one leaves the order of its column behind. */
async function sorting(): Promise<void> {
  await read(['2']);
  const answers: (Answered | undefined)[] = [];
  for (const key of ['s', 's', 'l', 's', 's', 'l', 's', 's']) {
    const answer = await terminal.press(key, STILL_MS);
    if (key === 's') answers.push(answer);
  }
  tell(keyFigure('sort by a column 120x40, to the next frame', firsts(answers)));
  tell(keyFigure('sort by a column 120x40, to the result', lasts(answers)));
}

async function filtering(): Promise<void> {
  const answers: (Answered | undefined)[] = [];
  for (const text of ['骨', '心', 'S00', '!女', '肿瘤']) {
    await terminal.press('/', STILL_MS);
    for (const letter of text) answers.push(await terminal.press(letter, STILL_MS));
    await terminal.press(ENTER, STILL_MS);
    await terminal.press(ESCAPE, STILL_MS);
  }
  tell(keyFigure('filter, each letter 120x40, to the next frame', firsts(answers)));
  tell(keyFigure('filter, each letter 120x40, to the result', lasts(answers)));
}

/** Esc alone waits until no sequence can follow it any more. */
async function leaving(): Promise<void> {
  const answers: (Answered | undefined)[] = [];
  for (let i = 0; i < 20; i++) {
    await read([ENTER]);
    answers.push(...(await read([ESCAPE])));
  }
  tell(keyFigure('Esc to frame 120x40', firsts(answers)));
}

/** Another load of the same file, by the same worker, as long as it takes. */
async function whileLoading(): Promise<void> {
  await read(['1']);
  let ended = false;
  const order = { comparison: SHIPPED_COMPARISON, data: [path] };
  const start = performance.now();
  const job = openDeskInWorker(findInstallation(here), order, () => {});
  const done = job.done.finally(() => {
    ended = true;
  });
  const answers = await read(readingFor(3_000), () => ended);
  await done;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  tell(keyFigure(`key press to frame 120x40 while a load runs (${seconds} s)`, firsts(answers)));
}

/** The heap after a thousand presses over all screens and after ten thousand. */
async function remembering(): Promise<void> {
  const keys = readingFor(10_000);
  await hurry(keys.slice(0, 1_000));
  const before = await heap();
  const start = performance.now();
  await hurry(keys.slice(1_000));
  const seconds = (performance.now() - start) / 1000;
  const kilobytes = ((await heap()) - before) / 1024 / 9;
  tell({ stage: 'memory over 10,000 key presses', n: 9_000, seconds, perSecond: Math.floor(9_000 / seconds), kilobytes });
}

/** Every press is read and laid out; of those that come too fast for the eye some are drawn together. */
async function hurry(keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    terminal.type(key);
    await pause(1);
  }
  await pause(STILL_MS);
}

async function heap(): Promise<number> {
  if (!gc) throw new Error('run with --expose-gc');
  for (let i = 0; i < 3; i++) {
    gc();
    await pause(50);
  }
  return process.memoryUsage().heapUsed;
}

async function resized(size: Size): Promise<void> {
  terminal.resize(size);
  await pause(STILL_MS);
}

function firsts(answers: readonly (Answered | undefined)[]) {
  return answers.map(answer => answer?.first);
}

function lasts(answers: readonly (Answered | undefined)[]) {
  return answers.map(answer => answer?.last);
}

function tell(figure: KeyFigure): void {
  writeSync(1, `${JSON.stringify(figure)}\n`);
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
