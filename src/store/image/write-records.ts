/** A few rows of any length as pages of a table: what does not fit on a page goes on pages of its own, one after the other (file format, section 1.6). */
import { integerType, NULL_TYPE, putInteger, REAL_TYPE } from './integer.ts';
import { type Child, closeLeaf, fitsLeaf, type Leaf, newLeaf, PAGE, type PageStore, put32, takeCell } from './pages.ts';
import { type Cell, localPart } from './read-image.ts';
import { putRoot } from './table-tree.ts';
import { putVarint, varintLength } from './varint.ts';
import { textType } from './words.ts';

/** Rows of a table in its column order without the row number, which counts from 1. */
export type RecordSource = { readonly table: string; readonly rows: readonly (readonly Cell[])[] };

/** At most: the pages that a cell begins on, and its own pages behind them. */
export const pagesOfRecords = (rows: RecordSource['rows']): number =>
  rows.reduce((sum, cells) => sum + 2 + Math.ceil(cells.reduce((size: number, cell) => size + bytesIn(cell), 0) / (PAGE - 4)), 0);

const bytesIn = (cell: Cell): number => (cell instanceof Uint8Array ? cell.length : typeof cell === 'string' ? 3 * cell.length : 9);

/** The root is the first leaf until a second one is needed. */
export function writeRecords(rows: RecordSource['rows'], root: number, store: PageStore): void {
  const leaves: Child[] = [];
  let leaf = newLeaf(root);
  let last = 0;
  for (const [i, cells] of rows.entries()) {
    const { head, bodies, length } = recordOf(cells);
    const local = localPart(length, true);
    const cell = varintLength(length) + varintLength(i + 1) + local + (local < length ? 4 : 0);
    store.reserve(2 + Math.ceil(length / (PAGE - 4)));
    if (!fitsLeaf(leaf, cell)) {
      leaves.push(closed(store, leaf, { last, root }));
      leaf = newLeaf(store.add());
    }
    const bytes = store.reserve(0);
    const at = putVarint(bytes, putVarint(bytes, takeCell(bytes, leaf, cell), length), i + 1);
    const tail = spread(store, [head, ...bodies], { at, local });
    if (tail !== 0) put32(bytes, at + local, tail);
    last = i + 1;
  }
  if (leaf.number === root) closeLeaf(store.reserve(0), leaf);
  else putRoot([...leaves, closed(store, leaf, { last, root })], root, store);
}

/** Writes the pieces at `at` and, from `local` bytes on, on new pages; the number of the first of them, 0 when there is none. Room was reserved. */
function spread(store: PageStore, pieces: readonly Uint8Array[], { at, local }: { readonly at: number; readonly local: number }): number {
  const bytes = store.reserve(0);
  let place = at;
  let room = local;
  let first = 0;
  let page = 0;
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; ) {
      if (room === 0) {
        const next = store.add();
        if (page === 0) first = next;
        else put32(bytes, (page - 1) * PAGE, next);
        page = next;
        place = (page - 1) * PAGE + 4;
        room = PAGE - 4;
      }
      const size = Math.min(room, piece.length - from);
      bytes.set(piece.subarray(from, from + size), place);
      place += size;
      room -= size;
      from += size;
    }
  }
  return first;
}

const encoder = new TextEncoder();

function recordOf(cells: readonly Cell[]) {
  const parts = [{ type: NULL_TYPE, body: new Uint8Array() }, ...cells.map(cellOf)];
  const types = parts.reduce((sum, { type }) => sum + varintLength(type), 0);
  // from 127 on the length of the header takes two bytes, and counts itself
  const size = types + (types < 127 ? 1 : 2);
  const head = new Uint8Array(size);
  let at = putVarint(head, 0, size);
  for (const { type } of parts) at = putVarint(head, at, type);
  const bodies = parts.map(({ body }) => body);
  return { head, bodies, length: bodies.reduce((sum, body) => sum + body.length, size) };
}

function cellOf(cell: Cell): { readonly type: number; readonly body: Uint8Array } {
  if (cell === null) return { type: NULL_TYPE, body: new Uint8Array() };
  if (typeof cell === 'string') {
    const body = encoder.encode(cell);
    return { type: textType(body.length), body };
  }
  if (typeof cell !== 'number') return { type: 12 + 2 * cell.length, body: cell };
  const scratch = new Uint8Array(8);
  if (Number.isInteger(cell)) {
    const type = integerType(cell);
    return { type, body: scratch.slice(0, putInteger(scratch, 0, cell, type)) };
  }
  new DataView(scratch.buffer).setFloat64(0, cell);
  return { type: REAL_TYPE, body: scratch };
}

function closed(store: PageStore, leaf: Leaf, { last, root }: { readonly last: number; readonly root: number }): Child {
  closeLeaf(store.reserve(0), leaf);
  return { number: leaf.number === root ? store.moveOut(root) : leaf.number, last };
}
