/**
 * Files that are nearly right: valid ones of every format, cut off, with bytes changed, or with letters changed inside their parts. Whatever
 * comes of them, it is sheets or a mistake that is told; and what is written as a sheet is a text with records of one width.
 */
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { UserError } from '../../../src/errors.ts';
import type { Sheet } from '../../../src/files/sheet.ts';
import { inline, open, workbook, zipped } from './opening.ts';

const rows = [
  ['病案号', '费用', '', '出院日期'],
  ['', '西药', '床位', ''],
  ['029000', 12.5, 0.1, new Date(Date.UTC(2025, 0, 31))],
  ['1', '', true, '甲,"乙"'],
];

function old(bookType: 'biff8' | 'biff2' | 'dbf'): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(rows, { UTC: true });
  sheet['!merges'] = [{ s: { r: 0, c: 1 }, e: { r: 0, c: 2 } }];
  utils.book_append_sheet(book, sheet, '明细');
  return new Uint8Array(write(book, { type: 'buffer', bookType }));
}

const page =
  '<html><table border=1><tr><th rowspan=2>病案号</th><th colspan=2>费用</th></tr><tr><td>西药</td><td>&nbsp;&#20013;</td></tr></table></html>';
const xml =
  '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:x"><Worksheet ss:Name="a"><Table>' +
  '<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">a</Data></Cell></Row><Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="Number">1.5</Data></Cell></Row>' +
  '</Table></Worksheet></Workbook>';
const json = JSON.stringify([{ setlinfo: { setl_id: '1', medcasno: '029000' }, diseinfo: [{ diag_code: 'I10', maindiag_flag: '1' }] }]);

export async function valid(): Promise<Readonly<Record<string, Uint8Array>>> {
  const merges = [{ startRow: 0, startCol: 1, endRow: 0, endCol: 2 }];
  const book = await writeXlsx({ sheets: [{ name: '明细', rows, merges }] });
  return {
    xlsx: book,
    xls: old('biff8'),
    biff: old('biff2'),
    html: strToU8(page),
    xml: strToU8(xml),
    json: strToU8(json),
    dbf: old('dbf'),
    text: strToU8('病案号,费用\n1,2\n'),
    zip: zipped({ 'a.csv': 'a,b\n', 'b.xlsx': book, 'c.zip': zipped({ 'd.html': page }) }),
  };
}

/** A change: bytes cut off, or some of them others. */
export const change = fc.oneof(
  fc.record({ keep: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    bytes: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999999, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 8,
    }),
  }),
);
export type Change = { readonly keep: number } | { readonly bytes: readonly (readonly [number, number])[] };

export function changed(bytes: Uint8Array, by: Change): Uint8Array {
  if ('keep' in by) return bytes.slice(0, Math.floor(bytes.length * by.keep));
  const other = Uint8Array.from(bytes);
  for (const [place, byte] of by.bytes) other[Math.floor(place * other.length)] = byte;
  return other;
}

/** The same archive with a change inside one of its parts, so that its sums are right. */
export function changedInside(archive: Uint8Array, { part, by }: { readonly part: number; readonly by: Change }): Uint8Array {
  const parts = unzipSync(archive);
  const names = Object.keys(parts).sort();
  const name = names[Math.floor(part * names.length)]!;
  return zipSync({ ...parts, [name]: changed(parts[name]!, by) }, { level: 0 });
}

/** A sheet whose XML is made of the right pieces in any order. */
export const pieces = fc
  .array(
    fc.constantFrom(
      '<row r="1">',
      '<row>',
      '</row>',
      '<c r="A1">',
      '<c r="B2" t="s" s="1">',
      '<c t="inlineStr">',
      '<c/>',
      '</c>',
      '<v>',
      '</v>',
      '1',
      '45658',
      '<is>',
      '<t>',
      '</t>',
      '</is>',
      '甲',
      '&amp;',
      '&#0;',
      '<f>',
      '</f>',
      '<!-- -->',
      '<![CDATA[x]]>',
      '"',
      '>',
      '<',
      '</sheetData>',
      '<mergeCells><mergeCell ref="A1:B2"/>',
      '<x:row>',
      inline('A1', 'x'),
    ),
    { maxLength: 30 },
  )
  .map(list => workbook({ sheets: { a: `<sheetData>${list.join('')}</sheetData>` }, strings: '<si><t>s</t></si>', styles: '' }));

/** @throws when the program would have crashed, or a sheet is not what a sheet is. */
export async function tryOpen(bytes: Uint8Array): Promise<void> {
  let sheets: readonly Sheet[];
  try {
    sheets = await open(bytes, 'fuzz');
  } catch (error) {
    if (error instanceof UserError) return;
    throw error;
  }
  // the record of a broken list of JSON has one cell, so that it is refused as a row
  for (const { format, bytes: text } of sheets) if (format !== 'text' && format !== 'json') evenRecords(text);
}

function evenRecords(bytes: Uint8Array): void {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const { data } = Papa.parse<string[]>(text.slice(0, -1), { delimiter: ',', newline: '\n' });
  const width = data[0]?.length ?? 0;
  if (!text.endsWith('\n') || data.some(({ length }) => length !== width)) throw new Error(`records of several widths: ${text}`);
}
