/**
 * A dBase or FoxPro table (front pages are delivered so) as delimited text: the first record names the fields, each record follows, deleted
 * ones are passed over as the program that deleted them does. Memo texts lie in another file: such a field is empty.
 */
import { isUtf8 } from 'node:buffer';
import { UserError } from '../../../errors.ts';
import type { Encoding } from '../../encoding.ts';
import { damaged } from '../limits.ts';
import { copyCell, endRow, mustQuote, newSheetText, putCell, type SheetText, sheetBytes } from '../sheet-text.ts';
import { binaryValue, isBinaryField } from './binary-fields.ts';
import { type Dbf, dbfHeader, type Field } from './header.ts';

export type DbfSheet = { readonly bytes: Uint8Array; readonly encoding: Encoding };

/** @throws UserError FILE_DAMAGED, FILE_ENCODING */
export function dbfSheet(bytes: Uint8Array, at: string): DbfSheet {
  const dbf = dbfHeader(bytes)!;
  refuseOtherSize(bytes, dbf, at);
  const encoding = encodingOf(bytes, dbf, at);
  const decoder = new TextDecoder(encoding);
  const text = newSheetText(at);
  const fields = dbf.fields.filter(({ type }) => type !== HIDDEN);
  fields.forEach(({ name }, column) => {
    putCell(text, column, textOf(name, decoder));
  });
  endRow(text);
  for (let record = 0; record < dbf.records; record++) {
    const start = dbf.headerLength + record * dbf.recordLength;
    if (bytes[start] === DELETED) continue;
    for (let column = 0; column < fields.length; column++) putField(text, column, { bytes, field: fields[column]!, start, decoder });
    endRow(text);
  }
  return { bytes: sheetBytes(text) ?? new Uint8Array(0), encoding };
}

type Decoder = InstanceType<typeof TextDecoder>;

const DELETED = 0x2a;
const SPACE = 0x20;
/** FoxPro keeps there which fields are NULL. */
const HIDDEN = '0';

type Cell = { readonly bytes: Uint8Array; readonly field: Field; readonly start: number; readonly decoder: Decoder };

/** Nearly all cells are ASCII that needs no quotes: they are copied. */
function putField(text: SheetText, column: number, cell: Cell): void {
  const { bytes, field } = cell;
  let start = cell.start + field.start;
  let end = start + field.length;
  const isNumber = field.type === 'N' || field.type === 'F' || field.type === 'D';
  if (isNumber || field.type === 'C') {
    while (end > start && (bytes[end - 1] === SPACE || bytes[end - 1] === 0)) end--;
    while (isNumber && start < end && bytes[start] === SPACE) start++;
    if (start === end) return;
    if (isPlain(bytes, start, end)) {
      copyCell(text, column, { bytes, start, end });
      return;
    }
  }
  putCell(text, column, fieldText(cell));
}

function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i]! >= 0x80) return false;
  return !mustQuote(bytes, start, end);
}

function fieldText({ bytes, field, start, decoder }: Cell): string {
  const raw = bytes.subarray(start + field.start, start + field.start + field.length);
  switch (field.type) {
    case 'C':
    case 'V':
      return textOf(raw, decoder);
    case 'L':
      return logical[String.fromCharCode(raw[0] ?? SPACE)] ?? '';
    case 'N':
    case 'F':
    case 'D':
      return textOf(raw, decoder).trim();
    default:
      return isBinaryField(field) ? binaryValue(raw, field) : '';
  }
}

const logical: Readonly<Record<string, string>> = { T: '1', t: '1', Y: '1', y: '1', F: '0', f: '0', N: '0', n: '0' };

/** Without the padding behind it: blanks, or zero bytes. */
function textOf(raw: Uint8Array, decoder: Decoder): string {
  let end = raw.length;
  while (end > 0 && (raw[end - 1] === SPACE || raw[end - 1] === 0)) end--;
  if (end === 0) return '';
  const text = decoder.decode(raw.subarray(0, end));
  return text.endsWith(CUT) ? text.slice(0, -1) : text;
}

/** What a decoder makes of half a character at the end. */
const CUT = '\ufffd';

/** Half a table would lose rows in silence, and so would a count that is too small. */
function refuseOtherSize(bytes: Uint8Array, { headerLength, recordLength, records }: Dbf, at: string): void {
  const held = Math.floor((bytes.length - headerLength) / recordLength);
  const mark = bytes[headerLength + records * recordLength];
  const holdsMore = held > records && (mark === SPACE || mark === DELETED);
  if (held >= records && !holdsMore) return;
  throw damaged(
    at,
    `DBF 表头写明 ${records} 条记录，文件里有 ${Math.max(0, held)} 条`,
    `the DBF header says ${records} records, the file holds ${Math.max(0, held)}`,
  );
}

/** Codes of language drivers for simplified Chinese (936). */
const CHINESE: ReadonlySet<number> = new Set([0x4d, 0x7a]);

/** As the header says when it says Chinese; else UTF-8 when all texts are, else GB18030 when all are. */
function encodingOf(bytes: Uint8Array, dbf: Dbf, at: string): Encoding {
  const order: readonly Tried[] = CHINESE.has(dbf.language) ? ['gb18030', 'utf-8'] : ['utf-8', 'gb18030'];
  const found = order.find(encoding => firstOther(bytes, dbf, encoding) === undefined);
  if (found) return found;
  const place = firstOther(bytes, dbf, 'gb18030')!;
  throw new UserError(
    'FILE_ENCODING',
    { zh: `第 ${place} 条记录不是 GB18030 或 UTF-8 文本`, en: `record ${place} is text neither in GB18030 nor in UTF-8` },
    { at, hint: { zh: '请从原系统导出为 GBK 编码。', en: 'Export it from its system in GBK.' } },
  );
}

type Tried = 'utf-8' | 'gb18030';

/** Number of the first record with a text that is not in the encoding; 0 for the names of the fields. */
function firstOther(bytes: Uint8Array, dbf: Dbf, encoding: Tried): number | undefined {
  const texts = dbf.fields.filter(({ type }) => type === 'C' || type === 'V');
  if (dbf.fields.some(({ name }) => !isIn(name, encoding))) return 0;
  for (let record = 0; record < dbf.records; record++) {
    const start = dbf.headerLength + record * dbf.recordLength;
    for (const field of texts) {
      if (!isIn(bytes.subarray(start + field.start, start + field.start + field.length), encoding)) return record + 1;
    }
  }
  return undefined;
}

/** A field that is too short cuts the last character of its text: that costs the character, not the table. */
function isIn(raw: Uint8Array, encoding: Tried): boolean {
  if (isAscii(raw)) return true;
  if (encoding === 'utf-8') return isUtf8(raw.subarray(0, wholeUtf8(raw)));
  try {
    strictGb18030.decode();
  } catch {
    // what was left of the text before
  }
  try {
    strictGb18030.decode(raw, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const strictGb18030 = new TextDecoder('gb18030', { fatal: true });

/** Where the last character begins when it is longer than what is left of it; else the end. */
function wholeUtf8(raw: Uint8Array): number {
  for (let cut = 1; cut <= 3 && cut <= raw.length; cut++) {
    const byte = raw[raw.length - cut]!;
    if (byte < 0x80) break;
    if (byte < 0xc2) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return cut < length && byte <= 0xf4 ? raw.length - cut : raw.length;
  }
  return raw.length;
}

function isAscii(raw: Uint8Array): boolean {
  for (let i = 0; i < raw.length; i++) if (raw[i]! >= 0x80) return false;
  return true;
}
