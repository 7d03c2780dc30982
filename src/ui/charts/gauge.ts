/** How much of a limit is used: a bar up to the end mark and, where it is exceeded, past it; thresholds stand in it as marked lines. */
import type { Lines } from '../lines.ts';
import type { Tone } from '../theme.ts';
import { type Canvas, canvasOf } from './canvas.ts';
import { type Drawing, graphOf, type Telling } from './drawing.ts';
import { GAP, rowRoom } from './row-room.ts';
import { stretch } from './stretch.ts';
import { strokesOf } from './strokes.ts';

export type Threshold = { readonly at: number; readonly label: string; readonly tone?: Tone };
export type Gauge = {
  readonly label: string;
  readonly value: number;
  readonly limit: number;
  /** The most important first: when not all labels fit, the last go without. */
  readonly marks: readonly Threshold[];
  /** The words of the value; also of the part of the limit that it is, if that is what should be read. */
  readonly text: Telling;
  readonly tone?: Tone;
};

/** The end mark always stands here, so that gauges under one another compare. */
const END = 6 / 7;
/** Fewer columns than this are left to the bar itself. */
const ROOM_FOR_MARKS = 8;

/** One line, and under it the labels of the marks that fit. */
export function gaugeLines({ label, value, limit, marks, text, tone }: Gauge, drawing: Drawing): Lines {
  const { width, height, pen } = drawing;
  if (width < 1 || height < 1) return [];
  const strokes = strokesOf(graphOf(drawing));
  const known = Number.isFinite(value);
  const over = known && limit > 0 && value > limit;
  const figure = known ? text(value) : strokes.missing;
  // room for the figure of the limit, and for the sign that it is exceeded, also while they are not shown
  const room = rowRoom(
    [label],
    [figure, text(limit)].map(shown => `${shown} ${strokes.over}`),
    { width, pen },
  );
  const barAt = room.name > 0 ? room.name + GAP : 0;
  const end = Math.floor((room.bar - 1) * END);
  const place = (at: number) => (limit > 0 && Number.isFinite(at) ? (at / limit) * end : 0);

  const placed = marks
    .filter(({ at }) => at > 0 && at <= limit && end >= ROOM_FOR_MARKS)
    .map(mark => ({ ...mark, x: barAt + (mark.at === limit ? end : Math.min(end - 1, Math.floor(place(mark.at)))) }));

  const canvas = canvasOf({ ...drawing, height: Math.min(height, 2) });
  canvas.write(0, 0, pen.cut(label, room.name));
  if (room.figure > 0) {
    const column = barAt + (room.bar > 0 ? room.bar + GAP : 0) + room.figure;
    canvas.write(column - 2 - pen.width(figure), 0, figure, tone);
    if (over) canvas.put(column - 1, 0, strokes.over, 'warning');
  }
  if (room.bar === 0) return canvas.lines().slice(0, 1);

  for (let x = 0; x < end; x++) canvas.put(barAt + x, 0, strokes.rule, 'quiet');
  if (known && value > 0) {
    stretch({ from: 0, to: Math.min(end, place(value)), columns: end, negative: false, strokes }).forEach((mark, x) => {
      if (mark !== ' ') canvas.put(barAt + x, 0, mark, tone);
    });
  }
  for (const { at, x, tone: marked = 'accent' } of placed) if (at < limit) canvas.put(x, 0, strokes.marked, marked);
  canvas.put(barAt + end, 0, strokes.axis, 'strong');
  if (over) {
    const past = Math.max(1, Math.round(place(value) - end));
    const free = room.bar - end - 1;
    for (let x = 1; x <= Math.min(past, free); x++) canvas.put(barAt + end + x, 0, strokes.past, tone ?? 'loss');
    if (past > free) canvas.put(barAt + room.bar - 1, 0, strokes.right, tone ?? 'loss');
  }
  for (const { x, label: name } of placed) labelUnder(canvas, { x, text: name, wide: pen.width(name) });
  const lines = canvas.lines();
  return lines.slice(0, lines[1]?.length ? 2 : 1);
}

/** In the middle under its mark, or beginning or ending there, where it touches no other. */
function labelUnder(canvas: Canvas, { x, text, wide }: { readonly x: number; readonly text: string; readonly wide: number }): void {
  const from = [x - (wide >> 1), x, x - wide + 1].find(start => canvas.clear(start, 1, wide));
  if (from !== undefined) canvas.write(from, 1, text, 'quiet');
}
