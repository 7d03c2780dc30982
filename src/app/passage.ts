/**
 * Values on their way between threads. Columns are laid on shared memory, copied there once and never again; a Decimal would lose its
 * prototype and goes as its exact text; rows of one shape go as columns, because the other thread stands still while it reads objects.
 * A list or map met twice stays one.
 */
import { Decimal } from '../money.ts';
import { type Column, columnOf, isRows, MARK, type Rows, sharedColumn } from './passing-rows.ts';

/** What crosses: `rows` are the lists of rows within `value`, the innermost first, so that they are found without a search. */
export type Packed = { readonly value: unknown; readonly rows: readonly Rows[] };

/** What begins the text of a Decimal; a text that begins so by itself begins twice so. */
const EXACT = '\u0001';

export function pack(value: unknown): Packed {
  const made = new Map<object, unknown>();
  const rows: Rows[] = [];
  const inner = (one: unknown): unknown => {
    if (typeof one === 'string') return one.startsWith(EXACT) ? EXACT + one : one;
    if (typeof one === 'function' || typeof one === 'symbol') throw new Error(`${String(one)} cannot pass between threads`);
    if (typeof one !== 'object' || one === null) return one;
    if (!made.has(one)) made.set(one, isRows(one) ? asRows(one) : packed(one, inner));
    return made.get(one);
  };
  const asRows = (list: readonly Readonly<Record<string, unknown>>[]): Rows => {
    const keys = Object.keys(list[0]!);
    const columns = keys.map(key => columnOf(list.map(row => inner(row[key]))));
    const found: Rows = { [MARK]: 'rows', count: list.length, keys, columns };
    rows.push(found);
    return found;
  };
  return { value: inner(value), rows };
}

export const unpack = ({ value }: Packed): unknown => unpacking()(value);

/** The same with pauses, so that keys are answered while much arrives: the cells of long lists first, a few milliseconds of them at a time. */
export async function unpackInTurns({ value, rows }: Packed): Promise<unknown> {
  const inner = unpacking();
  let since = performance.now();
  for (const list of rows) {
    for (const column of list.columns) {
      for (const [i, cell] of column.words.entries()) {
        inner(cell);
        if (i % SEVERAL !== 0 || performance.now() - since < TURN) continue;
        await new Promise(resolve => setImmediate(resolve));
        since = performance.now();
      }
    }
    inner(list);
  }
  return inner(value);
}

/** Milliseconds of a turn, and cells between two looks at the clock. */
const TURN = 4;
const SEVERAL = 32;

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
/** Stands for a plain object that has the key of the mark itself. */
type Wrapped = { readonly [MARK]: 'object'; readonly of: Readonly<Record<string, unknown>> };

const isMarked = (value: object): value is Rows | Wrapped => !Array.isArray(value) && Object.hasOwn(value, MARK);

function packed(value: object, inner: Inner): unknown {
  if (Decimal.isDecimal(value)) return EXACT + value.valueOf();
  if (ArrayBuffer.isView(value)) return sharedColumn(value as Column);
  return isMarked(value) ? ({ [MARK]: 'object', of: entriesOf(value, inner) } satisfies Wrapped) : partsOf(value, inner);
}

function unpacked(value: object, inner: Inner): unknown {
  if (ArrayBuffer.isView(value)) return value;
  if (!isMarked(value)) return partsOf(value, inner);
  return value[MARK] === 'rows' ? rowsOf(value, inner) : entriesOf(value.of, inner);
}

function rowsOf({ count, keys, columns }: Rows, inner: Inner): readonly object[] {
  const cells = columns.map(({ words, codes, numbers }) => {
    if (numbers) return (row: number) => numbers[row];
    const own = words.map(inner);
    return codes ? (row: number) => own[codes[row]!] : (row: number) => own[row];
  });
  return Array.from({ length: count }, (_, row) => {
    const made: Record<string, unknown> = {};
    for (let c = 0; c < keys.length; c++) made[keys[c]!] = cells[c]!(row);
    return made;
  });
}

/** The same number is made once: standard and benchmark of a price are often one. */
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
