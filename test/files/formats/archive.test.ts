import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { openSheets } from '../../../src/files/formats/open-sheets.ts';
import { file, refusal, shown, zipped } from './opening.ts';

const book = (name: string, cell: string) => writeXlsx({ sheets: [{ name, rows: [[cell]] }] });

/** Names as Windows in Chinese writes them: GBK, and no flag that says UTF-8. */
function inGbk(archive: Uint8Array, name: string): Uint8Array {
  const bytes = Buffer.from(archive);
  const wide = Buffer.from(name);
  const narrow = iconv.encode(name, 'gbk');
  // the same length, so that nothing moves: the rest is filled with letters in front of the ending
  const padded = Buffer.concat([narrow, Buffer.alloc(wide.length - narrow.length, 'x')]);
  for (let at = bytes.indexOf(wide); at >= 0; at = bytes.indexOf(wide, at + 1)) padded.copy(bytes, at);
  for (const [signature, flags] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const) {
    for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 1))
      bytes.writeUInt16LE(bytes.readUInt16LE(at + flags) & ~0x800, at + flags);
  }
  return new Uint8Array(bytes);
}

describe('an archive', () => {
  it('is all the files in it, workbooks with their sheets, in their order', async () => {
    const archive = zipped({
      '2025/1月.csv': 'a\n1\n',
      '2025/3月.xlsx': await book('明细', 'b'),
      '2025/4月.gz': new Uint8Array(gzipSync('c\n')),
      'more.zip': zipped({ 'x.xlsx': await book('甲', 'd'), 'y.zip': new Uint8Array(0) }),
    });
    const path = file(archive, '2025.zip');
    const sheets = await openSheets([path]);
    expect(sheets.map(({ name, format, bytes }) => [name, format, new TextDecoder().decode(bytes)])).toEqual([
      ['2025.zip › 2025/1月.csv', 'text', 'a\n1\n'],
      ['2025.zip › 2025/3月.xlsx › 明细', 'xlsx', 'b\n'],
      ['2025.zip › 2025/4月.gz', 'text', 'c\n'],
      ['2025.zip › more.zip › x.xlsx › 甲', 'xlsx', 'd\n'],
    ]);
    // of the file as it lies on disk
    const sha256 = createHash('sha256').update(archive).digest('hex');
    expect(new Set(sheets.map(sheet => sheet.sha256))).toEqual(new Set([sha256]));
  });

  it('a packed workbook, and several files of one load', async () => {
    const packed = new Uint8Array(gzipSync(await book('明细', 'x')));
    const sheets = await openSheets([file(packed, 'a.gz'), file('b\n', 'b.csv')]);
    expect(sheets.map(({ name, format }) => [name, format])).toEqual([
      ['a.gz › 明细', 'xlsx'],
      ['b.csv', 'text'],
    ]);
  });

  it('without what systems leave behind', async () => {
    const archive = zipped({
      '__MACOSX/._a.csv': 'x',
      '.DS_Store': 'x',
      'b/.DS_Store': 'x',
      '._a.csv': 'x',
      'b/~$a.xlsx': 'x',
      'b/': '',
      'empty.csv': '',
      'a.csv': 'a\n',
    });
    expect(await shown(archive, 'a.zip')).toEqual([['a.zip › a.csv', 'a\n']]);
  });

  it('with names in GBK, and in UTF-8 without saying so', async () => {
    const archive = zipped({ '三月明细.csv': 'a\n' });
    expect((await shown(inGbk(archive, '三月明细'), 'a.zip')).map(([name]) => name)).toEqual(['a.zip › 三月明细xxxx.csv']);
    const silent = Buffer.from(archive);
    silent.writeUInt16LE(0, 6);
    silent.writeUInt16LE(0, silent.indexOf('PK\x01\x02') + 8);
    expect((await shown(new Uint8Array(silent), 'a.zip')).map(([name]) => name)).toEqual(['a.zip › 三月明细.csv']);
  });

  it('with sizes in 64 bits, as streaming writers have them', async () => {
    expect(await shown(wide(zipSync({ 'a.csv': strToU8('a\n') })))).toEqual([['a.dat › a.csv', 'a\n']]);
  });

  it('of nothing is empty', async () => {
    const empty = { code: 'FILE_EMPTY', en: 'the archive holds no file', at: 'a.zip' };
    expect([await refusal(zipped({}), 'a.zip'), await refusal(zipped({ '.DS_Store': 'x', 'a/': '' }), 'a.zip')]).toEqual([empty, empty]);
  });

  it('names the file in it that is none', async () => {
    expect(await refusal(zipped({ 'a.csv': 'a\n', '说明.pdf': '%PDF-1.7' }), 'a.zip')).toEqual({
      code: 'FILE_NOT_TEXT',
      en: 'a PDF, not CSV',
      at: 'a.zip › 说明.pdf',
    });
  });

  it('opens two deep and no deeper', async () => {
    const one = zipped({ 'a.csv': 'a\n' });
    const two = zipped({ 'one.zip': one });
    expect(await shown(two)).toEqual([['a.dat › one.zip › a.csv', 'a\n']]);
    expect(await refusal(zipped({ 'two.zip': two }), 'three.zip')).toEqual({
      code: 'FILE_TOO_LARGE',
      en: 'archives are packed in each other more than 2 deep',
      at: 'three.zip › two.zip › one.zip',
    });
    expect(await refusal(gzipSync(gzipSync(gzipSync('a\n'))))).toMatchObject({ code: 'FILE_TOO_LARGE' });
  });
});

/** The same archive with sizes and place in the zip64 field of its table of contents. */
function wide(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  const central = bytes.indexOf('PK\x01\x02');
  const end = bytes.indexOf('PK\x05\x06');
  const header = Buffer.from(bytes.subarray(central, end));
  const field = Buffer.alloc(28);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(24, 2);
  field.writeBigUInt64LE(BigInt(header.readUInt32LE(24)), 4);
  field.writeBigUInt64LE(BigInt(header.readUInt32LE(20)), 12);
  field.writeBigUInt64LE(BigInt(header.readUInt32LE(42)), 20);
  for (const place of [20, 24, 42]) header.writeUInt32LE(0xffffffff, place);
  header.writeUInt16LE(field.length, 30);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, central), header, field, bytes.subarray(end)]));
}
