/** Pages of a table tree, filled from the end as SQLite does (file format, section 1.6), behind the pages of the database they join. */
import { putVarint } from './varint.ts';

const LEAF = 0x0d;
const INTERIOR = 0x05;
const LEAF_HEADER = 8;
const INTERIOR_HEADER = 12;

/** The page size of an empty sql.js database; the largest payload a leaf keeps without overflow pages is the page less 35 bytes. */
export const PAGE = 4_096;
export const LARGEST_PAYLOAD = PAGE - 35;

/** An image is handed on with what was reserved and not used, unless that is more than this part of it. */
const SPARE = 1 / 8;

/**
 * On memory that threads share: whoever asks SQLite does so in another one, and a gigabyte is not copied on its way there.
 * Pages are numbered from 1; `expected` more are to come. `reserve` may move the bytes; between two of them they stay where they are.
 */
export function pageStore(base: Uint8Array, expected = 0) {
  let bytes = shared(base.length + expected * PAGE);
  bytes.set(base);
  let pages = base.length / PAGE;
  return {
    reserve(more: number): Uint8Array {
      const needed = (pages + more) * PAGE;
      if (needed > bytes.length) {
        const larger = shared(Math.max(needed, Math.ceil((bytes.length * 3) / 2)));
        larger.set(bytes.subarray(0, pages * PAGE));
        bytes = larger;
      }
      return bytes;
    },
    /** A new empty page; room for it was reserved. */
    add: (): number => ++pages,
    /** Takes the page added last out again and lays its bytes elsewhere. */
    moveLast(root: number): void {
      const from = (pages - 1) * PAGE;
      bytes.copyWithin((root - 1) * PAGE, from, from + PAGE);
      bytes.fill(0, from, from + PAGE);
      pages--;
    },
    /** A new page with the bytes of this one, which is empty afterwards; room for it was reserved. */
    moveOut(page: number): number {
      const from = (page - 1) * PAGE;
      bytes.copyWithin(pages * PAGE, from, from + PAGE);
      bytes.fill(0, from, from + PAGE);
      return ++pages;
    },
    count: (): number => pages,
    /** Exactly the pages. A copy of a gigabyte costs more than a little room behind it. */
    image(): Uint8Array {
      const size = pages * PAGE;
      if (bytes.length - size <= size * SPARE) return bytes.subarray(0, size);
      const image = shared(size);
      image.set(bytes.subarray(0, size));
      return image;
    },
  };
}
const shared = (size: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(size));

export type PageStore = ReturnType<typeof pageStore>;

/** Room for cells in a page: pointers grow from the header, cells from the end. */
export type Leaf = { readonly number: number; cells: number; content: number };

export const newLeaf = (number: number): Leaf => ({ number, cells: 0, content: PAGE });

export const fitsLeaf = ({ cells, content }: Leaf, length: number): boolean => LEAF_HEADER + 2 * (cells + 1) + length <= content;

/** Takes room for a cell and returns where in the bytes it begins. */
export function takeCell(bytes: Uint8Array, leaf: Leaf, length: number): number {
  const start = startOf(leaf.number);
  leaf.content -= length;
  put16(bytes, start + LEAF_HEADER + 2 * leaf.cells, leaf.content);
  leaf.cells++;
  return start + leaf.content;
}

export function closeLeaf(bytes: Uint8Array, { number, cells, content }: Leaf): void {
  const start = startOf(number);
  bytes[start] = LEAF;
  put16(bytes, start + 3, cells);
  put16(bytes, start + 5, content);
}

/** A page below another one, and the largest row number in it. */
export type Child = { readonly number: number; readonly last: number };

/** Children an interior page certainly holds: 4 bytes page number, at most 6 of row number, 2 of pointer; the right-most one is in the header. */
export const CHILDREN = Math.floor((PAGE - INTERIOR_HEADER) / 12);

export function writeInterior(bytes: Uint8Array, number: number, children: readonly Child[]): void {
  const start = startOf(number);
  const scratch = new Uint8Array(12);
  let content = PAGE;
  bytes.fill(0, start, start + PAGE);
  for (const [i, child] of children.slice(0, -1).entries()) {
    put32(scratch, 0, child.number);
    const length = putVarint(scratch, 4, child.last);
    content -= length;
    bytes.set(scratch.subarray(0, length), start + content);
    put16(bytes, start + INTERIOR_HEADER + 2 * i, content);
  }
  bytes[start] = INTERIOR;
  put16(bytes, start + 3, children.length - 1);
  put16(bytes, start + 5, content);
  put32(bytes, start + 8, children.at(-1)!.number);
}

export function put32(bytes: Uint8Array, at: number, value: number): void {
  put16(bytes, at, value >>> 16);
  put16(bytes, at + 2, value & 0xffff);
}

function put16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >> 8;
  bytes[at + 1] = value;
}

const startOf = (page: number): number => (page - 1) * PAGE;
