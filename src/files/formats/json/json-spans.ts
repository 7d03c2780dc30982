/**
 * Where values of a JSON text begin and end, by its brackets and quotes alone, in UTF-8 bytes: what stands inside is read later, a list at a
 * time, so that a text of any length needs no more memory than its longest list.
 */
import { UserError } from '../../../errors.ts';
import { MOST_LEVELS } from './json-value.ts';

export type JsonBytes = {
  readonly bytes: Uint8Array;
  /** Nothing is looked at from here on. */
  readonly size: number;
  /** Name of the file, for messages. */
  readonly at: string;
};

/** The value does not end, or its brackets do not match. */
export const BROKEN = -1;

/** Offset behind the value that begins at `from`, or BROKEN. */
export function valueEnd(json: JsonBytes, from: number): number {
  const { bytes, size } = json;
  const first = bytes[from];
  if (first === QUOTE) return stringEnd(json, from);
  if (first !== OPEN_OBJECT && first !== OPEN_ARRAY) return wordEnd(json, from);
  const closing = new Uint8Array(MOST_LEVELS);
  let level = 0;
  for (let p = from; p < size; ) {
    const byte = bytes[p]!;
    if (byte === QUOTE) {
      p = stringEnd(json, p);
      if (p < 0) return BROKEN;
      continue;
    }
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      if (level === MOST_LEVELS) throw tooDeep(json.at);
      closing[level++] = byte + 2;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      if (closing[--level] !== byte) return BROKEN;
      if (level === 0) return p + 1;
    }
    p++;
  }
  return BROKEN;
}

/** A line end inside a string is none of JSON: it shows at once where a quote was forgotten. */
function stringEnd({ bytes, size }: JsonBytes, from: number): number {
  for (let p = from + 1; p < size; p++) {
    const byte = bytes[p]!;
    if (byte === QUOTE) return p + 1;
    if (byte === BACKSLASH) p++;
    else if (byte === LF || byte === CR) return BROKEN;
  }
  return BROKEN;
}

function wordEnd({ bytes, size }: JsonBytes, from: number): number {
  let p = from;
  while (p < size && !isBlank(bytes[p]!) && bytes[p] !== COMMA && bytes[p] !== CLOSE_OBJECT && bytes[p] !== CLOSE_ARRAY) p++;
  return p > from ? p : BROKEN;
}

export function behindBlanks({ bytes, size }: JsonBytes, from: number): number {
  let p = from;
  while (p < size && isBlank(bytes[p]!)) p++;
  return p;
}

export type Member = { readonly key: string; readonly from: number; readonly to: number };

/** Members of the object that begins at `from`; `end` is BROKEN when it does not end, and then the last member may be BROKEN too. */
export function membersOf(json: JsonBytes, from: number): { readonly members: readonly Member[]; readonly end: number } {
  const { bytes } = json;
  const members: Member[] = [];
  let p = behindBlanks(json, from + 1);
  if (bytes[p] === CLOSE_OBJECT && p < json.size) return { members, end: p + 1 };
  while (p < json.size && bytes[p] === QUOTE) {
    const keyEnd = stringEnd(json, p);
    if (keyEnd < 0) break;
    const key = Buffer.from(bytes.buffer, bytes.byteOffset + p + 1, keyEnd - p - 2).toString('utf8');
    const colon = behindBlanks(json, keyEnd);
    if (bytes[colon] !== COLON || colon >= json.size) break;
    const value = behindBlanks(json, colon + 1);
    if (value >= json.size) break;
    const to = valueEnd(json, value);
    members.push({ key, from: value, to });
    if (to < 0) break;
    p = behindBlanks(json, to);
    if (bytes[p] === CLOSE_OBJECT && p < json.size) return { members, end: p + 1 };
    if (bytes[p] !== COMMA) break;
    p = behindBlanks(json, p + 1);
  }
  return { members, end: BROKEN };
}

export const isBlank = (byte: number): boolean => byte === 32 || byte === LF || byte === CR || byte === 9;

export const QUOTE = 34;
export const COMMA = 44;
export const OPEN_OBJECT = 123;
export const OPEN_ARRAY = 91;
export const CLOSE_ARRAY = 93;
export const LF = 10;
export const CR = 13;
const CLOSE_OBJECT = 125;
const BACKSLASH = 92;
const COLON = 58;

const tooDeep = (at: string): UserError =>
  new UserError(
    'FILE_UNREADABLE',
    { zh: `JSON 嵌套超过 ${MOST_LEVELS} 层，不是结算清单`, en: `JSON nested deeper than ${MOST_LEVELS} levels is no settlement list` },
    { at, hint: { zh: '请检查导出文件。', en: 'Check the exported file.' } },
  );
