import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { openSheets } from '../../src/files/formats/open-sheets.ts';

const text = new TextEncoder().encode('id,dx\n1,I10\n');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let folder = '';
const file = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casemix-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function failure(path: string) {
  try {
    await openSheets([path]);
  } catch (error) {
    if (error instanceof UserError) return [error.code, error.text.en];
    throw error;
  }
  return undefined;
}

describe('the bytes of a file', () => {
  it('are named, and fingerprinted', async () => {
    const named = { name: 'a.csv', format: 'text', bytes: new Uint8Array(text), sha256: sha256(text) };
    expect(await openSheets([file('a.csv', text)])).toEqual([named]);
  });

  it('are unpacked, and fingerprinted as they lie on disk', async () => {
    const packed = gzipSync(text);
    const named = { name: 'a.csv.gz', format: 'text', bytes: new Uint8Array(text), sha256: sha256(packed) };
    expect(await openSheets([file('a.csv.gz', packed)])).toEqual([named]);
  });

  it.each([
    ['nothing', '', 'FILE_EMPTY', 'the file is empty (0 bytes)'],
    ['a zero byte in the header', '\nid,d\0x\n1,2\n', 'FILE_NOT_TEXT', 'a binary file, not text'],
    // nine zero bytes of 600: more than 1 %, and more than a file of a few rows may have
    ['zero bytes', `id,dx\n${'\0'.repeat(9)}${'1'.repeat(585)}`, 'FILE_NOT_TEXT', 'a binary file, not text'],
    // 41 of the first 4 096 bytes
    ['more zero bytes', `id,dx\n${'\0'.repeat(41)}${'1'.repeat(9_000)}`, 'FILE_NOT_TEXT', 'a binary file, not text'],
    ['half an archive', 'PK\x03\x04 ...', 'FILE_DAMAGED', 'the archive is cut off or damaged'],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'FILE_NOT_TEXT', 'an Office document without a workbook'],
    ['a PDF', '%PDF-1.7', 'FILE_NOT_TEXT', 'a PDF, not CSV'],
    ['half a web page', '<html><table>', 'FILE_DAMAGED', 'the table of the page never ends: the file is cut off'],
    ['half a gzip file', gzipSync(text).subarray(0, 20), 'FILE_TRUNCATED', 'the gzip file is cut off or damaged'],
    ['a gzip file of nothing', gzipSync(''), 'FILE_EMPTY', 'the packed file is empty'],
    ['half an archive in a gzip file', gzipSync('PK\x03\x04'), 'FILE_DAMAGED', 'the archive is cut off or damaged'],
  ])('%s is said to be what it is', async (name, bytes, code, message) => {
    expect(await failure(file(name, bytes))).toEqual([code, message]);
  });

  it.each([
    ['eight in a small file', `id,dx\n${'\0'.repeat(8)}\n`],
    ['1 % of the beginning', `id,dx\n${'\0'.repeat(40)}${'1'.repeat(9_000)}`],
    ['any number behind the beginning', `id,dx\n${'1'.repeat(4_096)}${'\0'.repeat(500)}`],
  ])('zero bytes in cells leave it a text: %s', async (_, content) => {
    expect((await openSheets([file('zeros.csv', content)]))[0]?.bytes).toEqual(new TextEncoder().encode(content));
  });

  it('a file that is not there, and a folder', async () => {
    const paths = [join(folder, 'none.csv'), join(file('b.csv', text), 'c.csv'), folder];
    expect(await Promise.all(paths.map(failure))).toEqual([
      ['FILE_NOT_FOUND', 'no such file'],
      ['FILE_NOT_FOUND', 'no such file'],
      ['FILE_UNREADABLE', 'this is a folder, not a file'],
    ]);
  });
});
