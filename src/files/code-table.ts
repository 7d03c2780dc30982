/**
 * The same as a word table for texts of at most twelve bytes, as nearly all codes are: the text itself is the key, in three words through
 * which its bytes were shifted. No text with a zero byte is asked for, so the lengths cannot be confused.
 */

export const LONGEST_CODE = 12;

export type CodeTable = {
  /** The number of a text, or -1 when it was never seen. */
  find(a: number, b: number, c: number): number;
  add(a: number, b: number, c: number, number: number): void;
};

export function codeTable(): CodeTable {
  // a slot: twelve bytes of text, number + 1 (0: the slot is free)
  let slots = new Int32Array(4 * 1024);
  let used = 0;
  return {
    find(a, b, c) {
      const last = slots.length - 4;
      let at = (hashOf(a, b, c) << 2) & last;
      for (;;) {
        const known = slots[at + 3]!;
        if (known === 0) return -1;
        if (slots[at + 2] === c && slots[at + 1] === b && slots[at] === a) return known - 1;
        at = (at + 4) & last;
      }
    },
    add(a, b, c, number) {
      put(slots, [a, b, c, number + 1]);
      if (++used * 6 > slots.length) widen();
    },
  };

  function widen(): void {
    const wider = new Int32Array(slots.length * 2);
    for (let at = 0; at < slots.length; at += 4) if (slots[at + 3] !== 0) put(wider, slots.subarray(at, at + 4));
    slots = wider;
  }
}

function put(slots: Int32Array, slot: ArrayLike<number>): void {
  const last = slots.length - 4;
  let at = (hashOf(slot[0]!, slot[1]!, slot[2]!) << 2) & last;
  while (slots[at + 3] !== 0) at = (at + 4) & last;
  slots.set(slot, at);
}

function hashOf(a: number, b: number, c: number): number {
  const h = Math.imul(c ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(a, 0xc2b2ae35), 0x9e3779b1);
  return h ^ (h >>> 15);
}
