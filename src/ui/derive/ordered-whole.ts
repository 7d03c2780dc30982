/** Whole numbers in ascending order: as distances from the least one, by their low sixteen bits and then, where there are more, by the high ones. */
import { inTurns, type Slow } from '../work.ts';

const RADIX = 1 << 16;

export function* orderedWhole(
  numbers: Float64Array,
  { least, most }: { readonly least: number; readonly most: number },
): Slow<Float64Array> {
  const { length } = numbers;
  let keys = new Uint32Array(length);
  yield* inTurns(length, (from, to) => {
    for (let i = from; i < to; i++) keys[i] = numbers[i]! - least;
  });
  const digits = most - least < RADIX ? [0] : [0, 16];
  for (const shift of digits) keys = yield* byDigit(keys, shift);
  const ordered = new Float64Array(length);
  yield* inTurns(length, (from, to) => {
    for (let i = from; i < to; i++) ordered[i] = keys[i]! + least;
  });
  return ordered;
}

function* byDigit(keys: Uint32Array<ArrayBuffer>, shift: number): Slow<Uint32Array<ArrayBuffer>> {
  const starts = new Uint32Array(RADIX + 1);
  yield* inTurns(keys.length, (from, to) => {
    for (let i = from; i < to; i++) starts[((keys[i]! >>> shift) & (RADIX - 1)) + 1]!++;
  });
  for (let digit = 0; digit < RADIX; digit++) starts[digit + 1]! += starts[digit]!;
  const next = new Uint32Array(keys.length);
  yield* inTurns(keys.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const key = keys[i]!;
      next[starts[(key >>> shift) & (RADIX - 1)]!++] = key;
    }
  });
  return next;
}
