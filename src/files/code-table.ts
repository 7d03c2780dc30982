/**
 * The same as a word table for texts of at most twelve bytes, as nearly all codes are: the text itself is the key, packed in three words.
 * Text holds no zero byte, so the padding tells lengths apart.
 */
import type { WordTable } from './word-table.ts';

export const LONGEST_CODE = 12;

/** `view` lies over the same bytes as the texts; it is asked anew for every block because the bytes may have been copied. */
export type CodeTable = (view: DataView, start: number, end: number) => number;

/** `others` keeps what is longer. */
export function codeTable(meaning: (text: Uint8Array) => number, others: WordTable): CodeTable {
  // a slot: twelve bytes of text, meaning + 1 (0: the slot is free)
  let slots = new Int32Array(4 * 1024);
  let used = 0;

  return (view, from, to) => {
    const length = to - from;
    if (length > LONGEST_CODE) return others(bytesOf(view), from, to);
    const a = packed(view, from, length);
    const b = length > 4 ? packed(view, from + 4, length - 4) : 0;
    const c = length > 8 ? packed(view, from + 8, length - 8) : 0;
    const mask = slots.length / 4 - 1;
    let slot = hashOf(a, b, c) & mask;
    for (;;) {
      const at = slot * 4;
      const known = slots[at + 3]!;
      if (known === 0) break;
      if (slots[at] === a && slots[at + 1] === b && slots[at + 2] === c) return known - 1;
      slot = (slot + 1) & mask;
    }
    const number = meaning(bytesOf(view).subarray(from, to));
    slots.set([a, b, c, number + 1], slot * 4);
    if (++used * 2 > slots.length / 4) widen();
    return number;
  };

  function widen(): void {
    const wider = new Int32Array(slots.length * 2);
    const mask = wider.length / 4 - 1;
    for (let old = 0; old < slots.length; old += 4) {
      if (slots[old + 3] === 0) continue;
      let slot = hashOf(slots[old]!, slots[old + 1]!, slots[old + 2]!) & mask;
      while (wider[slot * 4 + 3] !== 0) slot = (slot + 1) & mask;
      wider.set(slots.subarray(old, old + 4), slot * 4);
    }
    slots = wider;
  }
}

const bytesOf = (view: DataView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

/** Up to four bytes as one number, the first lowest; what lies behind the text is masked away. */
function packed(view: DataView, at: number, length: number): number {
  if (at + 4 <= view.byteLength) return length >= 4 ? view.getInt32(at, true) : view.getInt32(at, true) & ((1 << (length * 8)) - 1);
  let word = 0;
  for (let i = Math.min(length, 4) - 1; i >= 0; i--) word = (word << 8) | view.getUint8(at + i);
  return word;
}

function hashOf(a: number, b: number, c: number): number {
  const h = Math.imul(a ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35), 0x9e3779b1);
  return h ^ (h >>> 15);
}
