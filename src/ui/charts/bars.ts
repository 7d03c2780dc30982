/** One bar a line: name, figure, and a bar from the left, or from a common zero when some are negative. */
import type { Lines } from '../lines.ts';
import type { Tone } from '../theme.ts';
import { canvasOf } from './canvas.ts';
import { type Drawing, graphOf, type Telling } from './drawing.ts';
import { extentOf, shareOf } from './extent.ts';
import { nothing } from './nothing.ts';
import { GAP, rowRoom } from './row-room.ts';
import { stretch } from './stretch.ts';
import { strokesOf } from './strokes.ts';

export type NamedBar = { readonly label: string; readonly value: number; readonly tone?: Tone };
export type Bars = {
  readonly bars: readonly NamedBar[];
  readonly text: Telling;
  /** When there are more bars than lines: the words for so many that are not shown, in place of the last line. */
  readonly more?: (hidden: number) => string;
};

/** A line for every bar, as far as the height reaches. */
export function barLines({ bars, text, more }: Bars, drawing: Drawing): Lines {
  const { width, height, pen } = drawing;
  const strokes = strokesOf(graphOf(drawing));
  const range = extentOf(bars.map(({ value }) => value));
  if (bars.length === 0 || width < 1 || height < 1) return nothing(drawing);

  const told = more !== undefined && bars.length > height && height > 1;
  const shown = bars.slice(0, told ? height - 1 : height);
  const figureOf = (value: number) => (Number.isFinite(value) ? text(value) : strokes.missing);
  const room = rowRoom(
    // every bar counts, also those below the edge: scrolling must not move the columns
    bars.map(({ label }) => label),
    bars.map(({ value }) => figureOf(value)),
    { width, pen },
  );
  // the scale too is that of all bars
  const extent = { low: Math.min(0, range?.low ?? 0), high: Math.max(0, range?.high ?? 0) };
  const axis = extent.low < 0 && room.bar > 2 ? 1 : 0;
  const columns = room.bar - axis;
  const zero = zeroColumn(shareOf(0, extent), columns, extent.high > 0);

  const canvas = canvasOf({ ...drawing, height: Math.min(height, shown.length + (told ? 1 : 0)) });
  const figureAt = room.name > 0 ? room.name + GAP : 0;
  const barAt = figureAt + (room.figure > 0 ? room.figure + GAP : 0);
  shown.forEach(({ label, value, tone }, y) => {
    canvas.write(0, y, pen.cut(label, room.name));
    const figure = figureOf(value);
    if (room.figure > 0) canvas.write(figureAt + room.figure - pen.width(figure), y, figure, tone);
    if (room.bar === 0) return;
    if (axis) canvas.put(barAt + zero, y, strokes.axis, 'quiet');
    const marks = Number.isFinite(value) ? barOf(value, { zero, columns, extent, strokes }) : [];
    marks.forEach((mark, x) => {
      if (mark !== ' ') canvas.put(barAt + x + (axis && x >= zero ? 1 : 0), y, mark, tone);
    });
  });
  if (told) canvas.write(0, shown.length, pen.cut(more(bars.length - shown.length), width), 'quiet');
  return canvas.lines();
}

/** Where zero stands, on a whole column: each side in proportion, and a side that is used at least one column. */
function zeroColumn(share: number, columns: number, positive: boolean): number {
  if (share === 0) return 0;
  if (!positive) return columns;
  return Math.max(1, Math.min(columns - 1, Math.round(share * columns)));
}

type Scale = {
  readonly zero: number;
  readonly columns: number;
  readonly extent: { readonly low: number; readonly high: number };
  readonly strokes: Parameters<typeof stretch>[0]['strokes'];
};

/** Both sides in one scale: the tighter side decides. */
function barOf(value: number, { zero, columns, extent, strokes }: Scale): readonly string[] {
  const perColumn = Math.max(extent.high > 0 ? extent.high / (columns - zero) : 0, extent.low < 0 ? -extent.low / zero : 0) || 1;
  const length = value / perColumn;
  return stretch({
    from: value < 0 ? zero + length : zero,
    to: value < 0 ? zero : zero + length,
    columns,
    negative: value < 0,
    strokes,
  });
}
