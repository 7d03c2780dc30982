/** The header: the first record of a text that is not blank, as strings, and where the rows begin. */
import type { EncodedText } from './encoding.ts';

export type HeaderRow = {
  readonly names: readonly string[];
  /** Number of the record it is; 1 unless blank lines stand before it. */
  readonly record: number;
  /** Offset behind it. */
  readonly end: number;
};

export function headerRow({ bytes, start, decode }: EncodedText): HeaderRow {
  let record = 1;
  let at = start;
  while (bytes[at] === LF || bytes[at] === CR) if (bytes[at++] === LF) record++;
  const end = recordEnd(bytes, at);
  return { names: cellsOf(decode(bytes.subarray(at, end)).trim()).map(name => name.trim()), record, end };
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Behind the first line end that stands outside quotes. */
function recordEnd(bytes: Uint8Array, start: number): number {
  const lineEnd = bytes.includes(LF) ? LF : CR;
  let quoted = false;
  for (let p = start; p < bytes.length; p++) {
    if (bytes[p] === QUOTE) quoted = !quoted;
    if (bytes[p] === lineEnd && !quoted) return p + 1;
  }
  return bytes.length;
}

/** Every cell follows a comma once one is put before the first. */
const cellsOf = (record: string): readonly string[] =>
  [...`,${record}`.matchAll(/,(?:"((?:[^"]|"")*)"(?=,|$)|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );
