/**
 * The cells of one sheet of a workbook (ECMA-376 part 1, 18.3), written as delimited text while its XML is walked over once: no object and,
 * but for dates and long numbers, no string a cell. What the sheet says about its own size is not read: cells without text cost nothing.
 */
import { type DateKind, dateText, isoDateText } from '../date-text.ts';
import { damaged, MOST_COLUMNS, MOST_ROWS } from '../limits.ts';
import { numberText } from '../number-text.ts';
import { blankRows, copyCell, endRow, newSheetText, putCell, putPlain, type SheetText, type Written } from '../sheet-text.ts';
import { cutOff, isNamed, nextAttribute, nextTag, passOver, type Tags, tagsOf } from '../xml/tags.ts';
import { withoutEscapes, xmlText } from '../xml/text.ts';
import { closeOf, richText } from './strings.ts';

export type Book = {
  readonly strings: readonly Written[];
  readonly dates: readonly (DateKind | undefined)[];
  readonly from1904: boolean;
};

/** What a cell says about itself before its value, and the row it stands in; one for all cells of a sheet. */
type Cell = {
  row: number;
  column: number;
  style: number;
  type: number;
  readonly digits: { bytes: Uint8Array; start: number; end: number };
};

export function sheetCells(xml: Uint8Array, book: Book, at: string): SheetText {
  const tags = tagsOf(xml, at);
  const text = newSheetText(at);
  while (nextTag(tags)) {
    if (tags.closes || !isNamed(tags, 'sheetData')) continue;
    if (!tags.isEmpty) readRows(tags, book, text);
    return text;
  }
  throw cutOff(at);
}

function readRows(tags: Tags, book: Book, text: SheetText): void {
  const cell: Cell = { row: -1, column: -1, style: 0, type: NUMBER, digits: { bytes: tags.bytes, start: 0, end: 0 } };
  while (nextTag(tags)) {
    if (tags.closes) {
      if (isNamed(tags, 'sheetData')) return;
    } else if (isNamed(tags, 'row')) {
      startRow(tags, cell, text);
      if (!tags.isEmpty) readCells(tags, { cell, book, text });
      endRow(text);
    } else {
      passOver(tags);
    }
  }
  throw cutOff(tags.at);
}

/** Rows may be left out, never go back. */
function startRow(tags: Tags, cell: Cell, text: SheetText): void {
  const before = cell.row++;
  const { bytes } = tags;
  while (nextAttribute(tags)) {
    if (tags.attributeEnd - tags.attributeStart === 1 && bytes[tags.attributeStart] === LETTER_R)
      cell.row = wholeNumber(bytes, tags.valueStart, tags.valueEnd) - 1;
  }
  if (cell.row <= before || cell.row >= MOST_ROWS) throw cutOff(tags.at);
  blankRows(text, cell.row - before - 1);
  cell.column = -1;
}

type Reading = { readonly cell: Cell; readonly book: Book; readonly text: SheetText };

function readCells(tags: Tags, reading: Reading): void {
  while (nextTag(tags)) {
    if (tags.closes) {
      if (isNamed(tags, 'row')) return;
    } else if (isNamed(tags, 'c')) {
      startOfCell(tags, reading.cell);
      if (!tags.isEmpty) readCell(tags, reading);
    } else {
      passOver(tags);
    }
  }
  throw cutOff(tags.at);
}

const LETTER_A = 65;
const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;

/** The types of cells by their first letters: b, d, e, inlineStr, n, s, str. */
const BOOLEAN = 98;
const ISO_DATE = 100;
const ERROR = 101;
const INLINE = 105;
const NUMBER = 110;
const SHARED = 115;
const FORMULA_TEXT = 1;

function startOfCell(tags: Tags, cell: Cell): void {
  const before = cell.column++;
  cell.style = 0;
  cell.type = NUMBER;
  const { bytes } = tags;
  while (nextAttribute(tags)) {
    if (tags.attributeEnd - tags.attributeStart !== 1) continue;
    const name = bytes[tags.attributeStart];
    if (name === LETTER_R) cell.column = columnNumber(tags);
    else if (name === LETTER_S) cell.style = wholeNumber(bytes, tags.valueStart, tags.valueEnd);
    else if (name === LETTER_T) cell.type = tags.valueEnd - tags.valueStart === 3 ? FORMULA_TEXT : bytes[tags.valueStart]!;
  }
  if (cell.column <= before || cell.column >= MOST_COLUMNS) throw cutOff(tags.at);
}

