import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exitStatus } from '../../src/errors.ts';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-load-words-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const run = (...words: string[]) => inProcess(words, { home: path('home') });
const profile = (id: string) => path(`home/casemix/profiles/${id}.yaml`);

const stays = path('stays.csv');
const more = path('more.csv');
const sheets = path('sheets.zip');
const w = path('w.casemix');
beforeAll(async () => {
  writeFileSync(stays, 'stay_id,dx,total,discharged\n1,I10.x00x002,1.00,2025-01-05\n');
  writeFileSync(more, 'stay_id,dx,total,discharged\n2,I10.x00x002,2.00,2025-01-06\n');
  expect((await run('load', stays, '--save', w)).status).toBe(0);
});

it.each([
  ['load', ['--map', 'dx=dx']],
  ['load', ['--profile', 'casemix']],
  ['load', ['--encoding', 'utf-8']],
  ['load', ['--keep-staff-names']],
  ['load', ['--save-profile', 'x']],
  ['load', ['--rejects', path('rejects.csv')]],
  ['group', ['--map', 'dx=dx']],
  ['group', ['--encoding', 'gb18030']],
])('%s on a workspace with %j is refused: it was decided when its files were loaded', async (command, words) => {
  const { status, code, out, err } = await run(command, w, ...words, '--lang', 'en');
  expect([status, code, out]).toEqual([2, 'USAGE', '']);
  expect(err).toContain(`${words[0]} can do nothing on a workspace\nhint: It was decided when its files were loaded`);
  expect([existsSync(path('rejects.csv')), existsSync(profile('x'))]).toEqual([false, false]);
});

it('a workspace without such words is reported as before', async () => {
  const { status, out } = await run('load', w, '--format', 'json');
  expect([status, JSON.parse(out).read]).toEqual([0, 1]);
});

it('the mapping of several files is not saved, and nothing of them is read', async () => {
  const ran = await run('load', stays, path('missing.csv'), '--save-profile', 'two', '--lang', 'en');
  expect([ran.status, ran.code, ran.out, existsSync(profile('two'))]).toEqual([2, 'USAGE', '', false]);
  expect(ran.err.split('\n')[0]).toContain('2 sheets or files are understood; one mapping is saved of one');
});

it('the mapping of a file with several sheets is saved by neither command', async () => {
  writeFileSync(sheets, zipSync({ 'a.csv': strToU8(readFileSync(stays, 'utf8')), 'b.csv': strToU8(readFileSync(more, 'utf8')) }));
  const loaded = await run('load', sheets, '--save-profile', 'sheets');
  const tried = await run('profile', 'try', sheets, '--save-profile', 'sheets');
  expect([loaded.status, loaded.code, tried.status, tried.code, existsSync(profile('sheets'))]).toEqual([2, 'USAGE', 2, 'USAGE', false]);
  expect(loaded.err).toBe(tried.err);
});

it('the mapping of one file is saved', async () => {
  const ran = await run('load', stays, '--save-profile', 'one');
  expect([ran.status, existsSync(profile('one'))]).toEqual([0, true]);
});

it('a refused row ends a strict load with the status of ROWS_REFUSED, and no other', async () => {
  const refusing = path('refusing.csv');
  writeFileSync(refusing, 'stay_id,dx,total,discharged\n1,I10.x00x002,1.00,2025-01-05\n1,I10.x00x002,2.00,2025-01-05\n');
  const [strict, plain] = [await run('load', refusing, '--strict'), await run('load', refusing)];
  expect([strict.status, plain.status]).toEqual([exitStatus.ROWS_REFUSED, 0]);
});

it('a refund whose bill is not there is said with its amount by settle and load, and is not called netted', async () => {
  const lone = path('lone.csv');
  writeFileSync(lone, 'stay_id,dx,total,discharged\n1,I10.x00x002,1.00,2025-01-05\n2,I10.x00x002,-20.50,2025-01-06\n');
  const settled = await run('settle', lone, '--policy', 'wuhan-2024-illustrative', '--quiet');
  const loaded = await run('load', lone);
  const said = '1 笔退费找不到原结算，未计入任何病例：合计 -20.50 元。';
  expect([settled.err, loaded.out].map(text => text.includes(said))).toEqual([true, true]);
  expect(loaded.out).toContain('，0 笔退费或被退的结算已对冲');
});
