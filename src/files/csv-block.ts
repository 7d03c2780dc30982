/**
 * Rows of a CSV text as positions of their cells, a block at a time; nothing is copied and no string is made.
 * RFC 4180: quoted cells, doubled quotes, line ends inside quotes; lines end in LF, CRLF or, in a text without LF, CR.
 */

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

/** Where the scan stands; the next block goes on from here. */
export type Scan = {
  at: number;
  /** Number of the last record that was passed. */
  record: number;
  /** Doubled quotes were undone before: the bytes are ours to change. */
  ownBytes: boolean;
  readonly lineEnd: number;
  /** Quotes that never closed, so far. */
  openQuotes: number;
};

export type Misfit = (record: number, rule: 'row_too_short' | 'row_too_long' | 'quote_open', cells: number) => void;

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;
/** A stray quote costs one line; after so many of them the rest of the text is given up as one row. */
const MOST_OPEN_QUOTES = 100;

export const scanFrom = (bytes: Uint8Array, at: number, record: number): Scan => ({
  at,
  record,
  ownBytes: false,
  lineEnd: bytes.includes(LF) ? LF : CR,
  openQuotes: 0,
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
  const { columns, capacity, starts, ends, records } = block;
  const { lineEnd } = scan;
  const size = block.bytes.length;
  let bytes = block.bytes;
  let p = scan.at;
  let rows = 0;
  while (rows < capacity && p < size) {
    const rowStart = p;
    const first = rows * columns;
    let cell = first;
    let start = p;
    let rowEnd = -1;
    scan.record++;
    while (rowEnd < 0) {
      const byte = p < size ? bytes[p]! : lineEnd;
      if (byte > COMMA) {
        p++;
      } else if (byte === COMMA) {
        starts[cell] = start;
        ends[cell++] = p++;
        start = p;
      } else if (byte === lineEnd) {
        rowEnd = byte === LF && p > start && bytes[p - 1] === CR ? p - 1 : p;
        starts[cell] = start;
        ends[cell++] = rowEnd;
        p++;
      } else if (byte === QUOTE && p === start) {
        const close = closingQuote(bytes, p + 1);
        if (close < 0) {
          p = scan.openQuotes++ < MOST_OPEN_QUOTES ? lineAfter(bytes, p, lineEnd) : size;
          rowEnd = p;
          cell = -1;
          break;
        }
        const next = close + 1 < size ? bytes[close + 1]! : lineEnd;
        const closesCell = next === COMMA || next === lineEnd || (next === CR && (close + 2 >= size || bytes[close + 2] === LF));
        if (closesCell) {
          if (hasQuote(bytes, p + 1, close) && !scan.ownBytes) {
            bytes = Uint8Array.from(bytes);
            block.bytes = bytes;
            scan.ownBytes = true;
          }
          starts[cell] = p + 1;
          ends[cell++] = scan.ownBytes ? undouble(bytes, p + 1, close) : close;
          p = close + 1;
          if (next === COMMA) {
            start = ++p;
          } else {
            rowEnd = p;
            p += next === CR && lineEnd === LF ? 2 : 1;
          }
        } else {
          // not a quoted cell after all: its quotes are part of the text
          p = close + 1;
        }
      } else {
        p++;
      }
    }
    if (cell < 0) {
      misfit(scan.record, 'quote_open', 0);
      continue;
    }
    const cells = cell - first;
    const blank = rowEnd === rowStart || (rowEnd - rowStart === columns - 1 && cells === columns);
    if (blank) continue;
    if (cells === columns) records[rows++] = scan.record;
    else misfit(scan.record, cells < columns ? 'row_too_short' : 'row_too_long', cells);
  }
  scan.at = p;
  block.rows = rows;
  return rows > 0;
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

function hasQuote(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) if (bytes[p] === QUOTE) return true;
  return false;
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

function lineAfter(bytes: Uint8Array, from: number, lineEnd: number): number {
  const at = bytes.indexOf(lineEnd, from);
  return at < 0 ? bytes.length : at + 1;
}
