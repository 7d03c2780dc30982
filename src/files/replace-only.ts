/**
 * A file that two programs read and both want to replace: the second finds that it is no longer what it had read, and leaves it. Looking and
 * renaming are one step for each of them, because between the two a file could still change; a lock beside the file keeps the others out.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import { sha256 } from './fingerprint.ts';

/** @throws UserError WORKSPACE_CHANGED */
export function replaceOnly(path: string, opened: string): void {
  if (!existsSync(path) || sha256(readFileSync(path)) !== opened) throw changed(path);
}

const TRIES = 200;
const BETWEEN_TRIES_MS = 50;

/**
 * `act` asks once more before it changes anything whether the lock is still ours.
 * @throws UserError WORKSPACE_CHANGED when another program does not come to an end, or took the lock from us.
 */
export async function inTurn(path: string, act: (refuseUnlessOurs: () => void) => Promise<void>): Promise<void> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  const ours = `${process.pid} ${randomUUID()}`;
  for (let tries = 0; !taken(lock, ours); tries++) {
    if (tries === TRIES) throw changed(path);
    await setTimeout(BETWEEN_TRIES_MS);
  }
  const isOurs = () => contentsOf(lock) === ours;
  const release = () => {
    if (isOurs()) rmSync(lock, { force: true });
  };
  process.once('exit', release);
  try {
    await act(() => {
      if (!isOurs()) throw changed(path);
    });
  } finally {
    process.off('exit', release);
    release();
  }
}

/** Whether the lock is ours now. One whose program was killed is cleared away, and taken at the next try. */
function taken(lock: string, ours: string): boolean {
  try {
    writeFileSync(lock, ours, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const judged = contentsOf(lock);
  if (judged !== undefined && isLeft(lock, judged)) clear(lock, { judged, aside: `${lock}.${ours.slice(ours.indexOf(' ') + 1)}` });
  return false;
}

type Cleared = { readonly judged: string; readonly aside: string };

/** Moved to a name of one's own before it is deleted: another may have cleared the same one and taken the lock meanwhile. That one is put back. */
function clear(lock: string, { judged, aside }: Cleared): void {
  try {
    renameSync(lock, aside);
    if (contentsOf(aside) !== judged) linkSync(aside, lock);
  } catch {
    // gone already, or taken by a third: then the owner finds out before it writes
  }
  rmSync(aside, { force: true });
}

/** Its program is gone; one that was killed before it wrote who it is left an empty file. */
function isLeft(lock: string, contents: string): boolean {
  const pid = Number.parseInt(contents, 10);
  if (pid > 0) return !isRunning(pid);
  const { mtimeMs = Date.now() } = statSync(lock, { throwIfNoEntry: false }) ?? {};
  return Date.now() - mtimeMs > (TRIES * BETWEEN_TRIES_MS) / 2;
}

/** Undefined where the file is gone. */
function contentsOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** A process that may not be spoken to is running as well. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const changed = (at: string) =>
  new UserError(
    'WORKSPACE_CHANGED',
    {
      zh: '工作区在此期间被另一个程序改动，这一步没有写入',
      en: 'another program changed the workspace meanwhile; this step was not written',
    },
    { at, hint: { zh: '请再运行一次。', en: 'Run it again.' } },
  );
