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
  /** The whole column; rows of files without it hold the missing mark. */
  whole(count: number): A;
};

export function gathered<A extends Numbers>(make: (size: number) => A, missing: number): Gathered<A> {
  const pieces: { readonly at: number; readonly values: A }[] = [];
  return {
    keep(values, { rows, refused, anyRefused, at }) {
      const block = values.subarray(0, rows) as A;
      pieces.push({ at, values: (anyRefused ? block.filter((_, row) => refused[row] === 0) : block.slice()) as A });
    },
    whole(count) {
      const column = make(count);
      if (missing !== 0) column.fill(missing);
      for (const { at, values } of pieces) column.set(values, at);
      return column;
    },
  };
}

export const wholeNumbers = (missing: number): Gathered<Int32Array> => gathered(size => new Int32Array(size), missing);
export const positions = (): Gathered<Uint32Array> => gathered(size => new Uint32Array(size), 0);
export const amounts = (): Gathered<Float64Array> => gathered(size => new Float64Array(size), Number.NaN);
