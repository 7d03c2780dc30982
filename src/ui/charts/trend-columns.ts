/** A trend in blocks: the first series as columns that stand on the base line or hang from it, the second as dashes over them. */
import type { Tone } from '../theme.ts';
import type { Canvas } from './canvas.ts';
import type { Extent } from './extent.ts';
import type { Strokes } from './strokes.ts';

export type Plot = {
  readonly canvas: Canvas;
  readonly strokes: Strokes;
  readonly left: number;
  readonly top: number;
  readonly rows: number;
  readonly width: number;
  /** Columns of one point; more points than columns have been thinned before, except for braille. */
  readonly slot: number;
  readonly extent: Extent;
};
export type Column = { readonly value: number; readonly tone: Tone | undefined };

/** Eighths of a row above (or, negative, below) the base line, and the row in which they end. */
export type Levels = { readonly base: number; readonly above: number; eighths(value: number): number; rowOf(value: number): number };

export function levelsOf({ low, high }: Extent, rows: number): Levels {
  const base = Math.max(low, Math.min(high, 0));
  const above = rowsAbove(high - base, base - low, rows);
  // one row for both sides of zero is shared by them
  const unit = Math.max((high - base) / Math.max(1, above), (base - low) / Math.max(1, rows - above)) || 1;
  const eighths = (value: number) => {
    const length = Math.round((Math.abs(value - base) / unit) * 8);
    // what is not nothing is seen, also where the axis does not begin at nothing
    return value === 0 ? 0 : (value < base || (value === base && value < 0) ? -1 : 1) * Math.max(1, length);
  };
  const rowOf = (value: number) => {
    const level = eighths(value);
    const row = level < 0 ? above - 1 + Math.ceil(-level / 8) : above - Math.max(1, Math.ceil(level / 8));
    return Math.max(0, Math.min(rows - 1, row));
  };
  return { base, above, eighths, rowOf };
}

/** As many rows on each side of zero as let a row stand for the least. */
function rowsAbove(up: number, down: number, rows: number): number {
  if (down === 0) return rows;
  if (up === 0) return 0;
  if (rows === 1) return 1;
  let best = 1;
  for (let above = 2; above < rows; above++) {
    if (Math.max(up / above, down / (rows - above)) < Math.max(up / best, down / (rows - best))) best = above;
  }
  return best;
}

export function drawColumns(plot: Plot, columns: readonly Column[]): void {
  const { canvas, strokes, left, top, rows, slot, extent } = plot;
  const { above, eighths, rowOf } = levelsOf(extent, rows);
  // a blank between columns that are wide enough to spare it
  const drawn = slot > 2 ? slot - 1 : slot;
  const zeroRow = top + rowOf(0);
  const crosses = extent.low < 0 && extent.high > 0;
  columns.forEach(({ value, tone }, i) => {
    if (Number.isNaN(value)) return;
    const level = eighths(value);
    for (let x = left + i * slot; x < left + (i + 1) * slot; x++) {
      const inside = x < left + i * slot + drawn;
      if (level <= 0 && (crosses || (value === 0 && inside))) canvas.put(x, zeroRow, strokes.rule, 'quiet');
      if (!inside) {
        if (crosses) canvas.put(x, zeroRow, strokes.rule, 'quiet');
        continue;
      }
      const row = (n: number) => top + Math.min(rows - 1, level > 0 ? above - 1 - n : above + n);
      const part = level > 0 ? strokes.rise : strokes.hang;
      for (let n = 0; n < Math.abs(level) / 8; n++) canvas.put(x, row(n), part[Math.min(8, Math.abs(level) - n * 8)] ?? ' ', tone);
    }
  });
}

export function drawDashes({ canvas, strokes, left, top, rows, slot, extent }: Plot, columns: readonly Column[]): void {
  const { rowOf } = levelsOf(extent, rows);
  columns.forEach(({ value, tone }, i) => {
    if (Number.isNaN(value)) return;
    for (let x = left + i * slot; x < left + (i + 1) * slot; x++) canvas.put(x, top + rowOf(value), strokes.second, tone);
  });
}
