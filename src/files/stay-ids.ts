/** The caller's own ids: checked for repetition while reading, never stored as text, read back from the file's bytes when they are asked for. */
import type { Block } from './csv-block.ts';
import { type Gathered, type Kept, positions } from './gathered.ts';
import { idSet } from './id-set.ts';

/** `1.10E+17`: a spreadsheet has cut the digits off, the id is lost. */
const scientific = /^[-+]?\d(\.\d+)?[Ee]\+\d{1,3}$/;

export type IdProblem = (row: number, rule: 'duplicate_id' | 'id_scientific') => void;
export type IdCheck = { readonly block: Block; readonly column: number; readonly repeats: boolean; readonly refused: Uint8Array };

/** Ids of one load, over all of its files. */
export function stayIds() {
  const isNew = idSet();

  /** The first stay with an id wins. Where the id is a patient's and may repeat, only a row repeated as a whole is a duplicate. */
  return ({ block, column, repeats, refused }: IdCheck, problem: IdProblem): void => {
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
      const first = repeats ? starts[row * columns]! : from;
      const last = repeats ? ends[row * columns + columns - 1]! : to;
      if (!isNew(bytes, first, last)) problem(row, 'duplicate_id');
    }
  };
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
