/**
 * How often each amount occurs: columns side by side, with marked lines (the low and the high line of a group, its mean) as rules through them.
 * What lies in an open bin is told as a number at its end of the plot, so that an outlier is neither dropped nor drawn as a column.
 */
import type { Lines } from '../lines.ts';
import type { Tone } from '../theme.ts';
import type { Bin } from './bins.ts';
import { canvasOf } from './canvas.ts';
import { type Drawing, graphOf, type Telling } from './drawing.ts';
import { flagsOf } from './flags.ts';
import { footNames } from './foot-names.ts';
import { nothing } from './nothing.ts';
import { ticksOf } from './round-steps.ts';
import { drawSide, legibleTicks, sideRoom } from './side-axis.ts';
import { strokesOf } from './strokes.ts';
import { levelsOf } from './trend-columns.ts';

export type MarkedLine = { readonly at: number; readonly label: string; readonly tone?: Tone };
export type Histogram = {
  /** Ascending. An open bin (from or to infinite) is told, not drawn. */
  readonly bins: readonly Bin[];
  /** The most important first: when not all labels fit, the last go without. */
  readonly lines: readonly MarkedLine[];
  /** The words of a bound of a bin, and of a count. */
  readonly text: Telling;
  readonly count: Telling;
};

/** Rows that the columns keep before names, the axis line, and labels above may take any. */
const PLOT = 3;
const MOST_LABEL_ROWS = 3;

/** As many lines as the height; one dash when there is no closed bin. */
export function histogramLines(histogram: Histogram, drawing: Drawing): Lines {
  const { width, height, pen } = drawing;
  const { text, count } = histogram;
  const strokes = strokesOf(graphOf(drawing));
  const closed = histogram.bins.filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to));
  if (closed.length === 0 || width < 1 || height < 1) return nothing(drawing);

  const foot = height > PLOT ? 2 : height === PLOT ? 1 : 0;
  const room = sideRoom(ticksOf(0, mostOf(closed), { wanted: 3, finest: 1 }).map(count), width, pen);
  const side = room.figures + room.line;
  const [before, after] = outside(histogram, { room: width - side, wide: pen.width, strokes });
  const left = side + pen.width(before);
  const bins = merged(closed, width - left - pen.width(after));
  const slot = Math.max(1, Math.floor((width - left - pen.width(after)) / bins.length));
  const columnOf = (at: number) => left + placeOf(at, bins, slot);

  const lines = histogram.lines
    .filter(({ at }) => !Number.isNaN(at))
    .map(line => poleOf(line, { bins, columnOf, end: left + bins.length * slot, drawing }));
  const flags = flagsOf(lines, { width, rows: Math.max(0, Math.min(MOST_LABEL_ROWS, height - foot - PLOT)) });
  const top = flags.reduce((rows, flag) => Math.max(rows, flag ? flag.row + 1 : 0), 0);
  const rows = height - top - foot;

  const canvas = canvasOf(drawing);
  const most = mostOf(bins);
  const { eighths, rowOf } = levelsOf({ low: 0, high: most }, rows);
  const marks = ticksOf(0, most, { wanted: 3, finest: 1 }).filter(value => value > 0);
  drawSide(canvas, { top, rows, room, ticks: legibleTicks(marks.map(value => ({ row: rowOf(value), text: count(value) }))), pen, strokes });
  bins.forEach((bin, i) => {
    const level = eighths(bin.count);
    for (let x = left + i * slot; x < left + (i + 1) * slot; x++) {
      for (let n = 0; n < level / 8; n++) canvas.put(x, top + rows - 1 - n, strokes.rise[Math.min(8, level - n * 8)] ?? ' ');
    }
  });
  canvas.write(side, top + rows - 1, before, 'warning');
  canvas.write(left + bins.length * slot, top + rows - 1, after, 'warning');

  if (foot > 0) {
    for (let x = side; x < left + bins.length * slot + pen.width(after); x++) canvas.put(x, top + rows, strokes.rule, 'quiet');
    if (room.line) canvas.put(room.figures, top + rows, strokes.corner, 'quiet');
    if (room.figures > 0) canvas.write(room.figures - 1 - pen.width(count(0)), top + rows, count(0), 'quiet');
  }
  const bounds = [...bins.map(({ from }) => from), bins.at(-1)?.to ?? 0].map((bound, i) => ({
    text: text(bound),
    middle: left + i * slot,
  }));
  for (const { text: name, x, middle } of foot > 1 ? footNames(bounds, { from: 0, to: width, pen }) : []) {
    canvas.put(middle, top + rows, strokes.drop, 'quiet');
    canvas.write(x, top + rows + 1, name, 'quiet');
  }
  lines.forEach((line, i) => {
    const flag = flags[i];
    const from = flag ? top - 1 - flag.row : top;
    if (line.inside) {
      for (let y = from; y < top + rows; y++) {
        // a column of one cell is not hidden by the rule: it ends on top of it
        if (slot > 1 || canvas.free(line.x, y, 1)) canvas.put(line.x, y, strokes.marked, line.tone);
      }
      if (foot > 0) canvas.put(line.x, top + rows, strokes.foot, line.tone);
    }
    if (flag) canvas.write(flag.x, from, line.text, line.tone);
  });
  return canvas.lines();
}

