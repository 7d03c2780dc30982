import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/files/fingerprint.ts';
import { inTurn } from '../../src/files/replace-only.ts';
import { writeOutput } from '../../src/files/write-output.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-replace-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'w.casemix');
const lock = join(folder, '.w.casemix.lock');
const replace = (text: string, opened: string) => writeOutput(path, [text], { force: true, opened: sha256(opened) });

describe('a file that is replaced only as it was read', () => {
  it('is replaced while nobody changed it', async () => {
    writeFileSync(path, 'one');
    await replace('two', 'one');
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['two', ['w.casemix']]);
  });

  it('is left as another program wrote it, and as another removed it', async () => {
    writeFileSync(path, 'other');
    await expect(replace('two', 'one')).rejects.toMatchObject({ code: 'WORKSPACE_CHANGED' });
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['other', ['w.casemix']]);
    rmSync(path);
    await expect(replace('two', 'other')).rejects.toMatchObject({ code: 'WORKSPACE_CHANGED' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('has one winner of many that read the same', async () => {
    writeFileSync(path, 'one');
    const ended = await Promise.allSettled(['a', 'b', 'c', 'd'].map(text => inTurnReplace(text)));
    expect(ended.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(readdirSync(folder)).toEqual(['w.casemix']);
  });
});

/** As a writer of another program does it: look and write, with time in between. */
const inTurnReplace = (text: string) =>
  inTurn(path, async () => {
    if (readFileSync(path, 'utf8') !== 'one') throw new Error('changed');
    await new Promise(resolve => setTimeout(resolve, 5));
    writeFileSync(path, text);
  });

it('the lock of a program that was killed is cleared away, that of one that runs is waited for', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(lock, String(pid));
  await inTurn(path, async () => {});
  expect(existsSync(lock)).toBe(false);

  writeFileSync(lock, String(process.ppid));
  let done = false;
  const waiting = inTurn(path, async () => {
    done = true;
  });
  await new Promise(resolve => setTimeout(resolve, 150));
  const before = done;
  rmSync(lock);
  await waiting;
  expect([before, done]).toEqual([false, true]);
});
