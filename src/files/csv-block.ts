/**
 * Rows of a CSV text as positions of their cells, a block at a time; nothing is copied and no string is made.
 * RFC 4180: quoted cells, doubled quotes, line ends inside quotes; lines end in LF, CRLF or, in a text without LF, CR. Cells stand apart by
 * a comma or another single byte below 0x80.
 */

import { type Separator, separatorByte } from './separator.ts';

/** `starts[row * columns + column]` .. `ends[...]` is the text of a cell in `bytes`, without its quotes. */
export type Block = {
  /** The text; replaced by a copy as soon as a doubled quote has to be undone in place. */
  bytes: Uint8Array;
  readonly columns: number;
  readonly capacity: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Record number in the file of each row: the header is 1. */
  readonly records: Uint32Array;
  rows: number;
};

/** Where the scan stands; the next row goes on from here. */
export type Scan = {
  at: number;
  readonly size: number;
  readonly lineEnd: number;
  /** The byte between cells. */
  readonly separator: number;
  /** Number of the last record that was passed. */
  record: number;
  /** Cells of that record, 0 when a quote in it never closes, and where its text ends. */
  cells: number;
  rowEnd: number;
  /** Its cells with doubled quotes. */
  readonly doubled: number[];
  /** Doubled quotes were undone before: the bytes are ours to change. */
  ownBytes: boolean;
  /** Cells of a row; 0 while nobody knows. */
  width: number;
};

export type Misfit = (record: number, rule: 'row_too_short' | 'row_too_long' | 'quote_open', cells: number) => void;

const QUOTE = 34;
const LF = 10;
const CR = 13;
export const scanFrom = (bytes: Uint8Array, at: number, record: number, separator: Separator = ','): Scan => ({
  at,
  size: bytes.length,
  lineEnd: bytes.includes(LF) ? LF : CR,
  separator: separatorByte(separator),
  record,
  cells: 0,
  rowEnd: 0,
  doubled: [],
  ownBytes: false,
  width: 0,
});

export function newBlock(bytes: Uint8Array, columns: number): Block {
  const capacity = Math.max(64, Math.floor(16_384 / columns));
  return {
    bytes,
    columns,
    capacity,
    starts: new Int32Array(capacity * columns),
    ends: new Int32Array(capacity * columns),
    records: new Uint32Array(capacity),
    rows: 0,
  };
}

/** Fills the block with the next rows of exactly `columns` cells; other rows go to `misfit`, blank ones are passed over. False at the end. */
export function nextBlock(block: Block, scan: Scan, misfit: Misfit): boolean {
  const { columns, capacity } = block;
  block.rows = 0;
  scan.width = columns;
  while (block.rows < capacity && scan.at < scan.size) {
    const start = scan.at;
    scan.record++;
    nextRow(block, scan, block.rows * columns);
    const { cells, rowEnd } = scan;
    if (scan.doubled.length > 0) undoDoubled(block, scan);
    const blank = rowEnd === start || (cells === columns && rowEnd - start === columns - 1);
    if (cells === 0) misfit(scan.record, 'quote_open', 0);
    else if (blank) continue;
    else if (cells === columns) block.records[block.rows++] = scan.record;
    else misfit(scan.record, cells < columns ? 'row_too_short' : 'row_too_long', cells);
  }
  return block.rows > 0;
}

export type Records = {
  readonly scan: Scan;
  /** The cells of the next record, whatever their number; the pieces of its line when a quote in it never closes; undefined at the end. */
  next(): readonly string[] | undefined;
  /** Passes one record without a look at it. */
  pass(): void;
};

/** Record after record as strings: for a header and for a few rows that are wanted back, not for a whole file. */
export function recordsOf(bytes: Uint8Array, scan: Scan, decode: (bytes: Uint8Array) => string): Records {
  const block: Block = {
    ...{ bytes, columns: MOST_CELLS, capacity: 1, rows: 0 },
    ...{ starts: new Int32Array(MOST_CELLS), ends: new Int32Array(MOST_CELLS), records: new Uint32Array(1) },
  };
  const pass = () => {
    scan.record++;
    scan.doubled.length = 0;
    nextRow(block, scan, 0);
  };
  const next = () => {
    if (scan.at >= scan.size) return undefined;
    const start = scan.at;
    pass();
    const sign = String.fromCharCode(scan.separator);
    if (scan.cells === 0) return decode(bytes.subarray(start, scan.rowEnd)).trimEnd().split(sign);
    const doubled = new Set(scan.doubled);
    return Array.from({ length: Math.min(scan.cells, MOST_CELLS) }, (_, cell) => {
      const text = decode(bytes.subarray(block.starts[cell], block.ends[cell]));
      return doubled.has(cell) ? text.replaceAll('""', '"') : text;
    });
  };
  return { scan, next, pass };
}

/** Columns of the widest sheet there is. */
const MOST_CELLS = 16_384;

type Wanted = {
  /** Where the rows begin, and the number of the record before them. */
  readonly from: number;
  readonly record: number;
  readonly separator: Separator;
  /** Cells of a row. */
  readonly width: number;
  /** Record numbers, ascending. */
  readonly wanted: readonly number[];
  decode(bytes: Uint8Array): string;
};

