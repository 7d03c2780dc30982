/**
 * A file that two programs read and both want to replace: the second finds that it is no longer what it had read, and leaves it. Looking and
 * renaming are one step for each of them, because between the two a file could still change; a lock beside the file keeps the others out.
 */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

/** @throws UserError WORKSPACE_CHANGED when another program does not come to an end. */
export async function inTurn(path: string, act: () => Promise<void>): Promise<void> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  for (let tries = 0; !taken(lock); tries++) {
    if (tries === TRIES) throw changed(path);
    await setTimeout(BETWEEN_TRIES_MS);
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    await act();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** Whether the lock is ours now. One whose program was killed is cleared away, and taken at the next try. */
function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (isLeft(lock)) rmSync(lock, { force: true });
  return false;
}

/** Its program is gone; one that was killed before it wrote who it is left an empty file. */
function isLeft(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    return pid > 0 ? !isRunning(pid) : Date.now() - statSync(lock).mtimeMs > (TRIES * BETWEEN_TRIES_MS) / 2;
  } catch {
    // gone already
    return false;
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
