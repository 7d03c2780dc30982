import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { inProcess } from './in-process.ts';

const home = mkdtempSync(join(tmpdir(), 'casemix-workspace-'));
afterAll(() => rmSync(home, { recursive: true }));

/** Two stays of January; the second file corrects the total of one of them and adds a stay of February. */
const header = 'stay_id,dx,total,discharged';
const rows = ['1,I10.x00x002,100.00,2025-01-05', '2,I10.x00x002,200.00,2025-01-31'];
const path = (name: string) => join(home, name);
writeFileSync(path('jan.csv'), [header, ...rows, ''].join('\n'));
writeFileSync(path('feb.csv'), [header, '2,I10.x00x002,250.00,2025-01-31', '3,I10.x00x002,300.00,2025-02-01', ''].join('\n'));

const w = path('w.casemix');
const run = (...words: string[]) => inProcess(words, { home: path('home') });
const shown = async () => JSON.parse((await run('workspace', 'show', w, '--format', 'json')).out);
const figures = async () => {
  const { stays, total, closed } = await shown();
  return [stays, total, closed];
};

describe('a workspace from its first load to its last', () => {
  it('is added to, undone, restored, closed and reopened, and verified', async () => {
    expect((await run('load', path('jan.csv'), '--save', w)).status).toBe(0);
    expect((await run('load', path('feb.csv'), '--into', w)).status).toBe(0);
    expect(await figures()).toEqual([3, '650.00', []]);
    expect((await run('workspace', 'undo', w, '--load', '2')).out).toBe(
      '已撤销第 2 次载入：新增 0 行，更正 1 行，移出 1 行，原样重复 0 行；现有 2 例，总费用 300.00 元\n',
    );
    expect((await run('workspace', 'close', w, '--month', '2025-01')).out).toBe('已关账：2025-01\n');
    const refused = await run('workspace', 'restore', w, '--load', '2');
    expect([refused.status, refused.code, await figures()]).toEqual([3, 'MONTH_CLOSED', [2, '300.00', ['2025-01']]]);
    expect((await run('workspace', 'reopen', w, '--month', '2025-01', '--reason', '补传')).status).toBe(0);
    expect((await run('workspace', 'restore', w, '--load', '2')).status).toBe(0);
    const { entries } = JSON.parse((await run('workspace', 'log', w, '--format', 'json')).out);
    expect(entries.map(({ what }: { what: string }) => what)).toEqual(['load', 'load', 'undo', 'close', 'reopen', 'restore']);
    expect((await run('sql', w, 'SELECT stay_id, total_fen FROM v_stay', '--format', 'csv')).out).toBe(
      'stay_id,total_fen\r\nS0000001,10000\r\nS0000002,25000\r\nS0000003,30000\r\n',
    );
    const verdict = await run('verify', w, '--lang', 'en');
    expect([verdict.status, verdict.out.split('\n')[0]]).toEqual([0, 'Sound: format 2, 2 loads, 6 entries in the change log']);
    if (process.platform !== 'win32') expect(statSync(w).mode & 0o777).toBe(0o600);
    expect(readdirSync(home).filter(name => name.includes('.part'))).toEqual([]);
  });

  it('with a byte changed is refused, and verify says so with status 4', async () => {
    const bytes = readFileSync(w);
    bytes[bytes.lastIndexOf('I10.x00x002')]! ^= 1;
    writeFileSync(path('bad.casemix'), bytes);
    const [verdict, show] = [await run('verify', path('bad.casemix')), await run('workspace', 'show', path('bad.casemix'))];
    expect([verdict.status, verdict.code, show.status, show.code]).toEqual([4, 'VERIFY_FAILED', 3, 'WORKSPACE_DAMAGED']);
  });
});

it('a file of the first format is migrated by the next save, not before', async () => {
  const old = gunzipSync(readFileSync('test/store/fixtures/format-1.casemix.gz'));
  const copy = path('old.casemix');
  writeFileSync(copy, old);
  const [show, verdict] = [await run('workspace', 'show', copy), await run('verify', copy, '--lang', 'en')];
  expect([show.status, show.out.startsWith('1 次载入在用：40 行，合 40 例'), readFileSync(copy).equals(old)]).toEqual([0, true, true]);
  expect([verdict.status, verdict.out.split('\n')[0]]).toEqual([0, 'Sound: format 1, 1 loads, 2 entries in the change log']);
  expect((await run('workspace', 'close', copy, '--month', '2025-01')).status).toBe(0);
  expect((await run('verify', copy, '--lang', 'en')).out.split('\n')[0]).toBe('Sound: format 2, 1 loads, 3 entries in the change log');
});

it('an encrypted workspace opens under its passphrase, stays encrypted, and never shows it', async () => {
  const [sealed, secret] = [path('s.casemix'), path('secret')];
  writeFileSync(secret, '很长的口令\n', { mode: 0o600 });
  const word = ['--passphrase-file', secret];
  const made = await run('load', path('jan.csv'), '--save', sealed, '--encrypt', ...word);
  const undone = await run('workspace', 'undo', sealed, '--load', '1', ...word);
  const without = await run('workspace', 'show', sealed);
  writeFileSync(secret, '别的口令\n');
  const wrong = await run('workspace', 'show', sealed, ...word);
  expect([made.status, undone.status, without.code, wrong.code]).toEqual([0, 0, 'PASSPHRASE_MISSING', 'PASSPHRASE_WRONG']);
  expect(readFileSync(sealed).subarray(0, 14).toString()).toBe('casemix sealed');
  expect([made, undone, without, wrong].some(({ out, err }) => `${out}${err}`.includes('口令\n') && `${out}${err}`.includes('很长'))).toBe(
    false,
  );
});
