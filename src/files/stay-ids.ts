/** The caller's own ids: checked for repetition while reading, never stored as text, read back from the file's bytes when they are asked for. */
import type { Block } from './csv-block.ts';
import { firstRows } from './first-rows.ts';
import { type Gathered, type Kept, positions } from './gathered.ts';
import { idSet, NEW_ID } from './id-set.ts';
import type { OpenTable } from './open-tables.ts';
import { isCutOff, isMissing, numberOf } from './plain-text.ts';
import { type RowText, rowsAgain } from './rows-again.ts';

/** `shown`: where the row with the same number stands, and what of it is other. */
export type IdProblem = (row: number, rule: 'duplicate_id' | 'duplicate_same' | 'id_scientific', shown?: string) => void;
export type IdCheck = {
  readonly block: Block;
  /** The table that the block is of. */
  readonly of: OpenTable;
  readonly column: number;
  /** Columns that make the id whole: a record number and the count of its admissions. */
  readonly more: readonly number[];
  readonly repeats: boolean;
  readonly refused: Uint8Array;
  decode(bytes: Uint8Array): string;
  /** Rows that take an earlier one back may carry its id. */
  reversal(row: number): boolean;
};

/** Ids of papers of one kind, over all files of a load. */
export function stayIds() {
  const known = idSet();
  // a number of a patient is not the number of a stay, though they may look alike: files in any order refuse the same rows
  const patients = idSet();
  const again = rowsAgain();
  const firsts = firstRows();
  let joined = new Uint8Array(256);

  /**
   * The first stay with an id wins, and a later one is the same or says what of it is other. Where the id is a patient's and may repeat, only a
   * row repeated as a whole is a duplicate.
   */
  return ({ block, of, column, more, repeats, refused, decode, reversal }: IdCheck, problem: IdProblem): void => {
    const { bytes, rows, columns, starts, ends } = block;
    for (let row = 0; row < rows; row++) {
      if (refused[row] !== 0) continue;
      const cell = row * columns + column;
      const id = idIn({ bytes, from: starts[cell]!, to: ends[cell]! }, decode);
      if (id.from === id.to) continue;
      if (isScientific(id)) {
        problem(row, 'id_scientific');
        continue;
      }
      if (reversal(row)) continue;
      if (repeats && more.length === 0) {
        const before = patients(id.bytes, id.from, id.to);
        const whole = { bytes, from: starts[row * columns]!, to: ends[row * columns + columns - 1]! };
        if (before === NEW_ID) again.first(whole);
        else if (!again.isNew(before, whole)) problem(row, 'duplicate_same');
        continue;
      }
      const length = more.length > 0 ? join(block, row, { parts: [column, ...more], decode }) : 0;
      const before = more.length > 0 ? known(joined, 0, length) : known(id.bytes, id.from, id.to);
      if (before === NEW_ID) {
        firsts.first(of, starts[row * columns]!, block.records[row]!);
        continue;
      }
      const other = firsts.otherThan(before, of, starts[row * columns]!);
      if (other === undefined) problem(row, 'duplicate_same');
      else problem(row, 'duplicate_id', other);
    }
  };

  /** The parts of an id, a zero between them; how long it is. */
  function join({ bytes, columns, starts, ends }: Block, row: number, { parts, decode }: Parts): number {
    let length = 0;
    for (const part of parts) {
      const id = idIn({ bytes, from: starts[row * columns + part]!, to: ends[row * columns + part]! }, decode);
      const own = id.to - id.from;
      if (length + own + 1 > joined.length) joined = widened(joined, length + own + 1);
      joined.set(id.bytes.subarray(id.from, id.to), length);
      length += own;
      joined[length++] = 0;
    }
    return length;
  }
}

type Parts = { readonly parts: readonly number[]; readonly decode: IdCheck['decode'] };

function widened(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(Math.max(least, bytes.length * 2));
  wider.set(bytes);
  return wider;
}

/** The number in a cell as its key is made of it, so that `="0012"` is 0012 here too; nearly every one is that already. Empty: there is none. */
function idIn({ bytes, from: start, to: end }: RowText, decode: IdCheck['decode']): RowText {
  let from = start;
  let to = end;
  while (from < to && bytes[from]! <= 32) from++;
  while (to > from && bytes[to - 1]! <= 32) to--;
  if (isUsual(bytes, from, to)) return { bytes, from, to };
  const number = numberOf(decode(bytes.subarray(from, to)));
  const own = encoder.encode(isMissing(number) ? '' : number);
  return { bytes: own, from: 0, to: own.length };
}

const encoder = new TextEncoder();

/** ASCII that nothing was put around, and no mark that says there is nothing. */
function isUsual(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from]!;
  if (first === EQUALS || first === APOSTROPHE || (to - from <= LONGEST_MARK && marks.includes(first))) return false;
  for (let p = from; p < to; p++) if (bytes[p]! < 32 || bytes[p]! > 126) return false;
  return true;
}

const EQUALS = 61;
const APOSTROPHE = 39;
/** `NULL`, and what such marks begin with. */
const LONGEST_MARK = 4;
const marks = new TextEncoder().encode('-nN\\');

/** The plus sign stands before the last digits: looked for first, because nearly no id has one. */
function isScientific({ bytes, from, to }: RowText): boolean {
  const plus = bytes[to - 2] === PLUS || bytes[to - 3] === PLUS || bytes[to - 4] === PLUS;
  return plus && isCutOff(Buffer.from(bytes.subarray(from, to)).toString('latin1'));
}

const PLUS = 43;

/** Where the id of every kept stay lies in its file. */
export function idPlaces() {
  const from: Gathered<Uint32Array> = positions();
  const to: Gathered<Uint32Array> = positions();
  return {
    keep({ rows, columns, starts, ends }: Block, column: number, kept: Kept): void {
      const startOf = new Uint32Array(rows);
      const endOf = new Uint32Array(rows);
      for (let row = 0; row < rows; row++) {
        startOf[row] = starts[row * columns + column]!;
        endOf[row] = ends[row * columns + column]!;
      }
      from.keep(startOf, kept);
      to.keep(endOf, kept);
    },
    whole: (count: number) => ({ from: from.whole(count), to: to.whole(count) }),
  };
}
