/** Finds the place of a code among the codes of a catalogue. An open hash table in plain numbers, so that a snapshot needs no building. */

export type WordIndex = {
  /** All words, one after another. */
  readonly text: string;
  /** Word i is text[starts[i] .. starts[i + 1] - 1]. */
  readonly starts: Uint32Array;
  /** 0 is free, else place + 1; a power of two in length, at most half full. */
  readonly slots: Uint32Array;
};

export function indexWords(words: readonly string[]): WordIndex {
  const starts = new Uint32Array(words.length + 1);
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(words.length * 2 + 2)));
  for (const [i, word] of words.entries()) {
    starts[i + 1] = starts[i]! + word.length;
    let slot = hash(word) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = i + 1;
  }
  return { text: words.join(''), starts, slots };
}

/** -1 when the word is not there. */
export function placeOfWord({ text, starts, slots }: WordIndex, word: string): number {
  let slot = hash(word) & (slots.length - 1);
  for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
    const start = starts[held - 1]!;
    if (starts[held]! - start === word.length && text.startsWith(word, start)) return held - 1;
    slot = (slot + 1) & (slots.length - 1);
  }
  return -1;
}

/** FNV-1a over UTF-16 units. */
function hash(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
}
