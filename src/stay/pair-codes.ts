/** Pairs of a code and a number as codes of their own, numbered from 1 in order of appearance: equal codes are equal pairs. */

export type PairCodes = { readonly codes: Uint32Array /** Codes run from 0 (missing) to size - 1. */; readonly size: number };

/** A pair with code 0 or with the number `missing` is missing. Two numbers that are not known are the same unless NaN is the missing one. */
export function pairCodes(left: Uint32Array, right: ArrayLike<number>, missing?: number): PairCodes {
  const { length } = left;
  const mask = 2 ** Math.ceil(Math.log2(2 * length + 2)) - 1;
  const slots = new Uint32Array(mask + 1);
  const lefts = new Uint32Array(length + 1);
  const rights = new Float64Array(length + 1);
  const codes = new Uint32Array(length);
  const amount = new Float64Array(1);
  const bits = new Uint32Array(amount.buffer);
  let size = 1;
  for (let i = 0; i < length; i++) {
    const code = left[i]!;
    // there is no negative nothing
    const given = right[i]! + 0;
    if (code === 0 || Object.is(given, missing)) continue;
    const number = Number.isNaN(given) ? UNKNOWN : given;
    amount[0] = number;
    let slot = mixed(code, bits[0]! ^ Math.imul(bits[1]!, 0x85ebca6b)) & mask;
    for (;;) {
      const known = slots[slot]!;
      if (known === 0) {
        lefts[size] = code;
        rights[size] = number;
        slots[slot] = size;
        codes[i] = size++;
        break;
      }
      if (lefts[known] === code && rights[known] === number) {
        codes[i] = known;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return { codes, size };
}

/** Stands for a number that is not known: no amount and no day is as large. */
const UNKNOWN = -(2 ** 62);

function mixed(left: number, right: number): number {
  let hash = Math.imul(left, 0x9e3779b1) ^ right;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
