import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { spokenFace } from '../../src/cli/spoken-face.ts';
import { printableLines } from '../../src/report/printable.ts';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-spoken-'));
afterAll(() => rmSync(folder, { recursive: true }));

const evil = '\u001b[31mred\u009b2J\u202etxt';
const isClean = (text: string): boolean => text === printableLines(text) && !text.includes('\u001b');
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const stays = file('stays.csv', 'stay_id,dx,total,discharged\n1,I10.x00x002,1.00,2025-01-05\n');
const refusing = file(`${evil}.csv`, 'stay_id,dx,total,discharged\n1,I10.x00x002,1.00,2025-01-05\n,,x,\n');
const scenario = file('scenario.yaml', `schema: scenario/1\nid: a\ntitle: a\n"${'\\e'}[31mkey": 1\n`);

it.each([
  ['a file that is not there', ['load', `${evil}.csv`]],
  ['a command that is none', [evil]],
  ['an option that is none', ['load', stays, `--${evil}`]],
  ['a field of --map that is none', ['load', stays, '--map', `${evil}=dx`]],
  ['a column of --map that is none', ['load', stays, '--map', `dx=${evil}`]],
  ['a profile that is none', ['load', stays, '--profile', evil]],
  ['a file with refused rows, as it is told', ['group', refusing]],
  ['a key of a YAML file', ['scenario', 'check', scenario]],
  ['a workspace saved under such a name', ['load', stays, '--save', join(folder, `${evil}.casemix`)]],
])('no control character of %s reaches the terminal', async (_, words) => {
  const { err } = await inProcess(words, { home: folder });
  expect([err.length > 0, err.includes('\n'), isClean(err)]).toEqual([true, true, true]);
});

it('a face strips what it says and keeps the lines; quiet leaves the errors, and nothing is written over without a terminal', () => {
  const said: string[] = [];
  const person = { installation: {} as never, version: '0', language: 'zh', interactive: false, debug: false } as const;
  for (const [quiet, hasTerminal] of [
    [false, true],
    [true, true],
    [false, false],
  ] as const) {
    const { err, note, progress } = spokenFace(person, { out: async () => {}, err: text => said.push(text), quiet, hasTerminal });
    err('a\u001b[1mb\r\nc\td\n');
    note('n\u0007\n');
    progress('p\u001b]0;x\u0007');
  }
  expect(said).toEqual(['a[1mb\nc d\n', 'n\n', '\r\u001b[Kp]0;x', 'a[1mb\nc d\n', 'a[1mb\nc d\n', 'n\n']);
});