const mostOf = (bins: readonly Bin[]): number => bins.reduce((most, { count }) => Math.max(most, count), 0);

type Ends = { readonly room: number; wide(text: string): number; readonly strokes: ReturnType<typeof strokesOf> };

/** ` 3 ‹` before the first column and `› 12 ` after the last; where that leaves too little, only the sign that there is more. */
function outside({ bins, count }: Histogram, { room, wide, strokes }: Ends): readonly [string, string] {
  const below = bins.reduce((sum, bin) => sum + (Number.isFinite(bin.from) ? 0 : bin.count), 0);
  const beyond = bins.reduce((sum, bin) => sum + (Number.isFinite(bin.to) ? 0 : bin.count), 0);
  const whole = [below > 0 ? `${count(below)} ${strokes.left}` : '', beyond > 0 ? `${strokes.right} ${count(beyond)}` : ''] as const;
  if (room - wide(whole[0]) - wide(whole[1]) >= 8) return whole;
  const signs = [below > 0 ? strokes.left : '', beyond > 0 ? strokes.right : ''] as const;
  return room > signs[0].length + signs[1].length ? signs : ['', ''];
}

/** Neighbours are counted together where there are more bins than columns. */
function merged(bins: readonly Bin[], columns: number): readonly Bin[] {
  const together = Math.ceil(bins.length / Math.max(1, columns));
  if (together === 1) return bins;
  return bins
    .filter((_, i) => i % together === 0)
    .map(({ from }, i) => {
      const part = bins.slice(i * together, (i + 1) * together);
      return { from, to: part.at(-1)?.to ?? from, count: part.reduce((sum, { count }) => sum + count, 0) };
    });
}

/** Columns from the first bound; the upper bound of the last bin belongs to its last column. */
function placeOf(at: number, bins: readonly Bin[], slot: number): number {
  const after = bins.findIndex(({ to }) => at < to);
  const i = after < 0 ? bins.length - 1 : after;
  const { from, to } = bins[i] ?? { from: 0, to: 1 };
  return i * slot + Math.max(0, Math.min(slot - 1, Math.floor(((at - from) / (to - from)) * slot)));
}

type Ground = { readonly bins: readonly Bin[]; columnOf(at: number): number; readonly end: number; readonly drawing: Drawing };

/** A line outside the columns has its label at that end, with the sign that it is farther out, and no rule where it does not belong. */
function poleOf({ at, label, tone = 'accent' }: MarkedLine, { bins, columnOf, end, drawing }: Ground) {
  const { pen } = drawing;
  const { left, right } = strokesOf(graphOf(drawing));
  const [low, high] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 0];
  const inside = at >= low && at <= high;
  const text = at < low ? `${left} ${label}` : at > high ? `${label} ${right}` : label;
  return { inside, text, tone, width: pen.width(text), x: inside ? columnOf(at) : at < low ? columnOf(low) - 1 : end };
}
