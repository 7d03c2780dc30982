/**
 * Readers of one column over a block of rows: bytes of cells -> numbers. The usual form of a cell is read straight from its bytes,
 * any other form through its text; what cannot be read is a note, and the value is missing.
 */
import { MOST_FEN, type WholeField, wholeBounds } from '../stay/bounds.ts';
import type { OwnColumn } from '../stay/own-layout.ts';
import type { Note } from '../stay/stay-length.ts';
import { MISSING, type MoneyField, NO_DATE, NO_MONEY } from '../stay/stay-table.ts';
import { fenOfText, NOT_AN_AMOUNT, plainFen, type Unit } from './amount.ts';
import type { Block } from './csv-block.ts';
import { dayOfText, NOT_A_DATE, plainDay } from './day-number.ts';
import { hasControls } from './plain-text.ts';
import { hoursOfText, NOT_A_NUMBER, plainWhole, wholeOfText } from './whole-number.ts';
import type { WordTable } from './word-table.ts';

/** Reads column number `column` of the block into `values`, one number a row. */
export type Reader<A> = (block: Block, values: A, note: Note) => void;
type Decode = (bytes: Uint8Array) => string;
type Source = { readonly column: number; readonly decode: Decode };

/** Set on a word whose text held control characters: they are gone from the word, and every cell that had them is noted. */
export const HAD_CONTROLS = 1 << 30;

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

export function wholeReader(field: WholeField, { column, decode }: Source): Reader<Int32Array> {
  const { least, most, rule } = wholeBounds[field];
  const unusual = textReader(field, decode, wholeOfText);
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

export function dateReader(field: OwnColumn, { column, decode }: Source): Reader<Int32Array> {
  const unusual = textReader(field, decode, dayOfText);
  return ({ bytes, rows, columns, starts, ends }, values, note) => {
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

export function hoursReader(field: OwnColumn, { column, decode }: Source): Reader<Float64Array> {
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

export type MoneySource = Source & {
  readonly unit: Unit;
  /** 1 in the rows of a refund, whose amounts may be negative. */
  readonly refunded: Int32Array | undefined;
};

/** An amount that is none, or cannot be one, refuses the row: money is never guessed. */
export function moneyReader(field: MoneyField, { column, decode, unit, refunded }: MoneySource): Reader<Float64Array> {
  const unusual = textReader(field, decode, text => fenOfText(text, unit));
  return ({ bytes, rows, columns, starts, ends }, values, note) => {
    for (let row = 0, cell = column; row < rows; row++, cell += columns) {
      const from = starts[cell]!;
      const to = ends[cell]!;
      let fen = unit === 'yuan' ? plainFen(bytes, from, to) : -1;
      if (fen === -1) fen = unusual({ bytes, from, to, row }, note);
      const rule = fen >= 0 && fen <= MOST_FEN ? undefined : refusal(fen, refunded?.[row] === 1);
      values[row] = rule ? NO_MONEY : fen;
      if (rule) note(row, field, rule, 'refused');
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

function refusal(fen: number, refund: boolean) {
  if (fen === NOT_AN_AMOUNT) return 'amount_invalid';
  if (Math.abs(fen) > MOST_FEN) return 'amount_too_large';
  if (fen < 0 && !refund) return 'amount_negative';
  return undefined;
}
