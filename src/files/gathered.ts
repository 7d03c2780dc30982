/** Columns that grow a block at a time and are laid end to end once, when their length is known; rows that were refused are left out. */

export type Kept = {
  /** Rows of the block, refused ones included. */
  readonly rows: number;
  /** 1 where a row of the block was refused. */
  readonly refused: Uint8Array;
  readonly anyRefused: boolean;
  /** Row of the load that the first kept row becomes. */
  readonly at: number;
};

type Numbers = Int32Array | Uint32Array | Float64Array;

export type Gathered<A extends Numbers> = {
  keep(values: A, kept: Kept): void;
  /** The whole column, asked for once: its pieces are given up. Rows of files without it hold the missing mark. */
  whole(count: number): A;
};

export function gathered<A extends Numbers>(make: (size: number) => A, missing: number): Gathered<A> {
  const pieces: Piece<A>[] = [];
  let last: Piece<A> | undefined;

  /** Rows that follow each other share a piece: a piece a block is two hundred thousand little arrays in a load of a million rows. */
  function room(at: number, size: number): Piece<A> {
    if (last && last.at + last.used === at && last.used + size <= last.values.length) return last;
    // the first one is small: most tables are
    last = { at, values: make(Math.max(size, pieces.length === 0 ? FIRST : PIECE)), used: 0 };
    pieces.push(last);
    return last;
  }

  return {
    keep(values, { rows, refused, anyRefused, at }) {
      const block = values.subarray(0, rows);
      const kept = anyRefused ? block.filter((_, row) => refused[row] === 0) : block;
      const piece = room(at, kept.length);
      piece.values.set(kept, piece.used);
      piece.used += kept.length;
    },
    whole(count) {
      const column = make(count);
      if (missing !== 0) column.fill(missing);
      for (const { at, values, used } of pieces.splice(0)) column.set(values.subarray(0, used), at);
      last = undefined;
      return column;
    },
  };
}

/** Rows from `at` on. */
type Piece<A> = { readonly at: number; readonly values: A; used: number };

const FIRST = 1 << 10;
const PIECE = 1 << 16;

export const wholeNumbers = (missing: number): Gathered<Int32Array> => gathered(size => new Int32Array(size), missing);
export const positions = (): Gathered<Uint32Array> => gathered(size => new Uint32Array(size), 0);
export const amounts = (): Gathered<Float64Array> => gathered(size => new Float64Array(size), Number.NaN);
