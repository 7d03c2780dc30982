/** A load as bytes and back. The columns are the arrays themselves; a dictionary is a JSON text; nothing is worked out or left out. */
import { createHash } from 'node:crypto';
import type { Change } from '../../stay/merge-loads.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { type FlatTable, flatTable, type NumberArray, stayTableOf, type TableColumn, type TableColumns } from '../../stay/table-columns.ts';
import { Misfit } from '../image/read-image.ts';
import type { SavedLoad, StoredColumn } from './saved.ts';
import { refuseUnsound } from './sound-load.ts';

/** Columns of item lines stand beside those of the rows under this name. */
const LINES = 'charges.';
/** Lines that wait for stays of other loads, and the numbers that name those stays. */
const WAITING = 'waiting.';
const NAMED = 'named.';

export type NewLoad = Pick<SavedLoad, 'load' | 'at' | 'findings'> & { readonly table: StayTable };

export function storedLoad({ load, at, findings, table }: NewLoad): SavedLoad {
  const { count, columns, lines, waiting, files } = flatTable(table);
  const stored = [
    ...storedColumns(columns, ''),
    ...(lines ? storedColumns(lines.columns, LINES) : []),
    ...(waiting ? [...storedColumns(waiting.lines.columns, WAITING), ...storedColumns(waiting.named, NAMED)] : []),
  ];
  if (isAllUsed(table.dx) && isAllUsed(table.px)) tables.set(stored, table);
  const kept = { load, at, files, findings, rows: count, lines: (lines?.count ?? 0) + (waiting?.lines.count ?? 0), columns: stored };
  return { ...kept, state: 'in_force', sha256: hashOfLoad(kept) };
}

/**
 * The tables of columns that somebody holds. A step asks for each several times, and a dictionary of a million numbers of patients read anew
 * each time is a second and a hundred megabytes.
 */
const tables = new WeakMap<SavedLoad['columns'], StayTable>();

export function tableOfLoad(load: SavedLoad): StayTable {
  const known = tables.get(load.columns);
  if (known) return known;
  const table = tableOfColumns(load);
  tables.set(load.columns, table);
  return table;
}

const tableOfColumns = (load: SavedLoad): StayTable => stayTableOf(flatOfLoad(load));

/** @throws Misfit for columns that make no table; for whoever reads a file of somebody else. */
export function refuseUnsoundLoad(load: SavedLoad): void {
  refuseUnsound(flatOfLoad(load));
}

function flatOfLoad({ rows, lines, files, columns }: SavedLoad): FlatTable {
  const own = columns.filter(({ name }) => ![LINES, WAITING, NAMED].some(before => name.startsWith(before)));
  const waiting = partNamed(columns, WAITING);
  const waits = waiting ? countOf(waiting) : 0;
  const ofLines = partNamed(columns, LINES);
  return {
    count: rows,
    files,
    columns: tableColumns(own),
    lines: ofLines && { count: lines - waits, columns: ofLines },
    waiting: waiting && { lines: { count: waits, columns: waiting }, named: partNamed(columns, NAMED) ?? new Map() },
  };
}

/** The columns under a name, undefined where there are none. */
function partNamed(columns: readonly StoredColumn[], before: string): TableColumns | undefined {
  const part = columns.flatMap(({ name, ...column }) => (name.startsWith(before) ? [{ name: name.slice(before.length), ...column }] : []));
  return part.length > 0 ? tableColumns(part) : undefined;
}

function countOf(lines: TableColumns): number {
  const stay = lines.get('stay');
  return stay?.kind === 'numbers' ? stay.values.length : 0;
}

/** Changes with any byte of the load and with anything said about it. */
export function hashOfLoad({ load, at, files, findings, rows, lines, columns }: Omit<SavedLoad, 'sha256' | 'state'>): string {
  const hash = createHash('sha256').update(JSON.stringify([load, at, files, findings, rows, lines]));
  for (const { name, kind, bytes } of columns) hash.update(`\n${name} ${kind} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}

export const hashOfChanges = (list: readonly Change[]): string =>
  createHash('sha256')
    .update(JSON.stringify(list.map(({ key, field, before, after }) => [key, field, before, after])))
    .digest('hex');

/** Room behind the last code is not stored. */
const isAllUsed = ({ offsets, codes }: StayTable['dx']): boolean => offsets.at(-1) === codes.length;

const storedColumns = (columns: TableColumns, before: string): readonly StoredColumn[] =>
  [...columns].flatMap(([name, column]) => storedColumn(before + name, column));

function storedColumn(name: string, column: TableColumn): readonly StoredColumn[] {
  switch (column.kind) {
    case 'numbers':
      return [numbers(name, column.values)];
    case 'words':
      return [numbers(`${name}/codes`, column.codes), text(`${name}/words`, column.words)];
    case 'lists':
      return [
        numbers(`${name}/offsets`, column.offsets),
        numbers(`${name}/codes`, column.codes.subarray(0, column.offsets.at(-1))),
        text(`${name}/words`, column.words),
      ];
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const text = (name: string, words: readonly string[]): StoredColumn => ({
  name,
  kind: 'text',
  bytes: encoder.encode(JSON.stringify(words)),
});

const numbers = (name: string, values: NumberArray): StoredColumn => ({
  name,
  kind: kindOf(values),
  bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
});

function kindOf(values: NumberArray): Exclude<StoredColumn['kind'], 'text'> {
  if (values instanceof Uint8Array) return 'u8';
  if (values instanceof Uint16Array) return 'u16';
  if (values instanceof Uint32Array) return 'u32';
  if (values instanceof Int16Array) return 'i16';
  return values instanceof Int32Array ? 'i32' : 'f64';
}

function tableColumns(stored: readonly StoredColumn[]): TableColumns {
  const byName = new Map(stored.map(column => [column.name, column]));
  const numbersOf = <A extends NumberArray>(name: string): A => arrayOf(byName.get(name)) as A;
  const names = new Set(stored.map(({ name }) => name.split('/')[0]!));
  return new Map(
    [...names].map((name): readonly [string, TableColumn] => {
      if (byName.has(name)) return [name, { kind: 'numbers', values: numbersOf(name) }];
      const codes = numbersOf<Uint32Array>(`${name}/codes`);
      const words = wordsOf(byName.get(`${name}/words`));
      if (!byName.has(`${name}/offsets`)) return [name, { kind: 'words', codes, words }];
      return [name, { kind: 'lists', offsets: numbersOf<Uint32Array>(`${name}/offsets`), codes, words }];
    }),
  );
}

const wordsOf = (column: StoredColumn | undefined): readonly string[] =>
  column ? (JSON.parse(decoder.decode(column.bytes)) as readonly string[]) : [];

const arrays = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i16: Int16Array, i32: Int32Array, f64: Float64Array };

/** On the same memory where it lies on whole cells and drags nothing large along, otherwise a copy. */
function arrayOf(column: StoredColumn | undefined): NumberArray {
  if (!column || column.kind === 'text') return new Uint32Array();
  const { bytes, kind } = column;
  if (!Object.hasOwn(arrays, kind)) throw new Misfit(`a column of ${kind}`);
  const { BYTES_PER_ELEMENT: size } = arrays[kind];
  const isOwn = bytes.byteOffset % size === 0 && bytes.buffer.byteLength - bytes.byteLength < 1_000;
  const { buffer, byteOffset, byteLength } = isOwn ? bytes : new Uint8Array(bytes);
  return new arrays[kind](buffer as ArrayBuffer, byteOffset, byteLength / size);
}
