/**
 * A compiled catalogue as bytes, ready again in a few milliseconds: mark, version, length of the words, the words as JSON, then the number
 * columns one after another, each on a boundary of four. Bytes of another version, or of a machine with the other byte order, are refused.
 */
import type { CompiledCatalogue } from './compiled.ts';

const MARK = 0x47_58_4d_43; // "CMXG" read in little-endian order
const VERSION = 1;
const HEAD = 12;

export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

type Column = Uint8Array | Uint16Array | Uint32Array | Int16Array;
const columnKinds = { Uint8Array, Uint16Array, Uint32Array, Int16Array };
type ColumnKind = keyof typeof columnKinds;
/** Stands for a column in the JSON: its kind, where it begins after the JSON, and its length. */
type Place = { readonly column: ColumnKind; readonly at: number; readonly length: number };

export function encodeSnapshot(compiled: CompiledCatalogue): Uint8Array {
  const columns: Column[] = [];
  let next = 0;
  const json = JSON.stringify(compiled, (_, value: unknown) => {
    const column = kindOf(value);
    if (column === undefined) return value;
    const place: Place = { column, at: next, length: (value as Column).length };
    columns.push(value as Column);
    next += aligned((value as Column).byteLength);
    return place;
  });
  const words = new TextEncoder().encode(json);
  const start = HEAD + aligned(words.length);
  const bytes = new Uint8Array(start + next);
  bytes.set(new Uint8Array(Uint32Array.of(MARK, VERSION, words.length).buffer));
  bytes.set(words, HEAD);
  let at = start;
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += aligned(column.byteLength);
  }
  return bytes;
}

/** @throws SnapshotError when the bytes are no snapshot of this version, or not whole. */
export function decodeSnapshot(given: Uint8Array): CompiledCatalogue {
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  if (bytes.length < HEAD) throw new SnapshotError('too short for a snapshot');
  const [mark, version, length] = new Uint32Array(bytes.buffer, bytes.byteOffset, 3) as unknown as [number, number, number];
  if (mark !== MARK) throw new SnapshotError('not a snapshot of a catalogue');
  if (version !== VERSION) throw new SnapshotError(`snapshot version ${version} where ${VERSION} was expected`);
  const start = HEAD + aligned(length);
  if (bytes.length < start) throw new SnapshotError('the snapshot is cut off');
  const json = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, HEAD + length))) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, hasNoColumns.has(key) ? value : filled(value, bytes, start)]),
  ) as CompiledCatalogue;
}

/** Parts made of words and conditions only, which need not be searched for columns. */
const hasNoColumns = new Set(['groups', 'mdcs', 'rows', 'chains', 'lists', 'exclusionGroups']);

function filled(value: unknown, bytes: Uint8Array, start: number): unknown {
  if (Array.isArray(value)) return value.map(each => filled(each, bytes, start));
  if (typeof value !== 'object' || value === null) return value;
  if (isPlace(value)) {
    const kind = columnKinds[value.column];
    const at = start + value.at;
    if (at + value.length * kind.BYTES_PER_ELEMENT > bytes.length) throw new SnapshotError('the snapshot is cut off');
    return new kind(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, value.length);
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, bytes, start)]));
}

const isPlace = (value: object): value is Place => 'column' in value && 'at' in value;

const kindOf = (value: unknown): ColumnKind | undefined =>
  (Object.keys(columnKinds) as ColumnKind[]).find(kind => value instanceof columnKinds[kind]);

const aligned = (length: number): number => Math.ceil(length / 4) * 4;