/** The cells of the wanted records, read again in one pass; none for a record that is not there. */
export function recordsAt(bytes: Uint8Array, { from, record, separator, width, wanted, decode }: Wanted): readonly (readonly string[])[] {
  const records = recordsOf(bytes, { ...scanFrom(bytes, from, record, separator), width }, decode);
  return wanted.map(number => {
    while (records.scan.record < number - 1 && records.scan.at < records.scan.size) records.pass();
    return records.next() ?? [];
  });
}

/** Passes one record and writes down its cells from number `first` on. A function of its own: one row is what the compiler makes fast. */
function nextRow({ bytes, starts, ends }: Block, scan: Scan, first: number): void {
  const { size, lineEnd, separator } = scan;
  // bytes above it are neither a quote nor a separator nor a line end: nearly all of a text
  const highest = separator > QUOTE ? separator : QUOTE;
  let cell = first;
  let start = scan.at;
  let p = start;
  for (;;) {
    const byte = p < size ? bytes[p]! : lineEnd;
    if (byte > highest) {
      p++;
    } else if (byte === separator) {
      starts[cell] = start;
      ends[cell++] = p++;
      start = p;
    } else if (byte === lineEnd) {
      const end = byte === LF && p > start && bytes[p - 1] === CR ? p - 1 : p;
      starts[cell] = start;
      ends[cell++] = end;
      scan.rowEnd = end;
      scan.at = p + 1;
      break;
    } else if (byte === QUOTE && p === start) {
      const close = closingQuote(bytes, p + 1);
      const inside = close < 0 ? inNothing : bytes.subarray(p + 1, close);
      const severalLines = inside.includes(lineEnd);
      if (close < 0 || (severalLines && areRows(inside, scan, cell - first))) {
        giveUpRow(bytes, scan, p);
        return;
      }
      const next = close + 1 < size ? bytes[close + 1]! : lineEnd;
      const carriage = next === CR && lineEnd === LF && (close + 2 >= size || bytes[close + 2] === LF);
      if (next === separator || next === lineEnd || carriage) {
        if (inside.includes(QUOTE)) scan.doubled.push(cell);
        starts[cell] = p + 1;
        ends[cell++] = close;
        p = close + 1;
        if (next === separator) {
          start = ++p;
        } else {
          scan.rowEnd = p;
          scan.at = p + (carriage ? 2 : 1);
          break;
        }
      } else {
        // not a quoted cell after all: its quotes are part of the text, and those of another line belong there
        p = severalLines ? p + 1 : close + 1;
      }
    } else {
      p++;
    }
  }
  scan.cells = cell - first;
}

const inNothing = new Uint8Array();

/**
 * Whether a quoted text of several lines is rows between two stray quotes: its first line would end the row it stands in and its last one begin
 * a row up to the same cell, or a line between them has the cells of a row. `before`: cells before it in its row.
 */
function areRows(text: Uint8Array, { width, separator, lineEnd }: Scan, before: number): boolean {
  if (width < LEAST_WIDTH) return false;
  let cells = before + 1;
  let endsRow: boolean | undefined;
  for (const byte of text) {
    if (byte === separator) cells++;
    if (byte !== lineEnd) continue;
    if (endsRow === undefined) endsRow = cells === width;
    else if (cells === width) return true;
    cells = 1;
  }
  return endsRow === true && cells === before + 1;
}

/** In a narrower table two lines of a note look like rows. */
const LEAST_WIDTH = 4;

/** The record ends with the line on which its quote opens, so that a stray quote does not swallow the rows behind it. */
function giveUpRow(bytes: Uint8Array, scan: Scan, quote: number): void {
  const line = bytes.indexOf(scan.lineEnd, quote);
  scan.at = line < 0 ? scan.size : line + 1;
  scan.rowEnd = scan.at;
  scan.cells = 0;
}

/** The quote that ends a quoted text, or -1. */
function closingQuote(bytes: Uint8Array, from: number): number {
  const size = bytes.length;
  for (let p = from; p < size; p++) {
    if (bytes[p] !== QUOTE) continue;
    if (p + 1 < size && bytes[p + 1] === QUOTE) p++;
    else return p;
  }
  return -1;
}

/** Undoes doubled quotes in place, in a copy of the text that is made the first time. */
function undoDoubled(block: Block, scan: Scan): void {
  if (!scan.ownBytes) block.bytes = Uint8Array.from(block.bytes);
  scan.ownBytes = true;
  for (const cell of scan.doubled) block.ends[cell] = undouble(block.bytes, block.starts[cell]!, block.ends[cell]!);
  scan.doubled.length = 0;
}

/** Doubled quotes become one; the text closes up to the left. Its new end. */
function undouble(bytes: Uint8Array, from: number, to: number): number {
  let end = from;
  for (let p = from; p < to; p++) {
    bytes[end++] = bytes[p]!;
    if (bytes[p] === QUOTE) p++;
  }
  return end;
}
