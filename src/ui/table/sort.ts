/** Orders rows by columns, ties in the order they came in: one radix pass per 16 bits that differ, so a million rows take a moment. */
import type { Slow } from '../work.ts';
import type { Sheet } from './sheet.ts';
import type { Sort } from './spec.ts';

const DIGITS = 4;
const RADIX = 1 << 16;

/** The last key first: each pass keeps the order of equals, so the first key decides in the end. */
export function* sortRows(rows: Uint32Array, { columns }: Sheet, sorts: readonly Sort[]): Slow<Uint32Array> {
  let order = rows;
  for (const [done, { key, descending }] of [...sorts].reverse().entries()) {
    yield done / sorts.length;
    const column = columns.find(one => one.key === key);
    if (column) order = byNumber(order, row => column.value(row), descending);
  }
  return order;
}

export function byNumber(rows: Uint32Array, value: (row: number) => number, descending: boolean): Uint32Array {
  const digits = digitsOf(rows, value, descending);
  let order = rows.slice();
  for (let place = 0; place < order.length; place++) order[place] = place;
  let next = new Uint32Array(rows.length);
  for (let digit = 0; digit < DIGITS; digit++) {
    const starts = startsOf(digits, digit);
    if (starts === undefined) continue;
    for (let i = 0; i < order.length; i++) {
      const place = order[i]!;
      next[starts[digits[place * DIGITS + digit]!]!++] = place;
    }
    [order, next] = [next, order];
  }
  for (let i = 0; i < order.length; i++) order[i] = rows[order[i]!]!;
  return order;
}

/** The bits of a double, turned so that unsigned comparison orders them: negative numbers flipped whole, others get the sign bit. */
function digitsOf(rows: Uint32Array, value: (row: number) => number, descending: boolean): Uint16Array {
  const numbers = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    // + 0 makes one zero of both.
    const number = value(rows[i]!) + 0;
    numbers[i] = Number.isNaN(number) ? Number.POSITIVE_INFINITY : descending ? 0 - number : number;
  }
  const digits = new Uint16Array(numbers.buffer);
  for (let at = 0; at < digits.length; at += DIGITS) {
    const negative = digits[at + 3]! & 0x8000;
    const flip = negative ? 0xffff : 0;
    digits[at]! ^= flip;
    digits[at + 1]! ^= flip;
    digits[at + 2]! ^= flip;
    digits[at + 3]! ^= negative ? 0xffff : 0x8000;
  }
  return digits;
}

/** Where each bucket begins; undefined when all rows share one bucket. */
function startsOf(digits: Uint16Array, digit: number): Uint32Array | undefined {
  const counts = new Uint32Array(RADIX);
  for (let at = digit; at < digits.length; at += DIGITS) counts[digits[at]!]!++;
  let start = 0;
  for (let bucket = 0; bucket < RADIX; bucket++) {
    const size = counts[bucket]!;
    if (size * DIGITS === digits.length) return undefined;
    counts[bucket] = start;
    start += size;
  }
  return counts;
}
