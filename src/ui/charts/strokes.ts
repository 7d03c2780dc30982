/** The marks that charts are made of, and their stand-ins in ASCII. Parts of a cell come in eighths: `rise[3]` is three eighths from the bottom. */
import { asciiMarks, richMarks } from '../marks.ts';
import type { Graph } from './drawing.ts';

type Eighths = readonly string[];

export type Strokes = {
  /** From the bottom, the top, the left and the right edge of a cell. Only from two edges the characters exist in full eighths. */
  readonly rise: Eighths;
  readonly hang: Eighths;
  readonly grow: Eighths;
  readonly back: Eighths;
  /** What a whole cell of a bar is filled with, by sign. */
  readonly gain: string;
  readonly loss: string;
  readonly past: string;
  readonly rule: string;
  readonly axis: string;
  readonly tick: string;
  readonly cross: string;
  readonly corner: string;
  readonly foot: string;
  readonly drop: string;
  readonly marked: string;
  readonly second: string;
  readonly point: string;
  readonly chosen: string;
  readonly broken: string;
  readonly left: string;
  readonly right: string;
  readonly up: string;
  readonly onward: string;
  readonly over: string;
  readonly missing: string;
};

const rich: Strokes = {
  rise: [' ', ...richMarks.spark],
  hang: [' ', '▔', '▔', '▀', '▀', '▀', '█', '█', '█'],
  grow: [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'],
  back: [' ', '▕', '▕', '▐', '▐', '▐', '█', '█', '█'],
  gain: '█',
  loss: '█',
  past: '▓',
  rule: '─',
  axis: '│',
  tick: '┤',
  cross: '┼',
  corner: '└',
  foot: '┴',
  drop: '┬',
  marked: '┊',
  second: '╌',
  point: '•',
  chosen: '◆',
  broken: '≈',
  left: richMarks.hiddenLeft,
  right: richMarks.hiddenRight,
  up: '↑',
  onward: '→',
  over: richMarks.up,
  missing: '–',
};

const plain: Strokes = {
  rise: [' ', '.', '.', '.', ':', ':', ':', ':', '#'],
  hang: [' ', "'", "'", "'", ':', ':', ':', ':', '#'],
  grow: [' ', ' ', ' ', ' ', '=', '=', '=', '=', '='],
  back: [' ', ' ', ' ', ' ', '#', '#', '#', '#', '#'],
  gain: asciiMarks.gain,
  loss: asciiMarks.loss,
  past: '!',
  rule: '-',
  axis: '|',
  tick: '+',
  cross: '+',
  corner: '+',
  foot: '+',
  drop: '+',
  marked: '|',
  second: 'o',
  point: 'o',
  chosen: '@',
  broken: '~',
  left: asciiMarks.hiddenLeft,
  right: asciiMarks.hiddenRight,
  up: '^',
  onward: '>',
  over: '!',
  missing: '-',
};

export const strokesOf = (graph: Graph): Strokes => (graph === 'ascii' ? plain : rich);
