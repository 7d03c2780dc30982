/** A bar lying between two places of a line, in marks that end in parts of a cell. */
import type { Strokes } from './strokes.ts';

type Stretch = {
  /** In columns from the left, with fractions. */
  readonly from: number;
  readonly to: number;
  readonly columns: number;
  readonly negative: boolean;
  readonly strokes: Strokes;
};

/** One mark a column. What is not nothing is seen: at least an eighth of a cell, in ASCII a whole one. */
export function stretch({ from, to, columns, negative, strokes }: Stretch): readonly string[] {
  const whole = negative ? strokes.loss : strokes.gain;
  // ASCII has no parts of a cell
  const parts = strokes.grow[1] === ' ' ? 1 : 8;
  let begin = snap(from, columns, parts);
  let end = snap(to, columns, parts);
  if (begin === end && from !== to) {
    if (negative ? begin > 0 : end === columns * parts) begin--;
    else end++;
  }
  return Array.from({ length: columns }, (_, cell) => {
    const left = Math.max(0, begin - cell * parts);
    const right = Math.min(parts, end - cell * parts);
    if (right <= left) return ' ';
    if (right - left === parts) return whole;
    return (left + right <= parts ? strokes.grow : strokes.back)[right - left] ?? ' ';
  });
}

const snap = (at: number, columns: number, parts: number): number => Math.max(0, Math.min(columns * parts, Math.round(at * parts)));
