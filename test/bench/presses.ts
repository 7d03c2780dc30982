/** What an analyst presses while reading: moves, pages, columns, other screens, a stay opened and left, its neighbours. Each one draws a frame. */

const DOWN = '\x1b[B';
const UP = '\x1b[A';
const ENTER = '\r';
const TAB = '\t';
const PAGE_DOWN = '\x1b[6~';
const PAGE_UP = '\x1b[5~';

/** One round begins on the first screen and ends there. */
export const reading: readonly string[] = [
  ...['2', DOWN, DOWN, DOWN, 'j', 'j', 'k', UP, PAGE_DOWN, PAGE_DOWN, PAGE_DOWN, PAGE_UP, 'j'],
  ...['l', 'l', 'l', 'l', 'l', 'h', 'h', 'G', UP, UP, 'k', PAGE_UP, 'g', 'j'],
  ...[ENTER, 'j', 'j', 'j', 'k', '2', DOWN, DOWN, PAGE_DOWN, DOWN, 'k', ENTER, 'j', '2', 'g'],
  ...['5', DOWN, DOWN, 'j', 'l', 'h', 'd', 'j', 'j', 'D', '2', 'j', 'h', 'h', 'h'],
  ...['1', DOWN, DOWN, 'j', 'k', 'l', 'h', 'g', '?', '?'],
  ...['3', 'j', DOWN, '4', 'j', DOWN, '1', TAB, TAB, TAB, TAB, '1'],
];

/** The first `count` presses of reading round after round. */
export const readingFor = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => reading[i % reading.length]!);
