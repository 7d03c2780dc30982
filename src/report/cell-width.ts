/**
 * Text in columns of a terminal: a Chinese character takes two, and nothing is cut through the middle of a character.
 * The answer is always that of string-width; what the screen is mostly made of is looked up instead of asked again
 * (a frame of 160 x 50 asked it 8,000 characters, and half the time of a frame went there).
 */
import stringWidth from 'string-width';
import { printable } from './printable.ts';

const graphemes = new Intl.Segmenter();

export const widthOf = (text: string): number => quickWidth(text) ?? slowWidth(text);

/** Width of a text of characters that stand alone, whatever stands beside them; undefined when another one is among them. */
export function plainWidth(text: string): number | undefined {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const one = aloneWidth(text.charCodeAt(i));
    if (one === JOINS) return undefined;
    width += one;
  }
  return width;
}

/** At most `width` columns; what is cut ends with the mark. An odd column left over by a wide character stays empty. */
export function cut(text: string, width: number, mark = '…'): string {
  const shown = printable(text);
  if (widthOf(shown) <= width) return shown;
  const room = width - widthOf(mark);
  let kept = '';
  let used = 0;
  for (const segment of charactersOf(shown)) {
    used += widthOf(segment);
    if (used > room) break;
    kept += segment;
  }
  return kept + mark;
}

export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const blank = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + blank : blank + text;
}

/** Plain characters are one unit each; only among others do several make one character. */
const charactersOf = (text: string): Iterable<string> =>
  plainWidth(text) === undefined ? Array.from(graphemes.segment(text), ({ segment }) => segment) : text;

/** The same as `plainWidth` past colours and weights (ESC [ 1 ; 32 m), which take no column. */
function quickWidth(text: string): number | undefined {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === ESCAPE) {
      i = endOfStyle(text, i);
      if (i < 0) return undefined;
      continue;
    }
    const one = aloneWidth(code);
    if (one === JOINS) return undefined;
    width += one;
  }
  return width;
}

/** Place of the `m` that ends the style that begins here, -1 when it is another sequence. */
function endOfStyle(text: string, start: number): number {
  if (text.charCodeAt(start + 1) !== 0x5b) return -1;
  for (let i = start + 2; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x6d) return i;
    if (code !== 0x3b && (code < 0x30 || code > 0x39)) return -1;
  }
  return -1;
}

const ESCAPE = 0x1b;
/** Not a width: the character may join with its neighbours, is not printed, or is half of one. */
const JOINS = 3;
/** Width of every character asked so far; 0 is not asked yet. */
const known = new Uint8Array(0x10000);

function aloneWidth(code: number): number {
  const width = known[code]!;
  if (width !== 0) return width;
  const [, , all] = alone.find(([first, last]) => code >= first && code <= last) ?? [0, 0, JOINS];
  known[code] = all === ASK ? stringWidth(String.fromCharCode(code)) || JOINS : all;
  return known[code]!;
}

/** Blocks of characters of both widths. */
const ASK = 0;

/**
 * Blocks in which no character combines with a neighbour (Unicode annex 29: no Extend, Prepend, SpacingMark, jamo, control or
 * surrogate among them), as first code, last code and the width of all: Latin, Greek, Cyrillic, punctuation, letterlike to dingbats
 * and braille, CJK. Where it is known nothing is asked: the first question costs 30 ms, for an expression of all emoji.
 */
const alone: readonly (readonly [number, number, number])[] = [
  [0x0020, 0x007e, 1],
  [0x4e00, 0x9fff, 2],
  [0x2500, 0x25fc, 1],
  [0x3000, 0x3029, 2],
  [0xff01, 0xff60, 2],
  [0x00a1, 0x00ac, 1],
  [0x00ae, 0x02ff, 1],
  [0x0391, 0x03c9, 1],
  [0x0400, 0x0481, 1],
  [0x2010, 0x2027, 1],
  [0x2030, 0x205e, 1],
  [0x20a0, 0x20bf, 1],
  [0x2100, 0x2319, 1],
  [0x231a, 0x24ff, ASK],
  [0x25fd, 0x270b, ASK],
  [0x270c, 0x2727, 1],
  [0x2728, 0x27ff, ASK],
  [0x2800, 0x28ff, 1],
  [0x2900, 0x2bff, ASK],
  [0x2e80, 0x2fff, ASK],
  [0x3030, 0x303e, 2],
  [0x303f, 0x303f, 1],
  [0x3041, 0x3096, 2],
  [0x309b, 0x30ff, 2],
  [0x3100, 0x312f, ASK],
  [0x3131, 0x3163, 2],
  [0x3165, 0x4dff, ASK],
  [0xa000, 0xa48c, 2],
  [0xac00, 0xd7a3, 2],
  [0xf900, 0xfaff, 2],
  [0xfe30, 0xfe6f, ASK],
  [0xff61, 0xff9d, 1],
  [0xffe0, 0xffe6, ASK],
];

/** Names of people and drugs come again; so many are remembered before all are forgotten. */
const REMEMBERED = 5_000;
const remembered = new Map<string, number>();

function slowWidth(text: string): number {
  const before = remembered.get(text);
  if (before !== undefined) return before;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const width = stringWidth(text);
  remembered.set(text, width);
  return width;
}
