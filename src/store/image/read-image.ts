/**
 * The rows of a database file without SQLite: nothing that stands in a file from elsewhere is carried out, and a column of a load is read at
 * the speed of a copy. Any page may be anything (a damaged file): what does not fit ends in a Misfit, never in an endless walk.
 */
import { PAGE } from './pages.ts';

export type Cell = number | string | Uint8Array | null;
export type Row = { readonly number: number; readonly cells: readonly Cell[] };

/** The bytes are not what the format allows; whoever asked says which file it was. */
export class Misfit extends Error {
  override readonly name = 'Misfit';
}

const MAGIC = 'SQLite format 3\0';
const PAGE_SIZE_AT = 16;
const RESERVED_AT = 20;
const PAGE_COUNT_AT = 28;
const FILE_HEADER = 100;

const INDEX_INTERIOR = 0x02;
const TABLE_INTERIOR = 0x05;
const INDEX_LEAF = 0x0a;
const TABLE_LEAF = 0x0d;
const DEEPEST = 20;

export type Image = { readonly bytes: Uint8Array; readonly view: DataView; readonly pages: number };

/** Whether the bytes begin like a database. */
export const isDatabase = (bytes: Uint8Array): boolean =>
  bytes.length >= MAGIC.length && latin1.decode(bytes.subarray(0, MAGIC.length)) === MAGIC;

/** @throws Misfit where the file is shorter or longer than it says, or of a kind that casemix does not write. */
export function imageOf(given: Uint8Array): Image {
  if (!isDatabase(given) || given.length < FILE_HEADER) throw new Misfit('no database');
  // a Buffer is a Uint8Array whose slices are not copies
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(PAGE_SIZE_AT) !== PAGE || bytes[RESERVED_AT] !== 0) throw new Misfit('other pages');
  const pages = view.getUint32(PAGE_COUNT_AT);
  if (pages * PAGE !== bytes.length) throw new Misfit(`${pages} pages in ${bytes.length} bytes`);
  return { bytes, view, pages };
}

/** Objects of the schema in the order they were made. */
export type SchemaRow = { readonly type: string; readonly name: string; readonly root: number; readonly sql: string };

export function schemaOf(image: Image): readonly SchemaRow[] {
  return Array.from(rowsAt(image, 1), ({ cells: [type, name, , root, sql] }) => {
    if (typeof type !== 'string' || typeof name !== 'string' || typeof root !== 'number') throw new Misfit('schema');
    return { type, name, root, sql: typeof sql === 'string' ? sql : '' };
  });
}

/** Rows of the table whose root is this page, in order; tables without row numbers count theirs from 1. */
export function* rowsAt(image: Image, root: number): Generator<Row, void, void> {
  let left = image.pages;
  let counted = 0;
  yield* below(root, 0);

  function* below(page: number, depth: number): Generator<Row, void, void> {
    if (page < 1 || page > image.pages || depth > DEEPEST || left-- <= 0) throw new Misfit(`page ${page}`);
    const { bytes, view } = image;
    const start = (page - 1) * PAGE;
    const header = start + (page === 1 ? FILE_HEADER : 0);
    const kind = bytes[header]!;
    const cells = view.getUint16(header + 3);
    const interior = kind === TABLE_INTERIOR || kind === INDEX_INTERIOR;
    if (!interior && kind !== TABLE_LEAF && kind !== INDEX_LEAF) throw new Misfit(`page ${page} of kind ${kind}`);
    const pointers = header + (interior ? 12 : 8);
    if (pointers + 2 * cells > start + PAGE) throw new Misfit(`page ${page} with ${cells} cells`);
    for (let i = 0; i < cells; i++) {
      let at = start + view.getUint16(pointers + 2 * i);
      if (interior) {
        yield* below(view.getUint32(at), depth + 1);
        at += 4;
      }
      if (kind === TABLE_INTERIOR) continue;
      const [length, afterLength] = varintAt(bytes, at);
      const [number, body] = kind === TABLE_LEAF ? varintAt(bytes, afterLength) : [++counted, afterLength];
      yield { number, cells: recordOf(payloadAt(image, body, { length, leaf: kind === TABLE_LEAF })) };
    }
    if (interior) yield* below(view.getUint32(header + 8), depth + 1);
  }
}

