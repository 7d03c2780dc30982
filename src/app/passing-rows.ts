/** What passes between threads as columns: typed arrays, on shared memory, and lists of plain objects that all have the same keys. */

export type Column = Uint8Array | Float64Array;

/** On shared memory as it is, or copied there. */
export function sharedColumn<C extends Column>(column: C): C {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  // a Buffer is a Uint8Array with ways of its own
  const Kind = (Buffer.isBuffer(column) ? Uint8Array : column.constructor) as new (buffer: SharedArrayBuffer) => C;
  const copy = new Kind(new SharedArrayBuffer(column.byteLength));
  copy.set(column);
  return copy;
}

/** Fewer rows are not worth their columns. */
const FEWEST = 8;

/** `__proto__` would be taken for the prototype when the rows are made again. */
export function isRows(value: object): value is readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value) || value.length < FEWEST || !isPlain(value[0])) return false;
  const keys = Object.keys(value[0]);
  if (keys.includes('__proto__')) return false;
  return value.every(row => isPlain(row) && haveSame(Object.keys(row), keys));
}

const haveSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((key, i) => key === b[i]);

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
