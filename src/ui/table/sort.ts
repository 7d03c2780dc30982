/** Orders rows by columns, ties in the order they came in: one radix pass per 16 bits that differ, so a million rows take a moment. */
import { atOnce, inTurns, type Slow, scaled } from '../work.ts';
import type { Column, Sheet } from './sheet.ts';
import type { Sort } from './spec.ts';

const DIGITS = 4;
const RADIX = 1 << 16;
/** Rows dealt into their buckets at a time: each is written somewhere else, which is ten times a look. */
const DEALT = 8_192;

/** The last key first: each pass keeps the order of equals, so the first key decides in the end. */
export function* sortRows(rows: Uint32Array, { columns }: Sheet, sorts: readonly Sort[]): Slow<Uint32Array> {
  let order = rows;
  for (const [done, { key, descending }] of [...sorts].reverse().entries()) {
    const column = columns.find(one => one.key === key);
    if (column) order = yield* scaled(sortedBy(order, column, descending), done, sorts.length);
  }
  return order;
}

/** For small tables. */
export const byNumber = (rows: Uint32Array, value: (row: number) => number, descending: boolean): Uint32Array =>
  atOnce(sortedBy(rows, { value }, descending));

type Ordering = Pick<Column, 'value' | 'values' | 'ready'>;

export function* sortedBy(rows: Uint32Array, column: Ordering, descending: boolean): Slow<Uint32Array> {
  if (column.ready) yield* column.ready();
  const digits = yield* digitsOf(rows, column, descending);
  const counts = yield* countsOf(digits);
  let order = yield* placesOf(rows.length);
  let next: Uint32Array = new Uint32Array(rows.length);
  for (const [digit, count] of counts.entries()) {
    yield (digit + 1) / (DIGITS + 1);
    if (!turnedToStarts(count, rows.length)) continue;
    const [from, to] = [order, next];
    const dealt = inTurns(
      rows.length,
      (first, end) => {
        for (let i = first; i < end; i++) {
          const place = from[i]!;
          to[count[digits[place * DIGITS + digit]!]!++] = place;
        }
      },
      DEALT,
    );
    yield* scaled(dealt, digit + 1, DIGITS + 1);
    [order, next] = [to, from];
  }
  const places = order;
  yield* inTurns(rows.length, (from, to) => {
    for (let i = from; i < to; i++) places[i] = rows[places[i]!]!;
  });
  return places;
}

export function* placesOf(count: number): Slow<Uint32Array> {
  const places = new Uint32Array(count);
  yield* inTurns(count, (from, to) => {
    for (let place = from; place < to; place++) places[place] = place;
  });
  return places;
}

/** The bits of a double, turned so that unsigned comparison orders them: negative numbers flipped whole, others get the sign bit. */
function* digitsOf(rows: Uint32Array, column: Ordering, descending: boolean): Slow<Uint16Array> {
  const numbers = new Float64Array(rows.length);
  const digits = new Uint16Array(numbers.buffer);
  const read = column.values ? fromValues(rows, numbers, column.values) : fromCalls(rows, numbers, column);
  yield* scaled(
    inTurns(rows.length, (from, to) => {
      read(from, to);
      if (descending) for (let i = from; i < to; i++) numbers[i] = -numbers[i]!;
      for (let i = from; i < to; i++) {
        const number = numbers[i]!;
        // NaN is missing and comes last both ways. + 0 makes one zero of both.
        numbers[i] = Number.isNaN(number) ? Number.POSITIVE_INFINITY : number + 0;
      }
      for (let at = from * DIGITS; at < to * DIGITS; at += DIGITS) {
        const negative = digits[at + 3]! & 0x8000;
        const flip = negative ? 0xffff : 0;
        digits[at]! ^= flip;
        digits[at + 1]! ^= flip;
        digits[at + 2]! ^= flip;
        digits[at + 3]! ^= negative ? 0xffff : 0x8000;
      }
    }),
    0,
    DIGITS + 1,
  );
  return digits;
}

const fromValues = (rows: Uint32Array, numbers: Float64Array, values: Float64Array) => (from: number, to: number) => {
  for (let i = from; i < to; i++) numbers[i] = values[rows[i]!]!;
};

const fromCalls = (rows: Uint32Array, numbers: Float64Array, column: Ordering) => (from: number, to: number) => {
  for (let i = from; i < to; i++) numbers[i] = column.value(rows[i]!);
};

/** How often each digit occurs, for the four digits at once. */
function* countsOf(digits: Uint16Array): Slow<readonly Uint32Array[]> {
  const counts = Array.from({ length: DIGITS }, () => new Uint32Array(RADIX));
  const [a, b, c, d] = counts as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  yield* scaled(
    inTurns(digits.length / DIGITS, (from, to) => {
      for (let at = from * DIGITS; at < to * DIGITS; at += DIGITS) {
        a[digits[at]!]!++;
        b[digits[at + 1]!]!++;
        c[digits[at + 2]!]!++;
        d[digits[at + 3]!]!++;
      }
    }),
    0,
    DIGITS + 1,
  );
  return counts;
}

/** Counts become the places where the buckets begin; false when all rows share one bucket and the pass would change nothing. */
function turnedToStarts(counts: Uint32Array, rows: number): boolean {
  let start = 0;
  for (let bucket = 0; bucket < RADIX; bucket++) {
    const size = counts[bucket]!;
    if (size === rows) return false;
    counts[bucket] = start;
    start += size;
  }
  return true;
}
