/**
 * Values on their way between threads. Columns are laid on shared memory, copied there once and never again; a Decimal would lose its
 * prototype and goes as its exact text; everything else is what a structured clone takes. A value met twice stays one value.
 */
import { Decimal } from '../money.ts';

/** What marks a value that stands for another one; a plain object that has this very key is marked too. */
const MARK = '#';
type Marked = { readonly [MARK]: 'decimal'; readonly text: string } | { readonly [MARK]: 'object'; readonly of: Record<string, unknown> };

export const pack = (value: unknown): unknown => rebuilt(value, packed);
export const unpack = (value: unknown): unknown => rebuilt(value, unpacked);

type Inner = (value: unknown) => unknown;

function packed(value: object, inner: Inner): unknown {
  if (Decimal.isDecimal(value)) return { [MARK]: 'decimal', text: value.valueOf() } satisfies Marked;
  if (ArrayBuffer.isView(value)) return shared(value as Column);
  if (!Array.isArray(value) && Object.hasOwn(value, MARK)) return { [MARK]: 'object', of: entriesOf(value, inner) } satisfies Marked;
  return partsOf(value, inner);
}

function unpacked(value: object, inner: Inner): unknown {
  if (ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value) || !Object.hasOwn(value, MARK)) return partsOf(value, inner);
  const marked = value as Marked;
  return marked[MARK] === 'decimal' ? new Decimal(marked.text) : entriesOf(marked.of, inner);
}

/** Every object is made once, however often it is met; what holds nothing to change stays the object it is. */
function rebuilt(value: unknown, make: (value: object, inner: Inner) => unknown): unknown {
  const made = new Map<object, unknown>();
  const inner: Inner = one => {
    if (typeof one === 'function' || typeof one === 'symbol') throw new Error(`${String(one)} cannot pass between threads`);
    if (typeof one !== 'object' || one === null) return one;
    if (made.has(one)) return made.get(one);
    const result = make(one, inner);
    made.set(one, result);
    return result;
  };
  return inner(value);
}

function partsOf(value: object, inner: Inner): unknown {
  if (Array.isArray(value)) return itemsOf(value, inner);
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [inner(key), inner(one)]));
  if (value instanceof Set) return new Set([...value].map(inner));
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return entriesOf(value, inner);
  throw new Error(`a ${value.constructor.name} cannot pass between threads`);
}

function itemsOf(items: readonly unknown[], inner: Inner): readonly unknown[] {
  const same = items.every(item => typeof item === 'string' || typeof item === 'number');
  return same ? items : items.map(inner);
}

const entriesOf = (value: object, inner: Inner): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inner(one)]));

type Column = Uint8Array;

function shared(column: Column): Column {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  // a Buffer is a Uint8Array with ways of its own
  const Kind = (Buffer.isBuffer(column) ? Uint8Array : column.constructor) as typeof Uint8Array;
  const copy = new Kind(new SharedArrayBuffer(column.byteLength));
  copy.set(column);
  return copy;
}
