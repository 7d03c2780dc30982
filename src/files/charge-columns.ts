/** Item lines while they are read, over all files of a load: columns that double when they are full, put in the order of the stays once. */
import type { ChargeLines } from '../stay/charge-lines.ts';
import { NO_DATE } from '../stay/stay-table.ts';
import type { Kept } from './gathered.ts';
import { wordList } from './word-list.ts';

export type ChargeColumns = ReturnType<typeof chargeColumns>;

/** Values of one block; what the file does not have is undefined. */
export type ChargeBlock = {
  readonly stay: Uint32Array;
  readonly amount: Float64Array;
  readonly category?: Uint32Array | undefined;
  readonly item?: Uint32Array | undefined;
  readonly name?: Uint32Array | undefined;
  readonly quantity?: Float64Array | undefined;
  readonly price?: Float64Array | undefined;
  readonly charged?: Int32Array | undefined;
  readonly selfpayShare?: Float64Array | undefined;
};

export function chargeColumns() {
  const item = wordList();
  const name = wordList();
  const columns = {
    stay: growing(size => new Uint32Array(size), 0),
    category: growing(size => new Uint8Array(size), 0),
    item: growing(size => new Uint32Array(size), 0),
    name: growing(size => new Uint32Array(size), 0),
    quantity: growing(size => new Float64Array(size), Number.NaN),
    price: growing(size => new Float64Array(size), Number.NaN),
    amount: growing(size => new Float64Array(size), Number.NaN),
    charged: growing(size => new Int32Array(size), NO_DATE),
    selfpayShare: growing(size => new Float64Array(size), Number.NaN),
    sourceFile: growing(size => new Uint16Array(size), 0),
    sourceRow: growing(size => new Uint32Array(size), 0),
  };
  let count = 0;

  return {
    words: { item, name },
    count: () => count,
    keep(
      block: ChargeBlock,
      file: { readonly index: number; readonly records: Uint32Array },
      { rows, refused }: Pick<Kept, 'rows' | 'refused'>,
    ): void {
      const kept = { rows, refused, at: count };
      for (const field of ['stay', 'category', 'item', 'name', 'quantity', 'price', 'amount', 'charged', 'selfpayShare'] as const) {
        columns[field].keep(block[field], kept);
      }
      columns.sourceRow.keep(file.records, kept);
      count = columns.sourceFile.fill(file.index, kept);
    },
    /** In the order of the stays, the lines of one stay in the order of the files. To be asked once: the columns are given away. */
    lines(stays: number): ChargeLines {
      const order = orderByStay(columns.stay.whole(count), stays);
      return {
        count,
        stay: columns.stay.ordered(count, order),
        category: columns.category.ordered(count, order),
        item: { codes: columns.item.ordered(count, order), words: item.words },
        name: { codes: columns.name.ordered(count, order), words: name.words },
        quantity: columns.quantity.ordered(count, order),
        price: columns.price.ordered(count, order),
        amount: columns.amount.ordered(count, order),
        charged: columns.charged.ordered(count, order),
        selfpayShare: columns.selfpayShare.ordered(count, order),
        sourceFile: columns.sourceFile.ordered(count, order),
        sourceRow: columns.sourceRow.ordered(count, order),
      };
    },
  };
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;
type KeptRows = { readonly rows: number; readonly refused: Uint8Array; readonly at: number };

function growing<A extends Numbers>(make: (size: number) => A, missing: number) {
  let column = make(0);

  /** The column with room for so many more rows. Nothing is kept of a column that no file has. */
  function roomFor(least: number): A {
    if (column.length >= least) return column;
    const wider = make(Math.max(4096, least, column.length * 2));
    wider.fill(missing, column.length);
    wider.set(column as never);
    column = wider;
    return wider;
  }

  return {
    keep(values: Numbers | undefined, { rows, refused, at }: KeptRows): void {
      if (values === undefined) return;
      const into = roomFor(at + rows);
      let row = at;
      for (let from = 0; from < rows; from++) if (refused[from] === 0) into[row++] = values[from]!;
      into.fill(missing, row, at + rows);
    },
    /** The same value in every kept row; how many rows there are then. */
    fill(value: number, { rows, refused, at }: KeptRows): number {
      const into = roomFor(at + rows);
      let row = at;
      for (let from = 0; from < rows; from++) if (refused[from] === 0) into[row++] = value;
      return row;
    },
    whole: (count: number): A => roomFor(count).subarray(0, count) as A,
    ordered(count: number, order: Uint32Array | undefined): A {
      const all = roomFor(count).subarray(0, count) as A;
      column = make(0);
      if (!order) return all.slice() as A;
      const sorted = make(count);
      for (let row = 0; row < count; row++) sorted[row] = all[order[row]!]!;
      return sorted;
    },
  };
}

/** Row of the line that comes at each place; undefined when the lines are in the order of the stays already. */
function orderByStay(stay: Uint32Array, stays: number): Uint32Array | undefined {
  let sorted = true;
  for (let row = 1; row < stay.length && sorted; row++) sorted = stay[row]! >= stay[row - 1]!;
  if (sorted) return undefined;
  const next = new Uint32Array(stays + 1);
  for (let row = 0; row < stay.length; row++) next[stay[row]! + 1]!++;
  for (let at = 1; at <= stays; at++) next[at]! += next[at - 1]!;
  const order = new Uint32Array(stay.length);
  for (let row = 0; row < stay.length; row++) order[next[stay[row]!]!++] = row;
  return order;
}
