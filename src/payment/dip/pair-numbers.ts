/** A number for every pair of small numbers that occurs, in order of appearance; found again without making text or an object. */
export type PairNumbers = {
  /** The number of the pair, or -1 - the number it now has, when it is new. */
  numberOf(first: number, second: number): number;
  readonly size: () => number;
};

export function pairNumbers(): PairNumbers {
  let mask = 1023;
  let firsts = new Int32Array(mask + 1);
  let seconds = new Int32Array(mask + 1);
  let numbers = new Int32Array(mask + 1).fill(-1);
  let size = 0;

  function slotOf(first: number, second: number): number {
    let slot = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    while (numbers[slot]! >= 0 && (firsts[slot] !== first || seconds[slot] !== second)) slot = (slot + 1) & mask;
    return slot;
  }

  function grow(): void {
    const [f, s, n] = [firsts, seconds, numbers];
    mask = 2 * mask + 1;
    firsts = new Int32Array(mask + 1);
    seconds = new Int32Array(mask + 1);
    numbers = new Int32Array(mask + 1).fill(-1);
    for (let i = 0; i < n.length; i++) if (n[i]! >= 0) put(slotOf(f[i]!, s[i]!), f[i]!, s[i]!, n[i]!);
  }

  function put(slot: number, first: number, second: number, number: number): void {
    firsts[slot] = first;
    seconds[slot] = second;
    numbers[slot] = number;
  }

  return {
    size: () => size,
    numberOf(first, second) {
      const slot = slotOf(first, second);
      if (numbers[slot]! >= 0) return numbers[slot]!;
      put(slot, first, second, size);
      size++;
      if (2 * size > mask) grow();
      return -size;
    },
  };
}
