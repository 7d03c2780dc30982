import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { inProcess } from './in-process.ts';
import { casemix } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-edges-'));
afterAll(() => rmSync(folder, { recursive: true }));
const home = join(folder, 'home');
const path = (name: string) => join(folder, name);
const run = (...words: string[]) => inProcess(words, { home });
const file = (name: string, ...rows: readonly string[]) => {
  writeFileSync(path(name), [...rows, ''].join('\n'));
  return path(name);
};
const stays = file(
  'stays.csv',
  'stay_id,visit_id,姓名,dx,total,bed,discharged',
  'B2025001,v1,测试甲,I10.x00x002,100.00,100.00,2025-01-05',
  'B2025002,v2,测试乙,I10.x00x002,200.00,200.00,2025-01-31',
);
const linesHeader = 'stay_id,item_code,quantity,amount,charge_category';
const lines = file(
  'lines.csv',
  linesHeader,
  'B2025001,A1,1,60.00,bed',
  'B2025001,A2,1,40.00,bed',
  'B2025002,A1,1,200.00,bed',
  'B9,A1,1,5.00,bed',
);
const charged = async (w: string) =>
  (await run('sql', w, 'SELECT stay_id, item, amount_fen FROM v_charge', '--format', 'csv')).out.split('\r\n').slice(1, -1);

it('item lines that come later find their stays and are replaced as a whole', async () => {
  const w = path('lines.casemix');
  expect((await run('load', stays, '--save', w)).status).toBe(0);
  const loaded = await run('load', lines, '--into', w, '--format', 'json');
  const { read, loaded: kept, refused, lines_of_workspace } = JSON.parse(loaded.out);
  expect([loaded.status, read, kept, refused, lines_of_workspace]).toEqual([0, 4, 3, 1, { lines: 3, stays: 2 }]);
  expect((await run('load', lines, '--into', w)).code).toBe('LOADED_ALREADY');
  expect((await run('load', file('fix.csv', linesHeader, 'B2025001,A3,1,100.00,bed'), '--into', w)).status).toBe(0);
  expect(await charged(w)).toEqual(['S0000001,A3,10000', 'S0000002,A1,20000']);
  expect((await run('verify', w)).status).toBe(0);
}, 60_000);

it('identifiers are in a workspace only when they were asked for, and then every report says so', async () => {
  const [without, kept] = [path('without.casemix'), path('kept.casemix')];
  await run('load', stays, '--save', without);
  const report = await run('load', stays, '--save', kept, '--keep-identifiers', '--format', 'json');
  const persons = ['测试甲', '测试乙', 'B2025001', 'B2025002'];
  const isIn = (bytes: Buffer | string) => persons.map(person => bytes.includes(person));
  const [no, yes] = [persons.map(() => false), persons.map(() => true)];
  expect([isIn(readFileSync(without)), isIn(readFileSync(kept))]).toEqual([no, yes]);
  expect([JSON.parse(report.out).identifiers, (await run('workspace', 'show', kept)).out.split('\n')[1]?.slice(0, 3)]).toEqual([
    true,
    '含标识',
  ]);
  const exported = [await run('group', kept), await run('settle', kept, '--policy', 'wuhan-2024-illustrative')];
  expect(exported.map(({ out }) => [out.includes('S0000001'), isIn(out)])).toEqual([
    [true, no],
    [true, no],
  ]);
}, 60_000);

/** Started together: whoever opened the file before the other wrote it is told to run again. */
it('of two that add to one workspace at a time no load is lost', async () => {
  const w = path('race.casemix');
  await run('load', stays, '--save', w);
  const added = (i: number) => file(`add${i}.csv`, 'stay_id,dx,total,discharged', `C${i},I10.x00x002,10.00,2025-02-0${i}`);
  const child = (i: number) =>
    new Promise<{ readonly status: number | null; readonly err: string }>(resolve => {
      const words = [join(process.cwd(), 'dist', 'casemix.mjs'), 'load', added(i), '--into', w];
      const program = spawn(process.execPath, words, { env: { ...process.env, XDG_DATA_HOME: home } });
      let err = '';
      program.stderr.on('data', part => (err += part));
      program.stdout.resume();
      program.on('close', status => resolve({ status, err }));
    });
  const ended = await Promise.all([child(1), child(2)]);
  const done = ended.filter(({ status }) => status === 0).length;
  expect(done).toBeGreaterThan(0);
  expect(ended.filter(({ status }) => status !== 0).map(({ status, err }) => [status, err.includes('[WORKSPACE_CHANGED]')])).toEqual(
    Array.from({ length: 2 - done }, () => [1, true]),
  );
  expect(JSON.parse((await run('workspace', 'show', w, '--format', 'json')).out)).toMatchObject({ stays: 2 + done });
  expect(readdirSync(folder).filter(name => name.startsWith('.race'))).toEqual([]);
}, 60_000);

it('a workspace that is not there, and one that is, are told by what to do', async () => {
  const [missing, there] = [path('missing.casemix'), path('there.casemix')];
  await run('load', stays, '--save', there);
  const [into, save] = [await run('load', stays, '--into', missing), await run('load', stays, '--save', there)];
  expect([into.status, into.code, into.err.includes('--save')]).toEqual([3, 'FILE_NOT_FOUND', true]);
  expect([save.status, save.code, save.err.includes('--into')]).toEqual([2, 'OUTPUT_EXISTS', true]);
  expect(readdirSync(folder)).not.toContain('missing.casemix');
}, 60_000);

it('a file of the first format answers in the present views, and opens', async () => {
  const old = path('old.casemix');
  writeFileSync(old, gunzipSync(readFileSync('test/store/fixtures/format-1.casemix.gz')));
  const answer = await run('sql', old, 'SELECT count(*) AS stays, count(insurer_drg) AS given FROM v_stay', '--format', 'csv');
  expect([answer.status, answer.out]).toEqual([0, 'stays,given\r\n40,0\r\n']);
  const opened = casemix(['open', old, '--plain'], { home, input: 'quit\n' });
  expect([opened.status, opened.out.includes('40 例')]).toEqual([0, true]);
}, 60_000);
