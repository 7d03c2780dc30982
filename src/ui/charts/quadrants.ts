/**
 * Things by two measures at once, parted by a line in each: which quarter each lies in is always true, how far from the line is as true as cells allow.
 * Blocks and braille draw the same.
 */
import type { Lines } from '../lines.ts';
import type { Tone } from '../theme.ts';
import { type Canvas, canvasOf } from './canvas.ts';
import { type Drawing, graphOf, type Telling } from './drawing.ts';
import { type Extent, extentOf, shareOf } from './extent.ts';
import { nothing } from './nothing.ts';
import { type Strokes, strokesOf } from './strokes.ts';

export type Point = { readonly x: number; readonly y: number; readonly label: string; readonly selected?: boolean; readonly tone?: Tone };
export type Quadrants = {
  /** The most important first: their labels are placed first. */
  readonly points: readonly Point[];
  /** Where the dividing lines stand. */
  readonly at: { readonly x: number; readonly y: number };
  readonly corners: { readonly topLeft: string; readonly topRight: string; readonly bottomLeft: string; readonly bottomRight: string };
  readonly axes: { readonly x: string; readonly y: string };
  readonly text: { readonly x: Telling; readonly y: Telling };
};

type Placed = Point & { readonly column: number; readonly row: number };

/** What the plot keeps before figures beside it, and lines above and below it, may take any. */
const PLOT_COLUMNS = 24;
const PLOT_ROWS = 5;
const ROWS_WITH_INSET = 9;

/** As many lines as the height; one dash when no point is known in both measures. */
export function quadrantLines({ points, at, corners, axes, text }: Quadrants, drawing: Drawing): Lines {
  const { width, height, pen } = drawing;
  const strokes = strokesOf(graphOf(drawing));
  const known = points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const across = extentOf([at.x, ...known.map(({ x }) => x)]);
  const along = extentOf([at.y, ...known.map(({ y }) => y)]);
  if (known.length === 0 || !across || !along || width < 1 || height < 1) return nothing(drawing);

  const head = height >= PLOT_ROWS + 2 && (axes.x !== '' || axes.y !== '') ? 1 : 0;
  const foot = height > PLOT_ROWS ? 1 : 0;
  const figures = [along.high, at.y, along.low].filter(Number.isFinite).map(text.y);
  const wide = Math.max(0, ...figures.map(pen.width)) + 1;
  const left = width - wide >= PLOT_COLUMNS ? wide : 0;
  const columns = width - left;
  const rows = height - head - foot;

  const columnOf = sided({ extent: across, divide: at.x, cells: columns });
  // the highest and the lowest row are left to the titles where there are rows to spare
  const inset = rows >= ROWS_WITH_INSET ? 1 : 0;
  const rowFromBelow = sided({ extent: along, divide: at.y, cells: rows - 2 * inset });
  const rowOf = (y: number) => head + rows - 1 - inset - rowFromBelow(y);
  const placed = known.map(point => ({ ...point, column: left + columnOf(point.x), row: rowOf(point.y) }));

  const canvas = canvasOf(drawing);
  const lines = { column: left + columnOf(at.x), row: rowOf(at.y), left, head, rows, width };
  drawMarks(canvas, placed, strokes);
  for (const point of placed.filter(({ selected }) => selected)) labelled(canvas, point, { pen, left, head, rows, width, always: true });
  drawCorners(canvas, corners, lines, pen);
  drawDivides(canvas, at, lines, strokes);
  for (const point of placed.filter(({ selected }) => !selected)) labelled(canvas, point, { pen, left, head, rows, width, always: false });

  if (left > 0) {
    for (const value of new Set([at.y, along.high, along.low].filter(Number.isFinite))) {
      const shown = text.y(value);
      if (canvas.free(0, rowOf(value), left - 1)) canvas.write(left - 1 - pen.width(shown), rowOf(value), shown, 'quiet');
    }
  }
  if (foot > 0) {
    for (const value of new Set([at.x, across.low, across.high].filter(Number.isFinite))) {
      const shown = text.x(value);
      const room = pen.width(shown);
      const x = Math.max(left, Math.min(width - room, left + columnOf(value) - Math.floor(room / 2)));
      if (canvas.clear(x, height - 1, room)) canvas.write(x, height - 1, shown, 'quiet');
    }
  }
  if (head > 0) drawTitles(canvas, axes, { left, width, pen, strokes });
  return canvas.lines();
}

/** The cell of a value: its own line for what equals the divide, and never on or over that line for what does not. */
function sided({
  extent,
  divide,
  cells,
}: {
  readonly extent: Extent;
  readonly divide: number;
  readonly cells: number;
}): (value: number) => number {
  const cellOf = (value: number) => Math.round(shareOf(value, extent) * (cells - 1));
  if (!Number.isFinite(divide)) return cellOf;
  // all in one place: the line stands in the middle
  const line =
    extent.low === extent.high
      ? (cells - 1) >> 1
      : Math.max(
          divide > extent.low ? Math.min(1, cells - 1) : 0,
          Math.min(cellOf(divide), divide < extent.high ? Math.max(0, cells - 2) : cells - 1),
        );
  return value => {
    if (value === divide) return line;
    const cell = value < divide ? Math.min(cellOf(value), line - 1) : Math.max(cellOf(value), line + 1);
    return Math.max(0, Math.min(cells - 1, cell));
  };
}

