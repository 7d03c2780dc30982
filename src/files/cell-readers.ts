/**
 * Readers of one column over a block of rows: bytes of cells -> numbers. The usual form of a cell is read straight from its bytes,
 * any other form through its text; what cannot be read is a note, and the value is missing.
 */
import { MOST_FEN, type WholeField, wholeBounds } from '../stay/bounds.ts';
import type { OwnColumn } from '../stay/own-layout.ts';
import type { Note } from '../stay/stay-length.ts';
import { MISSING, NO_DATE, NO_MONEY } from '../stay/stay-table.ts';
import { fenOfText, NOT_AN_AMOUNT, plainFen, type Unit } from './amount.ts';
import type { Block } from './csv-block.ts';
import { dayOfLikelySerial, dayOfSerialText, dayOfText, NOT_A_DATE, plainDay } from './day-number.ts';
import { hasControls } from './plain-text.ts';
import { hoursOfText, NOT_A_NUMBER, plainWhole, wholeOfText, yearsOfText } from './whole-number.ts';
import type { WordTable } from './word-table.ts';

/** Reads column number `column` of the block into `values`, one number a row. */
export type Reader<A> = (block: Block, values: A, note: Note) => void;
type Decode = (bytes: Uint8Array) => string;
export type CellSource = { readonly column: number; readonly decode: Decode };

/** Set on a word whose text held control characters: they are gone from the word, and every cell that had them is noted. */
export const HAD_CONTROLS = 1 << 30;
/** Set on a number that a spreadsheet has cut off: it is nobody's number any more. */
export const CUT_OFF = 1 << 29;

/** Words, sexes, flags: `meanings` knows the number of each distinct text. */
export function wordReader(field: OwnColumn, column: number, meanings: WordTable): Reader<Int32Array | Uint32Array> {
  return ({ bytes, rows, columns, starts, ends }, values, note) => {
    for (let row = 0, cell = column; row < rows; row++, cell += columns) {
      const from = starts[cell]!;
      const to = ends[cell]!;
      const number = from === to ? 0 : meanings(bytes, from, to);
      values[row] = number & ~HAD_CONTROLS;
      if (number >= HAD_CONTROLS) note(row, field, 'control_characters', 'noted');
    }
  };
}

/** Keys of patients, visits and settlements; the number of each distinct text (the parts of one joined by a zero byte) is known to `meanings`. */
export function keyReader(field: OwnColumn, parts: readonly number[], meanings: WordTable): Reader<Uint32Array> {
  const [only = 0] = parts;
  const joined = joinedCells(parts);
  return (block, values, note) => {
    const { bytes, rows, columns, starts, ends } = block;
    for (let row = 0; row < rows; row++) {
      const cell = row * columns + only;
      const whole = parts.length === 1 ? undefined : joined(block, row);
      const number = whole
        ? meanings(whole, 0, whole.length)
        : starts[cell] === ends[cell]
          ? 0
          : meanings(bytes, starts[cell]!, ends[cell]!);
      values[row] = number & (CUT_OFF - 1);
      if (number >= HAD_CONTROLS) note(row, field, 'control_characters', 'noted');
      if ((number & CUT_OFF) !== 0) note(row, field, 'id_scientific', 'refused');
    }
  };
}

function joinedCells(parts: readonly number[]) {
  let room = new Uint8Array(256);
  return ({ bytes, columns, starts, ends }: Block, row: number): Uint8Array => {
    let length = 0;
    for (const part of parts) {
      const cell = bytes.subarray(starts[row * columns + part], ends[row * columns + part]);
      if (length + cell.length + 1 > room.length) room = widened(room, length + cell.length + 1);
      room.set(cell, length);
      length += cell.length;
      room[length++] = 0;
    }
    return room.subarray(0, length - 1);
  };
}

function widened(room: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(Math.max(room.length * 2, least));
  wider.set(room);
  return wider;
}

export function wholeReader(field: WholeField, { column, decode }: CellSource): Reader<Int32Array> {
  const { least, most, rule } = wholeBounds[field];
  const unusual = textReader(field, decode, field === 'age' ? yearsOfText : wholeOfText);
  return ({ bytes, rows, columns, starts, ends }, values, note) => {
    for (let row = 0, cell = column; row < rows; row++, cell += columns) {
      const from = starts[cell]!;
      const to = ends[cell]!;
      let number = plainWhole(bytes, from, to);
      if (number === NOT_A_NUMBER) number = unusual({ bytes, from, to, row }, note);
      const outside = number !== MISSING && (number < least || number > most);
      values[row] = outside ? MISSING : number;
      if (outside) note(row, field, rule, 'noted');
    }
  };
}

export type DateSource = CellSource & { readonly written?: 'written' | 'serial' | undefined };

export function dateReader(field: OwnColumn, { column, decode, written }: DateSource): Reader<Int32Array> {
  let serials: boolean | undefined = written === 'serial' ? false : undefined;
  const unusual = textReader(field, decode, text => {
    if (written === 'serial') return dayOfSerialText(text);
    const day = dayOfText(text);
    return day === NOT_A_DATE && serials ? dayOfLikelySerial(text) : day;
  });
  return (block, values, note) => {
    const { bytes, rows, columns, starts, ends } = block;
    if (serials === undefined && rows > 0) {
      const first = firstSerial(block, column, decode);
      serials = first >= 0;
      if (serials) note(first, field, 'date_serial', 'noted');
    }
    for (let row = 0, cell = column; row < rows; row++, cell += columns) {
      const from = starts[cell]!;
      const to = ends[cell]!;
      let day = plainDay(bytes, from, to);
      if (day === NOT_A_DATE) day = unusual({ bytes, from, to, row }, note);
      values[row] = day === NOT_A_DATE ? NO_DATE : day;
      if (day === NOT_A_DATE) note(row, field, 'date_invalid', 'noted');
    }
  };
}

