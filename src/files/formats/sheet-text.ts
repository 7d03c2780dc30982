/**
 * Writes the cells of a sheet, whatever file they came from, as delimited text: UTF-8, commas, RFC 4180, one record a row, LF.
 * Cells are written in reading order and may leave gaps; blank rows stay, blank rows and columns at the margins go, every record is as wide
 * as the widest.
 */
import type { UserError } from '../../errors.ts';
import { MOST_BYTES, MOST_CELLS, tooLarge } from './limits.ts';

export type SheetText = {
  /** Of the file, for what is refused. */
  readonly at: string;
  /** Bytes that it may have. */
  most: number;
  bytes: Uint8Array;
  size: number;
  /** Cells of the row under way, up to its last one with text. */
  cells: number;
  /** Ends of the rows in bytes, and their cells. */
  ends: Float64Array;
  widths: Uint16Array;
  rows: number;
  /** Rows up to the last one with text. */
  height: number;
};

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;

export const newSheetText = (at: string, most = MOST_BYTES): SheetText => ({
  at,
  most,
  bytes: new Uint8Array(1 << 12),
  size: 0,
  cells: 0,
  ends: new Float64Array(64),
  widths: new Uint16Array(64),
  rows: 0,
  height: 0,
});

/** The next cell with text stands in this column (0 is the first); columns between are empty. */
function startCell(text: SheetText, column: number, length: number): void {
  const commas = text.cells === 0 ? column : column - text.cells + 1;
  room(text, commas + length);
  for (let i = 0; i < commas; i++) text.bytes[text.size++] = COMMA;
  text.cells = column + 1;
}

/** A cell; an empty one is a gap. */
export function putCell(text: SheetText, column: number, value: string): void {
  if (value === '') return;
  if (isPlain(value)) {
    putPlain(text, column, value);
    return;
  }
  const bytes = cellBytes(value);
  startCell(text, column, bytes.length);
  text.bytes.set(bytes, text.size);
  text.size += bytes.length;
}

/** Short ASCII that needs no quotes, as most cells are: an encoder takes ten times as long for it. */
function isPlain(value: string): boolean {
  if (value.length > 64) return false;
  for (let i = 0; i < value.length; i++) {
    const letter = value.charCodeAt(i);
    if (letter >= 0x80 || letter === COMMA || letter === QUOTE || letter === LF || letter === CR) return false;
  }
  return true;
}

/** A cell of ASCII that needs no quotes: digits, dates. */
export function putPlain(text: SheetText, column: number, value: string): void {
  startCell(text, column, value.length);
  const { bytes, size } = text;
  for (let i = 0; i < value.length; i++) bytes[size + i] = value.charCodeAt(i);
  text.size = size + value.length;
}

/** Cells as they are written already, with their quotes. */
export type Written = { readonly bytes: Uint8Array; readonly start: number; readonly end: number };

export function copyCell(text: SheetText, column: number, from: Written): void {
  startCell(text, column, from.end - from.start);
  copyBytes(text, from);
}

/** The first `cells` cells of a row at once. */
export function copyCells(text: SheetText, cells: number, from: Written): void {
  room(text, from.end - from.start);
  copyBytes(text, from);
  text.cells = cells;
}

/** Most cells are a few bytes long: a loop is faster than a view on them. */
function copyBytes(text: SheetText, { bytes: from, start, end }: Written): void {
  if (end - start > 64) {
    text.bytes.set(from.subarray(start, end), text.size);
  } else {
    const { bytes, size } = text;
    for (let i = start; i < end; i++) bytes[size + i - start] = from[i]!;
  }
  text.size += end - start;
}

/** `a "b", c` -> `"a ""b"", c"` */
export const quoted = (value: string): string => (needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

export const cellBytes = (value: string): Uint8Array => encoder.encode(quoted(value));

const encoder = new TextEncoder();
/** A mark at the very beginning would be taken for that of the file. */
const needsQuotes = /[",\r\n\ufeff]/;

export function endRow(text: SheetText): void {
  if (text.rows === text.ends.length) grow(text);
  room(text, 1);
  text.bytes[text.size++] = LF;
  text.ends[text.rows] = text.size;
  text.widths[text.rows++] = text.cells;
  if (text.cells > 0) text.height = text.rows;
  text.cells = 0;
}

export function blankRows(text: SheetText, count: number): void {
  for (let i = 0; i < count; i++) endRow(text);
}

/** The finished text; undefined for a sheet without any text. */
export function sheetBytes(text: SheetText): Uint8Array | undefined {
  return text.height === 0 ? undefined : padRows(text, widthOf(text));
}

/** @throws UserError FILE_TOO_LARGE when the rows would be too wide for their number */
export function widthOf({ widths, height, at }: SheetText): number {
  let width = 0;
  for (let row = 0; row < height; row++) width = Math.max(width, widths[row]!);
  if (height * width <= MOST_CELLS) return width;
  throw tooLarge(at, `表格有 ${height} 行 × ${width} 列`, `the sheet has ${height} rows x ${width} columns`);
}

/** Every record gets the commas that it lacks. */
function padRows({ at, most, bytes, ends, widths, height }: SheetText, width: number): Uint8Array {
  const size = ends[height - 1]!;
  let missing = 0;
  for (let row = 0; row < height; row++) missing += width - Math.max(1, widths[row]!);
  if (size + missing > most) throw tooLong(at, most);
  if (missing === 0) return bytes.subarray(0, size);
  const padded = new Uint8Array(size + missing);
  let to = 0;
  let from = 0;
  for (let row = 0; row < height; row++) {
    const end = ends[row]! - 1;
    padded.set(bytes.subarray(from, end), to);
    to += end - from;
    const commas = width - Math.max(1, widths[row]!);
    padded.fill(COMMA, to, to + commas);
    to += commas;
    padded[to++] = LF;
    from = end + 1;
  }
  return padded;
}

function room(text: SheetText, more: number): void {
  const needed = text.size + more;
  if (needed <= text.bytes.length) return;
  if (needed > text.most) throw tooLong(text.at, text.most);
  const wider = new Uint8Array(Math.min(text.most, Math.max(needed, text.bytes.length * 2)));
  wider.set(text.bytes.subarray(0, text.size));
  text.bytes = wider;
}

function tooLong(at: string, most: number): UserError {
  const size = `${Math.round(most / 2 ** 20)} MiB`;
  return tooLarge(at, `表格的文本超过 ${size}`, `the text of the sheets is larger than ${size}`);
}

function grow(text: SheetText): void {
  const ends = new Float64Array(text.rows * 2);
  ends.set(text.ends);
  text.ends = ends;
  const widths = new Uint16Array(text.rows * 2);
  widths.set(text.widths);
  text.widths = widths;
}

/** Whether a cell of these bytes must be quoted; for those who write cells without a string. */
export function mustQuote(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === COMMA || byte === QUOTE || byte === LF || byte === CR || byte === 0xef) return true;
  }
  return false;
}