/** Several on one cell are a number, more than nine a plus; the selected one is always itself. */
function drawMarks(canvas: Canvas, points: readonly Placed[], strokes: Strokes): void {
  const cells = new Map<string, Placed[]>();
  for (const point of points) {
    const key = `${point.column},${point.row}`;
    const cell = cells.get(key);
    if (cell) cell.push(point);
    else cells.set(key, [point]);
  }
  for (const cell of cells.values()) {
    const point = cell.find(({ selected }) => selected) ?? cell[0];
    if (!point) continue;
    const several = cell.length > 9 ? '+' : cell.length > 1 ? String(cell.length) : strokes.point;
    canvas.put(point.column, point.row, point.selected ? strokes.chosen : several, point.tone ?? (point.selected ? 'accent' : undefined));
  }
}

type Sky = {
  readonly pen: Drawing['pen'];
  readonly left: number;
  readonly head: number;
  readonly rows: number;
  readonly width: number;
  readonly always: boolean;
};

/** Right of the mark, left of it, above or below, whole and clear of everything; the selected one is written even over others. */
function labelled(canvas: Canvas, { column, row, label, tone, selected }: Placed, { pen, left, head, rows, width, always }: Sky): void {
  const text = pen.cut(label, Number.POSITIVE_INFINITY);
  const wide = pen.width(text);
  if (wide === 0) return;
  const middle = column - (wide >> 1);
  const places = [
    { x: column + 2, y: row },
    { x: column - 1 - wide, y: row },
    { x: middle, y: row - 1 },
    { x: middle, y: row + 1 },
    { x: column + 1, y: row - 1 },
    { x: column + 1, y: row + 1 },
  ].filter(({ x, y }) => x >= left && y >= head && y < head + rows);
  const style = tone ?? (selected ? 'accent' : undefined);
  const place = places.find(({ x, y }) => canvas.clear(x, y, wide));
  if (place) canvas.write(place.x, place.y, text, style);
  if (place || !always || places.some(({ x, y }) => canvas.write(x, y, text, style))) return;
  // longer than the plot: as much of the name as the wider side of its mark holds
  const [before, after] = [column - left - 1, width - column - 2];
  const shown = pen.cut(label, Math.max(before, after));
  canvas.write(after >= before ? column + 2 : column - 1 - pen.width(shown), row, shown, style);
}

type Crossing = {
  readonly column: number;
  readonly row: number;
  readonly left: number;
  readonly head: number;
  readonly rows: number;
  readonly width: number;
};

function drawDivides(canvas: Canvas, at: Quadrants['at'], { column, row, left, head, rows, width }: Crossing, strokes: Strokes): void {
  const [upright, level] = [Number.isFinite(at.x), Number.isFinite(at.y)];
  const draw = (x: number, y: number, mark: string) => {
    if (canvas.free(x, y, 1)) canvas.put(x, y, mark, 'quiet');
  };
  for (let y = head; upright && y < head + rows; y++) draw(column, y, y === row && level ? strokes.cross : strokes.axis);
  for (let x = left; level && x < width; x++) draw(x, row, strokes.rule);
}

/** The titles stand in the corners, or a row or two nearer to the middle where points are in the way; otherwise they are left away. */
function drawCorners(
  canvas: Canvas,
  corners: Quadrants['corners'],
  { column, row, left, head, rows, width }: Crossing,
  pen: Drawing['pen'],
): void {
  const bottom = head + rows - 1;
  const above = [head, head + 1, head + 2].filter(y => y < row);
  const below = [bottom, bottom - 1, bottom - 2].filter(y => y > row);
  const title = (text: string, places: readonly number[], right: boolean) => {
    const wide = pen.width(pen.cut(text, Number.POSITIVE_INFINITY));
    const room = right ? width - column - 1 : column - left;
    if (wide === 0 || wide + 1 > room) return;
    const x = right ? width - wide : left;
    const y = places.find(place => canvas.free(x, place, wide));
    if (y !== undefined) canvas.write(x, y, text, 'quiet');
  };
  title(corners.topLeft, above, false);
  title(corners.topRight, above, true);
  title(corners.bottomLeft, below, false);
  title(corners.bottomRight, below, true);
}

type Head = { readonly left: number; readonly width: number; readonly pen: Drawing['pen']; readonly strokes: Strokes };

/** Above the plot: what is measured upwards at the left, what is measured to the right at the right. */
function drawTitles(canvas: Canvas, axes: Quadrants['axes'], { left, width, pen, strokes }: Head): void {
  const up = pen.cut(`${strokes.up} ${axes.y}`, Number.POSITIVE_INFINITY);
  const right = pen.cut(`${axes.x} ${strokes.onward}`, Number.POSITIVE_INFINITY);
  if (axes.y !== '') canvas.write(left, 0, up, 'quiet');
  const x = width - pen.width(right);
  if (axes.x !== '' && canvas.free(Math.max(0, x - 2), 0, pen.width(right))) canvas.write(x, 0, right, 'quiet');
}
