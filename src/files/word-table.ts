/**
 * Texts of cells to numbers without making a string: a hash table over bytes with open addressing.
 * What a text means is asked once, the first time it is seen; afterwards a cell costs a hash and a comparison.
 */

export type WordTable = (bytes: Uint8Array, start: number, end: number) => number;

/** `meaning` gives the number (0 .. 2^31 - 1) of a text never seen before. */
export function wordTable(meaning: (text: Uint8Array) => number): WordTable {
  // a slot: hash, where its text lies, length, meaning + 1 (0: the slot is free)
  let slots = new Int32Array(4 * 256);
  let used = 0;
  let texts = new Uint8Array(4096);
  let end = 0;
  // texts of one byte, as most marks are: meaning + 1
  const single = new Int32Array(256);

  return (bytes, from, to) => {
    const length = to - from;
    if (length === 1) {
      const known = single[bytes[from]!]!;
      if (known !== 0) return known - 1;
      const number = meaning(bytes.subarray(from, to));
      single[bytes[from]!] = number + 1;
      return number;
    }
    let hash = length;
    for (let p = from; p < to; p++) hash = Math.imul(hash ^ bytes[p]!, 0x01000193);
    hash ^= hash >>> 15;
    const mask = slots.length / 4 - 1;
    let slot = hash & mask;
    for (;;) {
      const known = slots[slot * 4 + 3]!;
      if (known === 0) break;
      if (slots[slot * 4] === hash && slots[slot * 4 + 2] === length && same(bytes, from, length, slots[slot * 4 + 1]!)) return known - 1;
      slot = (slot + 1) & mask;
    }
    const number = meaning(bytes.subarray(from, to));
    keep(bytes, { from, to, hash, slot, number });
    return number;
  };

  function same(bytes: Uint8Array, from: number, length: number, at: number): boolean {
    for (let i = 0; i < length; i++) if (bytes[from + i] !== texts[at + i]) return false;
    return true;
  }

  function keep(bytes: Uint8Array, { from, to, hash, slot, number }: Readonly<Record<'from' | 'to' | 'hash' | 'slot' | 'number', number>>) {
    const length = to - from;
    if (end + length > texts.length) texts = grown(texts, Math.max(texts.length * 2, end + length));
    texts.set(bytes.subarray(from, to), end);
    slots.set([hash, end, length, number + 1], slot * 4);
    end += length;
    if (++used * 2 > slots.length / 4) widen();
  }

  function widen(): void {
    const wider = new Int32Array(slots.length * 2);
    const mask = wider.length / 4 - 1;
    for (let old = 0; old < slots.length; old += 4) {
      if (slots[old + 3] === 0) continue;
      let slot = slots[old]! & mask;
      while (wider[slot * 4 + 3] !== 0) slot = (slot + 1) & mask;
      wider.set(slots.subarray(old, old + 4), slot * 4);
    }
    slots = wider;
  }
}

function grown(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(size);
  wider.set(bytes);
  return wider;
}
