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

export function drawColumns(plot: Plot, columns: readonly Column[], second?: readonly Column[]): void {
  const { left, slot, extent, rows } = plot;
  const levels = levelsOf(extent, rows);
  const drawn = slot - spared(slot, second !== undefined);
  for (const [i, column] of columns.entries()) drawColumn(plot, levels, { ...column, from: left + i * slot, drawn });
  for (const [i, column] of second?.entries() ?? []) drawDash(plot, levels, { ...column, from: left + i * slot, drawn });
}

/** Blanks between columns that are wide enough to spare them: there the second series stands, and hides nothing. */
const spared = (slot: number, second: boolean): number => (slot < 3 ? 0 : second && slot > 3 ? 2 : 1);

type Slot = Column & { readonly from: number; readonly drawn: number };

function drawColumn({ canvas, strokes, top, rows, slot, extent }: Plot, levels: Levels, { value, tone, from, drawn }: Slot): void {
  if (Number.isNaN(value)) return;
  const level = levels.eighths(value);
  const crosses = extent.low < 0 && extent.high > 0;
  const rowOf = (n: number) => top + Math.min(rows - 1, level > 0 ? levels.above - 1 - n : levels.above + n);
  const part = level > 0 ? strokes.rise : strokes.hang;
  for (let x = from; x < from + slot; x++) {
    // the line of zero runs on between the columns, and breaks where a number is missing
    if (crosses || (value === 0 && x < from + drawn)) canvas.put(x, top + levels.rowOf(0), strokes.rule, 'quiet');
    if (x >= from + drawn) continue;
    for (let n = 0; n < Math.abs(level) / 8; n++) canvas.put(x, rowOf(n), part[Math.min(8, Math.abs(level) - n * 8)] ?? ' ', tone);
  }
}

function drawDash({ canvas, strokes, top, slot }: Plot, { rowOf }: Levels, { value, tone, from, drawn }: Slot): void {
  if (Number.isNaN(value)) return;
  const begin = drawn < slot ? from + drawn : from;
  for (let x = begin; x < from + slot; x++) canvas.put(x, top + rowOf(value), strokes.second, tone);
}
