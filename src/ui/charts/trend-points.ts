/** A trend out of points: a line of braille dots (two by four a cell), or one ASCII mark a point. */
import type { Canvas } from './canvas.ts';
import { type Extent, shareOf } from './extent.ts';
import type { Column, Plot } from './trend-columns.ts';

/** The row of dots of a value; zero, where the range crosses it, has a row of its own that no other value enters. */
export type Heights = { readonly zeroRow: number | undefined; dotOf(value: number): number };

export function heightsOf(extent: Extent, rows: number, dotsPerRow: number): Heights {
  const dots = rows * dotsPerRow;
  const linear = { zeroRow: undefined, dotOf: (value: number) => Math.round((1 - shareOf(value, extent)) * (dots - 1)) };
  const { low, high } = extent;
  if (low >= 0 || high <= 0) return linear;
  let best: { unit: number; row: number; up: number } | undefined;
  for (let row = 0; row < rows; row++) {
    const up = row * dotsPerRow + (dotsPerRow >> 1);
    const down = dots - 1 - up;
    if (up < 1 || down < 1) continue;
    const unit = Math.max(high / up, -low / down);
    if (!best || unit < best.unit) best = { unit, row, up };
  }
  if (!best) return linear;
  const { row, up } = best;
  // the quotient of the smallest numbers there are may be nothing
  const unit = best.unit || Number.MIN_VALUE;
  const dotOf = (value: number) => {
    const away = value === 0 ? 0 : Math.sign(value) * Math.max(1, Math.round(Math.abs(value) / unit));
    return Math.max(0, Math.min(dots - 1, up - away));
  };
  return { zeroRow: row, dotOf };
}

function drawZero({ canvas, strokes, left, top, width }: Plot, zeroRow: number | undefined): void {
  if (zeroRow === undefined) return;
  for (let x = left; x < left + width; x++) canvas.put(x, top + zeroRow, strokes.rule, 'quiet');
}

/** `*` and `o`, and `@` where both are; the signs themselves where there is no room for a line of zero. */
export function drawMarks(plot: Plot, series: readonly (readonly Column[])[]): void {
  const { canvas, strokes, left, top, rows, slot, extent } = plot;
  const { zeroRow, dotOf } = heightsOf(extent, rows, 1);
  const signs = extent.low < 0 && extent.high > 0 && zeroRow === undefined;
  drawZero(plot, zeroRow);
  series.forEach((columns, which) => {
    columns.forEach(({ value, tone }, i) => {
      if (Number.isNaN(value)) return;
      const other = series[1 - which]?.[i]?.value ?? Number.NaN;
      const both = !Number.isNaN(other) && dotOf(other) === dotOf(value);
      const mark = signs && which === 0 ? signOf(value) : both ? '@' : which === 0 ? '*' : strokes.second;
      canvas.put(left + Math.floor((i + 0.5) * slot), top + dotOf(value), mark, tone);
    });
  });
}

const signOf = (value: number): string => (value < 0 ? '-' : value > 0 ? '+' : '0');

/** The bit of each dot of a braille cell, by column and row. */
const bits = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

/** Dots of the second series stand this far apart. */
const DOTTED = 3;

export function drawBraille(plot: Plot, series: readonly (readonly Column[])[]): void {
  const { canvas, left, top, rows, width, extent } = plot;
  const { zeroRow, dotOf } = heightsOf(extent, rows, 4);
  drawZero(plot, zeroRow);
  const dots = dotsOn(canvas, left, top);
  series.forEach((columns, which) => {
    const across = (i: number) => Math.floor(((i + 0.5) * 2 * width) / columns.length);
    let last: { x: number; y: number } | undefined;
    columns.forEach(({ value, tone }, i) => {
      if (Number.isNaN(value)) {
        last = undefined;
        return;
      }
      const point = { x: across(i), y: dotOf(value) };
      for (const { x, y } of between(last ?? point, point)) {
        if (which === 0 || x % DOTTED === 0 || (x === point.x && y === point.y)) dots(x, y, tone);
      }
      last = point;
    });
  });
}

/** Lights dots; those of one cell are one character. */
function dotsOn(canvas: Canvas, left: number, top: number) {
  const lit = new Map<string, number>();
  return (x: number, y: number, tone: Column['tone']) => {
    const [column, row] = [x >> 1, y >> 2];
    const cell = (lit.get(`${column},${row}`) ?? 0) | (bits[x & 1 ? 1 : 0][y & 3] ?? 0);
    lit.set(`${column},${row}`, cell);
    canvas.put(left + column, top + row, String.fromCharCode(0x2800 + cell), tone);
  };
}

/** The dots from one point to another, both included. */
function between(a: { x: number; y: number }, b: { x: number; y: number }): readonly { x: number; y: number }[] {
  const steps = Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y), 1);
  return Array.from({ length: steps + 1 }, (_, k) => ({
    x: Math.round(a.x + ((b.x - a.x) * k) / steps),
    y: Math.round(a.y + ((b.y - a.y) * k) / steps),
  }));
}