/** `AN12` -> 39 */
function columnNumber({ bytes, valueStart, valueEnd }: Tags): number {
  let column = 0;
  for (let i = valueStart; i < valueEnd && column <= MOST_COLUMNS; i++) {
    const letter = bytes[i]! & 0xdf;
    if (letter < LETTER_A || letter > 90) break;
    column = column * 26 + letter - LETTER_A + 1;
  }
  return column - 1;
}

function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9 || value > 1e8) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The value of a formula is the one that was last worked out. */
function readCell(tags: Tags, reading: Reading): void {
  while (nextTag(tags)) {
    if (tags.closes) {
      if (isNamed(tags, 'c')) return;
    } else if (isNamed(tags, 'v')) {
      if (tags.isEmpty) continue;
      const start = tags.place;
      closeOf(tags, 'v');
      putValue(tags, reading, { bytes: tags.bytes, start, end: tags.start });
    } else if (isNamed(tags, 'is')) {
      if (tags.isEmpty) continue;
      putInline(tags, reading);
    } else {
      passOver(tags);
    }
  }
  throw cutOff(tags.at);
}

function putInline(tags: Tags, { cell, text }: Reading): void {
  const inline = richText(tags, 'is');
  if (cell.type !== INLINE || inline.end === inline.start) return;
  if (text.cells > cell.column) throw cutOff(tags.at);
  copyCell(text, cell.column, inline);
}

function putValue({ at }: Tags, { cell, book, text }: Reading, { bytes, start, end }: Written): void {
  const { column, type } = cell;
  if (start === end) return;
  if (text.cells > column) throw cutOff(at);
  switch (type) {
    case SHARED: {
      const shared = book.strings[wholeNumber(bytes, start, end)];
      if (shared === undefined) throw damaged(at, '单元格的文本不在工作簿里', 'a cell has a text that the workbook lacks');
      if (shared.end > shared.start) copyCell(text, column, shared);
      return;
    }
    case FORMULA_TEXT:
    case INLINE:
      putCell(text, column, withoutEscapes(xmlText(bytes, start, end)));
      return;
    case BOOLEAN:
      putCell(text, column, /^\s*(1|true)\s*$/i.test(xmlText(bytes, start, end)) ? '1' : '0');
      return;
    case ISO_DATE:
      putCell(text, column, isoDateText(xmlText(bytes, start, end)));
      return;
    case ERROR:
      return;
    default:
      putNumber({ cell, book, text }, { bytes, start, end });
  }
}

function putNumber({ cell, book, text }: Reading, { bytes, start, end }: Written): void {
  const kind = book.dates[cell.style];
  if (kind === undefined && isShort(bytes, start, end)) {
    cell.digits.start = start;
    cell.digits.end = end;
    copyCell(text, cell.column, cell.digits);
    return;
  }
  const written = xmlText(bytes, start, end).trim();
  if (written === '') return;
  const value = Number(written);
  if (Number.isNaN(value)) putCell(text, cell.column, written);
  else putPlain(text, cell.column, kind ? dateText(value, kind, book) : numberText(value));
}

/** As a person reads it already: at most 15 digits, no exponent, nothing that could be left out. */
function isShort(bytes: Uint8Array, start: number, end: number): boolean {
  let at = bytes[start] === MINUS ? start + 1 : start;
  if (end - at > 16 || at === end) return false;
  let points = 0;
  const first = at;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === POINT && at > first) points++;
    else if (byte < 48 || byte > 57) return false;
  }
  const last = bytes[end - 1];
  if (points > 1 || end - first - points > 15) return false;
  if (points === 1 && (last === 48 || last === POINT)) return false;
  // a number below one has digits that do not count, and 007 is 7
  return bytes[first] !== 48 || (end - first === 1 && first === start) || (bytes[first + 1] === POINT && end - first <= 7);
}

const MINUS = 45;
const POINT = 46;
