/** The caller's own ids: checked for repetition while reading, never stored as text, read back from the file's bytes when they are asked for. */
import type { Block } from './csv-block.ts';
import { type Gathered, type Kept, positions } from './gathered.ts';
import { idSet, NEW_ID } from './id-set.ts';
import { rowsAgain } from './rows-again.ts';

/** `1.10E+17`: a spreadsheet has cut the digits off, the id is lost. */
const scientific = /^[-+]?\d(\.\d+)?[Ee]\+\d{1,3}$/;

export type IdProblem = (row: number, rule: 'duplicate_id' | 'id_scientific') => void;
export type IdCheck = {
  readonly block: Block;
  readonly column: number;
  /** Columns that make the id whole: a record number and the count of its admissions. */
  readonly more: readonly number[];
  readonly repeats: boolean;
  readonly refused: Uint8Array;
  /** Rows that take an earlier one back may carry its id. */
  reversal(row: number): boolean;
};

/** Ids of papers of one kind, over all files of a load. */
export function stayIds() {
  const known = idSet();
  const again = rowsAgain();
  let joined = new Uint8Array(256);

  /** The first stay with an id wins. Where the id is a patient's and may repeat, only a row repeated as a whole is a duplicate. */
  return ({ block, column, more, repeats, refused, reversal }: IdCheck, problem: IdProblem): void => {
    const { bytes, rows, columns, starts, ends } = block;
    for (let row = 0; row < rows; row++) {
      if (refused[row] !== 0) continue;
      const cell = row * columns + column;
      const { from, to } = trimmed(bytes, starts[cell]!, ends[cell]!);
      if (from === to) continue;
      if (isScientific(bytes, from, to)) {
        problem(row, 'id_scientific');
        continue;
      }
      if (reversal(row)) continue;
      const before = more.length > 0 ? known(joined, 0, join(block, row, [column, ...more])) : known(bytes, from, to);
      if (repeats && more.length === 0) {
        const whole = { bytes, from: starts[row * columns]!, to: ends[row * columns + columns - 1]! };
        if (before === NEW_ID) again.first(whole);
        else if (!again.isNew(before, whole)) problem(row, 'duplicate_id');
      } else if (before !== NEW_ID) {
        problem(row, 'duplicate_id');
      }
    }
  };

  /** The parts of an id, a zero between them; how long it is. */
  function join({ bytes, columns, starts, ends }: Block, row: number, parts: readonly number[]): number {
    let length = 0;
    for (const part of parts) {
      const { from, to } = trimmed(bytes, starts[row * columns + part]!, ends[row * columns + part]!);
      if (length + to - from + 1 > joined.length) joined = widened(joined, length + to - from + 1);
      joined.set(bytes.subarray(from, to), length);
      length += to - from;
      joined[length++] = 0;
    }
    return length;
  }
}

function widened(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(Math.max(least, bytes.length * 2));
  wider.set(bytes);
  return wider;
}

function trimmed(bytes: Uint8Array, start: number, end: number) {
  let from = start;
  let to = end;
  while (from < to && bytes[from]! <= 32) from++;
  while (to > from && bytes[to - 1]! <= 32) to--;
  return { from, to };
}

/** The plus sign stands before the last digits: looked for first, because nearly no id has one. */
function isScientific(bytes: Uint8Array, from: number, to: number): boolean {
  const plus = bytes[to - 2] === PLUS || bytes[to - 3] === PLUS || bytes[to - 4] === PLUS;
  return plus && scientific.test(Buffer.from(bytes.subarray(from, to)).toString('latin1'));
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
