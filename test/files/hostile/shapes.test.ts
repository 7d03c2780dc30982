import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFiles } from '../../../src/app/load-stays.ts';
import { UserError } from '../../../src/errors.ts';
import { load } from '../loading.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-shapes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const installation = { root: process.cwd(), snapshots: undefined };

/** What a load of these bytes comes to: rows read, loaded, refused; or the code of the mistake. */
async function comesTo(bytes: string | Uint8Array): Promise<readonly number[] | string> {
  const path = join(folder, 'a.dat');
  writeFileSync(path, bytes);
  return outcome(path);
}

async function outcome(path: string): Promise<readonly number[] | string> {
  try {
    const { table } = await readFiles(installation, [path]);
    const [file] = table.files;
    return [file!.read, file!.loaded, file!.refused];
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

const header = 'stay_id,dx,department,total';
const row = 'A1,I10.x00,内科,5.00';

describe('a text of an unlikely shape', () => {
  it.each<[string, string, readonly number[] | string]>([
    ['300,000 blank lines', `${header}\n${'\n'.repeat(300_000)}${row}\n`, [1, 1, 0]],
    ['a cell of 20 MB', `${header}\n${row}\nA2,I10.x00,${'x'.repeat(20 << 20)},5.00\n`, [2, 2, 0]],
    ['a code of 1 MB', `${header}\n${row}\nA2,${'9'.repeat(1 << 20)},内科,5.00\n`, [2, 2, 0]],
    ['quotes alone', '"'.repeat(3_000_000), 'HEADER_UNKNOWN'],
    ['quotes below a header', `${header}\n${'"'.repeat(3_000_001)}\n${row}\n`, [2, 1, 1]],
    ['a quote on every line', `${header}\n${`A1,"I10,内科,5\n`.repeat(40_000)}`, [40_000, 0, 40_000]],
    ['100,000 columns', `${header},${'x,'.repeat(100_000)}\n${row},${','.repeat(100_000)}\n`, [1, 0, 1]],
    ['a row of 1,000,000 cells', `${header}\n${','.repeat(1_000_000)}\n${row}\n`, [2, 1, 1]],
    ['a list of 100,000 codes', `${header}\nA1,${'I10.x00|'.repeat(100_000)},内科,5\n`, [1, 1, 0]],
    ['a name of 20,000 line ends', `${header},"a${'\n'.repeat(20_000)}b"\n${row},\n`, [1, 1, 0]],
    ['a name of 20,000 blanks and line ends', `${header},"a${' \n '.repeat(20_000)}b"\n${row},\n`, [1, 1, 0]],
    ['a header of digits that are no number', `a,b\n${'1'.repeat(200_000)}z,${'1'.repeat(200_000)}z\n`, 'HEADER_UNKNOWN'],
    ['digits below a header that are no number', `${header}\n${'1'.repeat(200_000)}z,I10.x00,内科,5.00\n`, [1, 1, 0]],
    ['zero bytes everywhere', `${header}\n\0\0,\0,\0\0\0,\0\n\0A1,I10.x00\0,\0内科,5.00\0\n`, 'FILE_NOT_TEXT'],
  ])('%s', async (_, text, wanted) => {
    expect(await comesTo(text)).toEqual(wanted);
  });

  it('half a pair of UTF-16', async () => {
    const text = Buffer.from(`\ufeff${header}\nA1,I10.x00,内\ud800科,5.00\nA2,\udc00,内科,5.00\n`, 'utf16le');
    expect(await comesTo(text)).toEqual([2, 2, 0]);
    expect(await comesTo(text.subarray(0, text.length - 1))).toEqual([2, 1, 1]);
  });

  it.each([1_000, 100_000, 2_000_000])('JSON %i deep', async depth => {
    expect(await comesTo(`[${'{"a":['.repeat(depth)}`)).toMatch(/^[A-Z_]+$/);
    expect(await comesTo(`[{"setlinfo":${'['.repeat(depth)}${']'.repeat(depth)}}]`)).toMatch(/^[A-Z_]+$/);
  });
});

describe('what is no file', () => {
  it('a folder', async () => {
    mkdirSync(join(folder, 'd'));
    expect(await outcome(join(folder, 'd'))).toBe('FILE_UNREADABLE');
  });
});

describe('names of objects are names', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

  it('as columns, values and codes', () => {
    const text = [
      `stay_id,dx,${names.join(',')},department,insurance,sex,refunded`,
      ...names.map(name =>
        Array(names.length + 6)
          .fill(name)
          .join(','),
      ),
    ];
    const { table, unused } = load(`${text.join('\n')}\n`);
    expect([table.count, unused]).toEqual([names.length, names]);
    expect(table.words.department?.words).toEqual(['', ...names]);
    expect(table.words.insurance?.words).toEqual(['', ...names]);
    expect([...table.sex]).toEqual(names.map(() => 0));
    expect(table.dx.words).toEqual(['', ...names.map(name => `***(${name.length})`)].filter((word, i, all) => all.indexOf(word) === i));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('as keys of JSON', async () => {
    const text =
      '[{"__proto__": {"polluted": "1"}, "constructor": {"prototype": {"polluted": "1"}}, "stay_id": "A1", "dx": "I10.x00", "total": "5"}]';
    expect(await comesTo(text)).toEqual([1, 1, 0]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