/**
 * A date written into a spreadsheet and shown as a number is the count of its days. Where all cells of the first block that are in no usual form
 * are such numbers, they are dates; a single one beside dates is a slip. Row of the first, -1 in any other column.
 */
function firstSerial({ bytes, rows, columns, starts, ends }: Block, column: number, decode: Decode): number {
  let first = -1;
  let serials = 0;
  let dates = 0;
  for (let row = 0, cell = column; row < rows; row++, cell += columns) {
    const day = plainDay(bytes, starts[cell]!, ends[cell]!);
    if (day === NO_DATE) continue;
    if (day !== NOT_A_DATE) {
      dates++;
      continue;
    }
    const text = decode(bytes.subarray(starts[cell], ends[cell]));
    if (dayOfText(text) === NO_DATE) continue;
    if (dayOfLikelySerial(text) === NOT_A_DATE) return -1;
    if (first < 0) first = row;
    serials++;
  }
  return serials > 1 || dates === 0 ? first : -1;
}

export function hoursReader(field: OwnColumn, { column, decode }: CellSource): Reader<Float64Array> {
  const unusual = textReader(field, decode, hoursOfText);
  return ({ bytes, rows, columns, starts, ends }, values, note) => {
    for (let row = 0, cell = column; row < rows; row++, cell += columns) {
      const from = starts[cell]!;
      const to = ends[cell]!;
      const whole = plainWhole(bytes, from, to);
      const hours = whole >= 0 ? whole : from === to ? Number.NaN : unusual({ bytes, from, to, row }, note);
      values[row] = hours < 0 ? Number.NaN : hours;
      if (hours < 0) note(row, field, 'number_invalid', 'noted');
    }
  };
}

export type MoneySource = CellSource & {
  readonly unit: Unit;
  /** Further columns whose amounts belong to this one. */
  readonly more: readonly number[];
  /** Set when an amount below zero was read: what that means is seen only beside the other amounts of its row. */
  readonly below: { zero: boolean };
};

/** An amount that is none, or cannot be one, refuses the row: money is never guessed. */
export function moneyReader(field: OwnColumn, source: MoneySource): Reader<Float64Array> {
  const { column, decode, unit, more, below } = source;
  if (more.length > 0) return moneySumReader(field, source);
  const unusual = textReader(field, decode, text => fenOfText(text, unit));
  return ({ bytes, rows, columns, starts, ends }, values, note) => {
    for (let row = 0, cell = column; row < rows; row++, cell += columns) {
      const from = starts[cell]!;
      const to = ends[cell]!;
      let fen = unit === 'yuan' ? plainFen(bytes, from, to) : -1;
      if (fen === -1) fen = unusual({ bytes, from, to, row }, note);
      if (fen < 0) below.zero = true;
      const rule = fen >= -MOST_FEN && fen <= MOST_FEN ? undefined : refusal(fen);
      values[row] = rule ? NO_MONEY : fen;
      if (rule) note(row, field, rule, 'refused');
    }
  };
}

/** The sum of the columns, exactly; missing only where all of them are. */
function moneySumReader(field: OwnColumn, { column, more, ...source }: MoneySource): Reader<Float64Array> {
  const readers = [column, ...more].map(place => moneyReader(field, { ...source, column: place, more: [] }));
  let parts = new Float64Array(0);
  return (block, values, note) => {
    const { rows } = block;
    if (parts.length < rows) parts = new Float64Array(rows);
    const invalid = new Uint8Array(rows);
    const noteOnce: Note = (row, ...finding) => {
      if (invalid[row] === 0) note(row, ...finding);
      invalid[row] = 1;
    };
    readers.forEach((read, place) => {
      read(block, place === 0 ? values : parts, noteOnce);
      if (place > 0) for (let row = 0; row < rows; row++) if (!Number.isNaN(parts[row])) values[row] = (values[row] || 0) + parts[row]!;
    });
    for (let row = 0; row < rows; row++) {
      if (Math.abs(values[row]!) > MOST_FEN) noteOnce(row, field, 'amount_too_large', 'refused');
      if (invalid[row] === 1) values[row] = NO_MONEY;
    }
  };
}

type Cell = { readonly bytes: Uint8Array; readonly from: number; readonly to: number; readonly row: number };

/** The cells that are not in the usual form, which holds no control character; apart from the loops over cells, which stay small and fast. */
function textReader(field: OwnColumn, decode: Decode, meaning: (text: string) => number) {
  return ({ bytes, from, to, row }: Cell, note: Note): number => {
    const text = decode(bytes.subarray(from, to));
    if (isOdd(bytes, from, to) && hasControls(text)) note(row, field, 'control_characters', 'noted');
    return meaning(text);
  };
}

/** Neither plain letters nor blanks: looking is cheaper than asking the text. */
function isOdd(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) if (bytes[p]! < 32 || bytes[p]! > 126) return true;
  return false;
}

function refusal(fen: number) {
  if (Number.isNaN(fen)) return undefined;
  return fen === NOT_AN_AMOUNT ? 'amount_invalid' : 'amount_too_large';
}
