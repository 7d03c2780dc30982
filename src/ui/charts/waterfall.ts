/**
 * How one total becomes another: the start, each step as a bar that floats from where the last one ended, the end.
 * What the steps do not tell is a line of its own, so that nothing is hidden.
 */
import type { Lines } from '../lines.ts';
import { type Tone, toneOf } from '../theme.ts';
import { canvasOf } from './canvas.ts';
import { type Drawing, graphOf, type Telling } from './drawing.ts';
import { type Extent, extentOf, shareOf, withZero } from './extent.ts';
import { nothing } from './nothing.ts';
import { GAP, rowRoom } from './row-room.ts';
import { stretch } from './stretch.ts';
import { strokesOf } from './strokes.ts';

export type Level = { readonly label: string; readonly value: number; readonly tone?: Tone };
export type Waterfall = {
  readonly start: Level;
  readonly steps: readonly Level[];
  readonly end: Level;
  /** What the line is called on which start and steps miss the end, and the one of the steps for which there is no line. */
  readonly remainder: string;
  readonly rest: string;
  readonly text: Telling;
  /** The words of a step, with its sign. */
  readonly change: Telling;
};

/** Steps that take away less than half of the totals are drawn larger than the totals would let them. */
const FAR = 0.5;

type Row = Level & { readonly figure: string; readonly from: number; readonly to: number; readonly total: boolean };

/** A line for the start, every step, the remainder if there is one, and the end; steps without a line are one step together. */
export function waterfallLines(waterfall: Waterfall, drawing: Drawing): Lines {
  const { width, height, pen } = drawing;
  const strokes = strokesOf(graphOf(drawing));
  const rows = rowsOf(waterfall, height, strokes.missing);
  const range = extentOf(rows.flatMap(({ from, to, total }) => (total ? [to] : [from, to])));
  if (!range || width < 1 || height < 1) return nothing(drawing);

  const extent = reach(range);
  const room = rowRoom(
    rows.map(({ label }) => label),
    rows.map(({ figure }) => figure),
    { width, pen },
  );
  const canvas = canvasOf({ ...drawing, height: rows.length });
  const barAt = room.name > 0 ? room.name + GAP : 0;
  const end = barAt + (room.bar > 0 ? room.bar + (room.figure > 0 ? GAP : 0) : 0) + room.figure;
  const place = (value: number) => shareOf(value, extent) * room.bar;
  const zero = extent.low < 0 && extent.high > 0 ? Math.min(room.bar - 1, Math.floor(place(0))) : undefined;
  rows.forEach(({ label, value, tone, figure, from, to, total }, y) => {
    canvas.write(0, y, pen.cut(label, room.name), total ? 'strong' : undefined);
    if (room.figure > 0) canvas.write(end - pen.width(figure), y, figure, tone);
    if (room.bar > 0 && zero !== undefined) canvas.put(barAt + zero, y, strokes.axis, 'quiet');
    if (room.bar === 0 || Number.isNaN(from) || Number.isNaN(to)) return;
    const [low, high] = [place(Math.max(extent.low, Math.min(from, to))), place(Math.min(extent.high, Math.max(from, to)))];
    stretch({ from: low, to: high, columns: room.bar, negative: value < 0, strokes }).forEach((mark, x) => {
      if (mark !== ' ') canvas.put(barAt + x, y, mark, tone);
    });
    // a total that begins outside the chart says so
    if (total && (extent.low > 0 || extent.high < 0)) canvas.put(barAt + (extent.low > 0 ? 0 : room.bar - 1), y, strokes.broken, tone);
  });
  return canvas.lines();
}

function rowsOf(waterfall: Waterfall, height: number, missing: string): readonly Row[] {
  const { start, end, text, change } = waterfall;
  const total = (level: Level): Row => ({
    ...level,
    figure: Number.isFinite(level.value) ? text(level.value) : missing,
    from: 0,
    to: Number.isFinite(level.value) ? level.value : Number.NaN,
    total: true,
  });
  if (height < 3) return [total(start), total(end)].slice(-Math.max(0, height));
  let level = start.value;
  const steps = fitted(waterfall, height - 2).map((step): Row => {
    const from = level;
    const known = Number.isFinite(step.value);
    if (known) level += step.value;
    return {
      tone: toneOf(step.value),
      ...step,
      figure: known ? change(step.value) : missing,
      from,
      to: known ? level : Number.NaN,
      total: false,
    };
  });
  return [total(start), ...steps, total(end)];
}

/** The steps and the remainder in so many lines; when they are too many the last are added up, the remainder never with them. */
function fitted({ start, steps, end, remainder, rest }: Waterfall, lines: number): readonly Level[] {
  const left = remainderOf(start.value, steps, end.value);
  const closing = left === 0 ? [] : [{ label: remainder, value: left }];
  const room = lines - closing.length;
  if (steps.length <= room) return [...steps, ...closing];
  // in a single line even the remainder has to go with the rest
  if (room < 1) return [{ label: rest, value: sumOf(steps) + left }];
  const together = { label: rest, value: sumOf(steps.slice(room - 1)) };
  return [...steps.slice(0, room - 1), together, ...closing];
}

/** Unknown steps are in it: what is known does not tell them. Whole numbers are exact; for others the last digits are noise. */
function remainderOf(start: number, steps: readonly Level[], end: number): number {
  const sum = sumOf(steps);
  const left = end - start - sum;
  if (!Number.isFinite(left)) return 0;
  const whole = [start, end, ...steps.map(({ value }) => value)].every(value => Number.isInteger(value) || !Number.isFinite(value));
  const noise = whole ? 0 : 1e-12 * Math.max(Math.abs(start), Math.abs(end), Math.abs(sum));
  return Math.abs(left) > noise ? left : 0;
}

const sumOf = (levels: readonly Level[]): number => levels.reduce((sum, { value }) => (Number.isFinite(value) ? sum + value : sum), 0);

/** Far from zero the steps would be slivers at the end of two long bars: then only the last part is drawn, with room for a piece of the totals. */
function reach(range: Extent): Extent {
  const { low, high } = withZero(range, FAR);
  const piece = (high - low) / 8;
  if (low > 0) return { low: low - piece, high };
  if (high < 0) return { low, high: high + piece };
  return { low, high };
}
