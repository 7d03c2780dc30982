/**
 * Which ids were seen before, over all files of a load. Exports usually come in ascending order: while they do, a comparison with the id
 * before is enough. The first id out of order puts all of them into a hash table, and every later one goes there too.
 */

export type IdSet = (bytes: Uint8Array, from: number, to: number) => number;

export const NEW_ID = -1;

/** NEW_ID when the id is new, and it is remembered; else which of the remembered ones it is, the first being 0. */
export function idSet(): IdSet {
  let texts = new Uint8Array(1 << 16);
  // where each id begins in texts; one more for the end
  let places = new Uint32Array(1 << 12);
  let count = 0;
  let ascending = true;
  // a slot: hash, number of the id + 1 (0: free)
  let slots = new Int32Array(0);

  return (bytes, from, to) => {
    if (ascending && (count === 0 || isAfter(bytes, from, to))) {
      remember(bytes, from, to);
      return NEW_ID;
    }
    if (ascending) fill();
    const hash = hashOf(bytes, from, to);
    const slot = slotOf(hash, bytes, from, to);
    if (slots[slot * 2 + 1] !== 0) return slots[slot * 2 + 1]! - 1;
    remember(bytes, from, to);
    slots[slot * 2] = hash;
    slots[slot * 2 + 1] = count;
    if (count * 4 > slots.length) widen();
    return NEW_ID;
  };

  /** Longer than the last id, or as long and greater. */
  function isAfter(bytes: Uint8Array, from: number, to: number): boolean {
    const at = places[count - 1]!;
    const length = places[count]! - at;
    if (to - from !== length) return to - from > length;
    for (let i = 0; i < length; i++) {
      const step = bytes[from + i]! - texts[at + i]!;
      if (step !== 0) return step > 0;
    }
    return false;
  }

  function remember(bytes: Uint8Array, from: number, to: number): void {
    const at = places[count]!;
    const end = at + to - from;
    if (end > texts.length) texts = widerBytes(texts, Math.max(texts.length * 2, end));
    for (let p = from, q = at; p < to; p++, q++) texts[q] = bytes[p]!;
    if (++count === places.length) places = widerPlaces(places);
    places[count] = end;
  }

  /** The slot that holds the id, or the free one where it belongs. */
  function slotOf(hash: number, bytes: Uint8Array, from: number, to: number): number {
    const mask = slots.length / 2 - 1;
    let slot = hash & mask;
    while (slots[slot * 2 + 1] !== 0) {
      if (slots[slot * 2] === hash && isSame(slots[slot * 2 + 1]! - 1, bytes, from, to)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function isSame(id: number, bytes: Uint8Array, from: number, to: number): boolean {
    const at = places[id]!;
    if (places[id + 1]! - at !== to - from) return false;
    for (let p = from, q = at; p < to; p++, q++) if (bytes[p] !== texts[q]) return false;
    return true;
  }

  function fill(): void {
    ascending = false;
    let size = 1 << 10;
    while (size < count * 4) size *= 2;
    slots = new Int32Array(size * 2);
    for (let id = 0; id < count; id++) place(hashOf(texts, places[id]!, places[id + 1]!), id);
  }

  function widen(): void {
    const old = slots;
    slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) if (old[at + 1] !== 0) place(old[at]!, old[at + 1]! - 1);
  }

  function place(hash: number, id: number): void {
    const mask = slots.length / 2 - 1;
    let slot = hash & mask;
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
    slots[slot * 2] = hash;
    slots[slot * 2 + 1] = id + 1;
  }
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  for (let p = from; p < to; p++) hash = Math.imul(hash ^ bytes[p]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

function widerBytes(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(size);
  wider.set(bytes);
  return wider;
}

function widerPlaces(places: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(places.length * 2);
  wider.set(places);
  return wider;
}
