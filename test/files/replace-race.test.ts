import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { inTurn } from '../../src/files/replace-only.ts';

/** What another program does right after somebody has read the lock. */
const meanwhile = vi.hoisted(() => ({ act: undefined as (() => void) | undefined }));
vi.mock('node:fs', async importOriginal => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const read = (...given: Parameters<typeof fs.readFileSync>) => {
    const contents = fs.readFileSync(...given);
    const { act } = meanwhile;
    if (act && String(given[0]).endsWith('.lock')) {
      meanwhile.act = undefined;
      act();
    }
    return contents;
  };
  return { ...fs, readFileSync: read };
});

const folder = mkdtempSync(join(tmpdir(), 'casemix-race-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'w.casemix');
const lock = join(folder, '.w.casemix.lock');

it('the lock that another took while a killed one was being judged is left to it', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(lock, String(pid));
  // the other program clears the same left lock and takes it; it runs
  const others = `${process.ppid} other`;
  meanwhile.act = () => writeFileSync(lock, others);
  let done = false;
  const waiting = inTurn(path, async () => {
    done = true;
  });
  await new Promise(resolve => setTimeout(resolve, 150));
  const before = [done, readFileSync(lock, 'utf8'), readdirSync(folder)];
  rmSync(lock);
  await waiting;
  expect([before, done, readdirSync(folder)]).toEqual([[false, others, ['.w.casemix.lock']], true, []]);
});

it('who lost the lock all the same is told before it writes, and leaves the lock of the other', async () => {
  const others = `${process.ppid} other`;
  let written = false;
  const losing = inTurn(path, async refuseUnlessOurs => {
    writeFileSync(lock, others);
    refuseUnlessOurs();
    written = true;
  });
  await expect(losing).rejects.toMatchObject({ code: 'WORKSPACE_CHANGED' });
  expect([written, readFileSync(lock, 'utf8')]).toEqual([false, others]);
});
