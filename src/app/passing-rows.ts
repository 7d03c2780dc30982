/** What passes between threads as columns: typed arrays, on shared memory, and lists of plain objects that all have the same keys. */

/** What marks an object that stands for another value. */
export const MARK = '#';

export type Rows = {
  readonly [MARK]: 'rows';
  readonly count: number;
  readonly keys: readonly string[];
  readonly columns: readonly PassingColumn[];
};

/** Numbers alone, or the words that occur and which of them each row has; without codes each row has its own. */
export type PassingColumn = {
  readonly numbers?: Float64Array;
  readonly words: readonly unknown[];
  readonly codes?: Uint32Array;
};

export function columnOf(values: readonly unknown[]): PassingColumn {
  if (values.every(value => typeof value === 'number')) return { numbers: sharedColumn(Float64Array.from(values)), words: [] };
  const words = [...new Set(values)];
  // a set does not tell -0 from 0
  if (words.length * 2 > values.length || values.some(value => Object.is(value, -0))) return { words: values };
  const places = new Map(words.map((word, i) => [word, i]));
  return { words, codes: sharedColumn(Uint32Array.from(values, value => places.get(value)!)) };
}

export type Column = Uint8Array | Uint32Array | Float64Array;

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
