/** Texts as UTF-8, and texts that repeat as bytes once: serial type, place and length of every word in one pool. */
const encoder = new TextEncoder();

export type WordPool = { readonly types: Uint32Array; readonly starts: Uint32Array; readonly bytes: Uint8Array };

/** A text of n bytes has type 13 + 2n; null has type 0. */
export const textType = (length: number): number => 13 + 2 * length;
export const textLength = (type: number): number => (type - 13) / 2;

/** Bytes that certainly hold a text. */
export const roomFor = (text: string): number => 3 * text.length;

export function wordPool(words: readonly (string | null)[]): WordPool {
  const types = new Uint32Array(words.length);
  const starts = new Uint32Array(words.length);
  const bytes = new Uint8Array(words.reduce((room, word) => room + roomFor(word ?? ''), 0));
  let at = 0;
  for (const [i, word] of words.entries()) {
    if (word === null) continue;
    const end = putText(bytes, at, word);
    types[i] = textType(end - at);
    starts[i] = at;
    at = end;
  }
  return { types, starts, bytes };
}

/** Writes a text and returns the place behind it. Codes and ids are ASCII, which needs no encoder. */
export function putText(bytes: Uint8Array, at: number, text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 128) return at + encoder.encodeInto(text, bytes.subarray(at)).written;
    bytes[at + i] = code;
  }
  return at + text.length;
}
