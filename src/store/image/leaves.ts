/**
 * Rows of a table into leaf pages. A cell is: length of the record, row number, record; a record is: length of its header, the serial
 * types, the bodies (file format, sections 1.6 and 2.1). A batch of rows gets its places first and is then filled column by column.
 */
import type { TableSource } from '../column-source.ts';
import { BATCH, type Cells, cellsOf, rowNumberCells } from './cells.ts';
import { bodyLength } from './integer.ts';
import { type Child, closeLeaf, fitsLeaf, LARGEST_PAYLOAD, type Leaf, newLeaf, PAGE, type PageStore, takeCell } from './pages.ts';
import { putVarint, varintLength } from './varint.ts';
import { textLength } from './words.ts';

/** Place of a row that is not written here. */
const NOWHERE = -1;

export function writeLeaves({ first, count, columns }: TableSource, store: PageStore) {
  const cells = Object.values(columns).map((column, i) => (i === 0 ? rowNumberCells : cellsOf(column, first)));
  const batch = newBatch(cells.length);
  const leaves: Child[] = [];
  /** Too long for a leaf. */
  const rows: number[] = [];
  let leaf: Leaf | undefined;
  let last = 0;
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    const bytes = store.reserve(BATCH);
    const start = ((leaf?.number ?? store.count() + 1) - 1) * PAGE;
    measure(batch, cells, from, size);
    for (let i = 0; i < size; i++) {
      const payload = batch.header[i]! + batch.body[i]!;
      if (payload > LARGEST_PAYLOAD) {
        rows.push(from + i);
        batch.places[i] = NOWHERE;
        continue;
      }
      const number = first + from + i;
      const length = varintLength(payload) + varintLength(number) + payload;
      if (!leaf || !fitsLeaf(leaf, length)) {
        if (leaf) leaves.push(closed(bytes, leaf, last));
        leaf = newLeaf(store.add());
      }
      const at = putVarint(bytes, putVarint(bytes, takeCell(bytes, leaf, length), payload), number);
      batch.places[i] = putVarint(bytes, at, batch.header[i]!) - start;
      last = number;
    }
    fill(batch, cells, bytes.subarray(start), size);
  }
  if (leaf) leaves.push(closed(store.reserve(0), leaf, last));
  return { leaves, rows };
}

type Batch = {
  /** One array of serial types a column. */
  readonly types: readonly Uint32Array[];
  /** Bytes of header and body of each row. */
  readonly header: Uint32Array;
  readonly body: Uint32Array;
  /** Where the next byte of each row goes, counted from the first page of the batch. */
  readonly places: Int32Array;
};

const newBatch = (columns: number): Batch => ({
  types: Array.from({ length: columns }, () => new Uint32Array(BATCH)),
  header: new Uint32Array(BATCH),
  body: new Uint32Array(BATCH),
  places: new Int32Array(BATCH),
});

function measure({ types, header, body }: Batch, cells: readonly Cells[], from: number, size: number): void {
  header.fill(1);
  body.fill(0);
  for (const [column, { types: typesOf }] of cells.entries()) {
    const own = types[column]!;
    typesOf(from, size, own);
    for (let i = 0; i < size; i++) {
      const type = own[i]!;
      header[i]! += type < 128 ? 1 : varintLength(type);
      body[i]! += type < bodyLength.length ? bodyLength[type]! : textLength(type);
    }
  }
  // from 127 on the length of the header takes two bytes, and counts itself
  for (let i = 0; i < size; i++) if (header[i]! > 127) header[i]!++;
}

function fill({ types, places }: Batch, cells: readonly Cells[], bytes: Uint8Array, size: number): void {
  for (const own of types) {
    for (let i = 0; i < size; i++) {
      const at = places[i]!;
      if (at !== NOWHERE) places[i] = putVarint(bytes, at, own[i]!);
    }
  }
  for (const [column, { put }] of cells.entries()) put(bytes, places, size, types[column]!);
}

function closed(bytes: Uint8Array, leaf: Leaf, last: number): Child {
  closeLeaf(bytes, leaf);
  return { number: leaf.number, last };
}