/** Bytes of a cell that stay on its page; the rest lies on pages of its own (file format, section 1.6). */
export function localPart(length: number, leaf: boolean): number {
  const most = leaf ? PAGE - 35 : Math.floor(((PAGE - 12) * 64) / 255) - 23;
  if (length <= most) return length;
  const least = Math.floor(((PAGE - 12) * 32) / 255) - 23;
  const even = least + ((length - least) % (PAGE - 4));
  return even <= most ? even : least;
}

function payloadAt(
  { bytes, view, pages }: Image,
  at: number,
  { length, leaf }: { readonly length: number; readonly leaf: boolean },
): Uint8Array {
  const local = localPart(length, leaf);
  if (length > bytes.length || at + local > bytes.length) throw new Misfit(`a record of ${length} bytes`);
  if (local === length) return bytes.subarray(at, at + length);
  // ends on a whole eight bytes: a column of numbers at the end of its record can be used where it lies
  const room = 8 * Math.ceil(length / 8);
  const payload = new Uint8Array(new ArrayBuffer(room), room - length);
  payload.set(bytes.subarray(at, at + local));
  let done = local;
  let page = view.getUint32(at + local);
  while (done < length) {
    if (page < 1 || page > pages) throw new Misfit(`page ${page}`);
    const start = (page - 1) * PAGE;
    const size = Math.min(PAGE - 4, length - done);
    payload.set(bytes.subarray(start + 4, start + 4 + size), done);
    done += size;
    page = view.getUint32(start);
  }
  return payload;
}

function recordOf(payload: Uint8Array): readonly Cell[] {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const [headerLength, first] = varintAt(payload, 0);
  if (headerLength > payload.length) throw new Misfit('a header longer than its record');
  const cells: Cell[] = [];
  let type = first;
  let body = headerLength;
  while (type < headerLength) {
    const [serial, next] = varintAt(payload, type);
    type = next;
    const length = bodyOf(serial);
    if (body + length > payload.length) throw new Misfit('a cell longer than its record');
    cells.push(cellOf(payload, view, { serial, body, length }));
    body += length;
  }
  return cells;
}

/** By serial type below 12; from there on blobs are even, texts odd (file format, section 2.1). */
const bodies = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];
const bodyOf = (serial: number): number => bodies[serial] ?? Math.floor((serial - 12) / 2);

type At = { readonly serial: number; readonly body: number; readonly length: number };

function cellOf(payload: Uint8Array, view: DataView, { serial, body, length }: At): Cell {
  if (serial === 0) return null;
  if (serial === 7) return view.getFloat64(body);
  if (serial === 8 || serial === 9) return serial - 8;
  if (serial < 7) return integerAt(view, body, length);
  if (serial < 12) throw new Misfit(`a cell of type ${serial}`);
  const own = payload.subarray(body, body + length);
  return serial % 2 === 0 ? own : utf8.decode(own);
}

function integerAt(view: DataView, at: number, length: number): number {
  let value = view.getInt8(at);
  for (let i = 1; i < length; i++) value = value * 256 + view.getUint8(at + i);
  return value;
}

/** The number and the place behind it. */
function varintAt(bytes: Uint8Array, at: number): readonly [value: number, next: number] {
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) throw new Misfit('a number behind the end');
    value = value * 128 + (byte & 127);
    if (byte < 128) return [value, at + i + 1];
  }
  throw new Misfit('a number of nine bytes');
}

const latin1 = new TextDecoder('latin1');
const utf8 = new TextDecoder();
