import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { open, refusal, zipped } from './opening.ts';

const csv = '病案号,总费用\n1,2\n';
const book = async () => writeXlsx({ sheets: [{ name: 'a', rows: [['病案号']] }] });

function old(): Uint8Array {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['病案号']]), 'a');
  return new Uint8Array(write(workbook, { type: 'buffer', bookType: 'biff8' }));
}

describe('a file is what its bytes say, whatever it is called', () => {
  it.each([
    ['a.xlsx', csv, 'text'],
    ['b.xls', csv.replaceAll(',', '\t'), 'text'],
    ['c.dbf', `\ufeff${csv}`, 'text'],
    ['d.zip', new Uint8Array(Buffer.from(`\ufeff${csv}`, 'utf16le')), 'text'],
    ['e.csv', book, 'xlsx'],
    ['f.xls', book, 'xlsx'],
    ['g.xlsx', old, 'xls'],
    ['h.xlsx', '<table><tr><td>病案号</td></tr></table>', 'html'],
    ['i.csv', '\ufeff \n<html><body><table><tr><td>病案号</td></tr></table></body></html>', 'html'],
    ['j.csv', () => gzipSync(csv), 'text'],
    ['k.csv', () => zipped({ 'a.pdf': csv }), 'text'],
    // a header row in brackets, and one with an angle, are text
    ['l.json', '[病案号],[总费用]\n1,2\n', 'text'],
    ['m.html', '<30天,总费用\n1,2\n', 'text'],
    ['n.csv', '{a},{b}\n1,2\n', 'text'],
    ['o.csv', 'PK,总费用\n1,2\n', 'text'],
  ] as const)('%s', async (name, bytes, format) => {
    const sheets = await open(typeof bytes === 'function' ? await bytes() : bytes, name);
    expect(sheets.map(sheet => sheet.format)).toEqual([format]);
  });

  it.each([
    ['a.csv', '%PDF-1.7\n', 'a PDF, not CSV'],
    ['b.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'a picture, not CSV'],
    ['g.csv', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'a picture, not CSV'],
    ['h.csv', 'Rar!\x1a\x07\x01', 'a RAR archive'],
    ['i.csv', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'a 7z archive'],
    ['j.csv', new Uint8Array(64), 'a binary file, not text'],
    [
      'c.xlsx',
      () => zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
      'an OpenDocument file, not XLSX',
    ],
    ['d.xlsx', () => office('word/document.xml'), 'a Word document, not a table'],
    ['e.xlsx', () => office('ppt/presentation.xml'), 'a presentation, not a table'],
    ['f.xlsx', () => office('xl/workbook.bin'), 'a binary workbook (XLSB), not XLSX'],
  ] as const)('%s is none that is read', async (name, bytes, en) => {
    expect(await refusal(typeof bytes === 'function' ? bytes() : bytes, name)).toEqual({ code: 'FILE_NOT_TEXT', en, at: name });
  });
});

const office = (main: string): Uint8Array =>
  zipped({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<a><Relationship Id="r" Type="http://x/officeDocument" Target="${main}"/></a>`,
    [main]: '<a/>',
  });
