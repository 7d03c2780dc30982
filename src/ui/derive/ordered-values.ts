/** Known numbers in ascending order, with pauses: whole numbers (fen, days) by their digits, others in parts that are merged. */
import { inTurns, type Slow, scaled } from '../work.ts';
import { orderedWhole } from './ordered-whole.ts';

/** A part of so many is sorted in two milliseconds. */
const PART = 1 << 15;
/** Whole numbers that lie further apart do not fit into 32 bits. */
const SPAN = 2 ** 32;

export function* orderedValues(values: Float64Array): Slow<Float64Array> {
  const known = new Float64Array(values.length);
  let count = 0;
  let [least, most, isWhole] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  const gather = inTurns(values.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = values[i]!;
      if (Number.isNaN(value)) continue;
      known[count++] = value;
      if (value < least) least = value;
      if (value > most) most = value;
      isWhole &&= Number.isInteger(value);
    }
  });
  yield* scaled(gather, 0, 4);
  const numbers = known.subarray(0, count);
  if (isWhole && most - least < SPAN) return yield* scaled(orderedWhole(numbers, { least, most }), 1, 4);
  return yield* mergedParts(numbers);
}

function* mergedParts(numbers: Float64Array): Slow<Float64Array> {
  for (let from = 0; from < numbers.length; from += PART) {
    numbers.subarray(from, from + PART).sort();
    yield 1 / 4 + from / numbers.length / 4;
  }
  let [source, target] = [numbers, new Float64Array(numbers.length > PART ? numbers.length : 0) as Float64Array];
  for (let size = PART; size < numbers.length; size *= 2) {
    for (let from = 0; from < numbers.length; from += 2 * size) yield* merge(source, target, { from, size });
    [source, target] = [target, source];
  }
  return source;
}

/** Two neighbouring sorted parts of `size` into one. */
function* merge(source: Float64Array, target: Float64Array, { from, size }: { readonly from: number; readonly size: number }): Slow<void> {
  const middle = Math.min(source.length, from + size);
  const end = Math.min(source.length, from + 2 * size);
  let [i, j] = [from, middle];
  for (let start = from; start < end; start += PART) {
    const stop = Math.min(end, start + PART);
    for (let at = start; at < stop; at++) target[at] = i < middle && (j >= end || source[i]! <= source[j]!) ? source[i++]! : source[j++]!;
    yield 1 / 2 + stop / source.length / 2;
  }
}
