/**
 * Values on their way between threads. Columns are laid on shared memory, copied there once and never again; a Decimal would lose its
 * prototype and goes as its exact text; rows of one shape go as columns, because the other thread stands still while it reads objects.
 * A list or map met twice stays one.
 */
import { Decimal } from '../money.ts';
import { type Column, isRows, sharedColumn } from './passing-rows.ts';

/** What marks a value that stands for another one; a plain object that has this very key is marked too. */
const MARK = '#';
/** What begins the text of a Decimal; a text that begins so by itself begins twice so. */
const EXACT = '\u0001';

type Rows = Extract<Marked, { readonly [MARK]: 'rows' }>;
type Marked =
  | { readonly [MARK]: 'object'; readonly of: Readonly<Record<string, unknown>> }
  | { readonly [MARK]: 'rows'; readonly count: number; readonly keys: readonly string[]; readonly columns: readonly Passing[] };
/** A column of whole rows: numbers alone on shared memory, anything else one by one. */
type Passing = Float64Array | readonly unknown[];

export function pack(value: unknown): unknown {
  const made = new Map<object, unknown>();
  const inner = (one: unknown): unknown => {
    if (typeof one === 'string') return one.startsWith(EXACT) ? EXACT + one : one;
    if (typeof one === 'function' || typeof one === 'symbol') throw new Error(`${String(one)} cannot pass between threads`);
    if (typeof one !== 'object' || one === null) return one;
    if (!made.has(one)) made.set(one, packed(one, inner));
    return made.get(one);
  };
  return inner(value);
}

export const unpack = (value: unknown): unknown => unpacking()(value);

/** The same with pauses, so that keys are answered while much arrives: the cells of long lists first, a few milliseconds of them at a time. */
export async function unpackInTurns(value: unknown): Promise<unknown> {
  const unpacked = unpacking();
  let since = performance.now();
  for (const rows of rowsIn(value)) {
    for (const column of rows.columns) {
      if (ArrayBuffer.isView(column)) continue;
      for (let row = 0; row < rows.count; row++) {
        unpacked(column[row]);
        if (row % SEVERAL !== 0 || performance.now() - since < TURN) continue;
        await new Promise(resolve => setImmediate(resolve));
        since = performance.now();
      }
    }
    unpacked(rows);
  }
  return unpacked(value);
}

/** Milliseconds of a turn, and cells between two looks at the clock. */
const TURN = 4;
const SEVERAL = 32;

/** Every list of rows that is met, the innermost first. */
function rowsIn(value: unknown): readonly Rows[] {
  const found: Rows[] = [];
  const seen = new Set<object>();
  const look = (one: unknown): void => {
    if (typeof one !== 'object' || one === null || ArrayBuffer.isView(one) || seen.has(one)) return;
    seen.add(one);
    const parts = one instanceof Map || Array.isArray(one) ? one.values() : Object.values(one);
    for (const part of parts) if (typeof part === 'object') look(part);
    if (isMarked(one) && one[MARK] === 'rows') found.push(one);
  };
  look(value);
  return found;
}

const isMarked = (value: object): value is Marked => !Array.isArray(value) && Object.hasOwn(value, MARK);

function unpacking(): Inner {
  const made = new Map<object, unknown>();
  const exact = new Map<string, Decimal>();
  const inner = (one: unknown): unknown => {
    if (typeof one === 'string') return one.startsWith(EXACT) ? textOrExact(one, exact) : one;
    if (typeof one !== 'object' || one === null) return one;
    if (!made.has(one)) made.set(one, unpacked(one, inner));
    return made.get(one);
  };
  return inner;
}

type Inner = (value: unknown) => unknown;

function packed(value: object, inner: Inner): unknown {
  if (Decimal.isDecimal(value)) return EXACT + value.valueOf();
  if (ArrayBuffer.isView(value)) return sharedColumn(value as Column);
  if (isRows(value)) {
    const keys = Object.keys(value[0]!);
    const columns = keys.map(key => columnOf(value, key, inner));
    return { [MARK]: 'rows', count: value.length, keys: keys.map(inner) as string[], columns } satisfies Marked;
  }
  if (isMarked(value)) return { [MARK]: 'object', of: entriesOf(value, inner) } satisfies Marked;
  return partsOf(value, inner);
}

function columnOf(rows: readonly Readonly<Record<string, unknown>>[], key: string, inner: Inner): Passing {
  const values = rows.map(row => row[key]);
  return values.every(value => typeof value === 'number') ? sharedColumn(Float64Array.from(values)) : values.map(inner);
}

function unpacked(value: object, inner: Inner): unknown {
  if (ArrayBuffer.isView(value)) return value;
  if (!isMarked(value)) return partsOf(value, inner);
  return value[MARK] === 'rows' ? rowsOf(value, inner) : entriesOf(value.of, inner);
}

function rowsOf({ count, keys, columns }: Rows, inner: Inner): readonly object[] {
  const names = keys.map(inner) as string[];
  return Array.from({ length: count }, (_, row) => {
    const made: Record<string, unknown> = {};
    for (let c = 0; c < names.length; c++) made[names[c]!] = inner(columns[c]![row]);
    return made;
  });
}

/** The same number is made once: most prices share their rate and coefficient. */
function textOrExact(text: string, known: Map<string, Decimal>): unknown {
  if (text.startsWith(EXACT, EXACT.length)) return text.slice(EXACT.length);
  const made = known.get(text) ?? new Decimal(text.slice(EXACT.length));
  known.set(text, made);
  return made;
}

function partsOf(value: object, inner: Inner): unknown {
  if (Array.isArray(value)) return value.every(item => typeof item === 'number') ? value : value.map(inner);
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [inner(key), inner(one)]));
  if (value instanceof Set) return new Set([...value].map(inner));
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return entriesOf(value, inner);
  throw new Error(`a ${value.constructor.name} cannot pass between threads`);
}

const entriesOf = (value: object, inner: Inner): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inner(one)]));
