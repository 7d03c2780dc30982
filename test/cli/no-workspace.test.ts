import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-told-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a workspace that is not there, and a file that is none, are told alike by every command', async () => {
  const none = join(folder, 'none.casemix');
  const csv = join(folder, 'x.csv');
  writeFileSync(csv, 'a,b\n');
  const ended = async (path: string) => {
    const commands = [
      ['verify', path],
      ['workspace', 'show', path],
      ['workspace', 'undo', path, '--load', '1'],
    ];
    return Promise.all(commands.map(async words => (await inProcess(words, { home: folder })).code));
  };
  expect([await ended(none), await ended(csv), await ended(folder)]).toEqual([
    ['FILE_NOT_FOUND', 'FILE_NOT_FOUND', 'FILE_NOT_FOUND'],
    ['FILE_UNREADABLE', 'FILE_UNREADABLE', 'FILE_UNREADABLE'],
    ['FILE_UNREADABLE', 'FILE_UNREADABLE', 'FILE_UNREADABLE'],
  ]);
});
