/** Known numbers in ascending order, sorted in parts that are merged, with pauses. */
import { inTurns, type Slow } from '../work.ts';

/** A part of so many is sorted in two milliseconds. */
const PART = 1 << 15;

export function* orderedValues(values: Float64Array): Slow<Float64Array> {
  const known = yield* knownOf(values);
  for (let from = 0; from < known.length; from += PART) {
    known.subarray(from, from + PART).sort();
    yield from / known.length / 2;
  }
  let [source, target]: [Float64Array, Float64Array] = [known, new Float64Array(known.length > PART ? known.length : 0)];
  for (let size = PART; size < known.length; size *= 2) {
    for (let from = 0; from < known.length; from += 2 * size) yield* merge(source, target, { from, size });
    [source, target] = [target, source];
  }
  return source;
}

function* knownOf(values: Float64Array): Slow<Float64Array> {
  const known = new Float64Array(values.length);
  let count = 0;
  yield* inTurns(values.length, (from, to) => {
    for (let i = from; i < to; i++) if (!Number.isNaN(values[i]!)) known[count++] = values[i]!;
  });
  return known.subarray(0, count);
}

/** Two neighbouring sorted parts of `size` into one. */
function* merge(source: Float64Array, target: Float64Array, { from, size }: { readonly from: number; readonly size: number }): Slow<void> {
  const middle = Math.min(source.length, from + size);
  const end = Math.min(source.length, from + 2 * size);
  let [i, j] = [from, middle];
  for (let start = from; start < end; start += PART) {
    const stop = Math.min(end, start + PART);
    for (let at = start; at < stop; at++) target[at] = i < middle && (j >= end || source[i]! <= source[j]!) ? source[i++]! : source[j++]!;
    yield 0.5 + stop / source.length / 2;
  }
}
