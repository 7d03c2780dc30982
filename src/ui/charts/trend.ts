/**
 * Numbers along time: one series, and a second one in other marks to compare it with.
 * Missing numbers are gaps. In blocks columns stand on zero, or on the lowest when everything is far from zero.
 */
import type { Lines } from '../lines.ts';
import type { Pen } from '../pen.ts';
import type { Tone } from '../theme.ts';
import { canvasOf } from './canvas.ts';
import { type Drawing, type Graph, graphOf, type Telling } from './drawing.ts';
import { type Extent, extentOf, withZero } from './extent.ts';
import { footNames } from './foot-names.ts';
import { nothing } from './nothing.ts';
import { ticksOf } from './round-steps.ts';
import { drawSide, legibleTicks, sideRoom } from './side-axis.ts';
import { type Strokes, strokesOf } from './strokes.ts';
import { type Column, drawColumns, levelsOf, type Plot } from './trend-columns.ts';
import { drawBraille, drawMarks, heightsOf } from './trend-points.ts';

export type Series = {
  readonly values: readonly number[];
  /** Shown beside its mark when there are two. */
  readonly label?: string;
  readonly tone?: (value: number) => Tone;
};
export type Trend = {
  /** What each point is called. */
  readonly names: readonly string[];
  /** One or two; what is after the second is not drawn. */
  readonly series: readonly Series[];
  readonly text: Telling;
  /** The smallest difference that `text` can tell: the axis is marked no finer. 1 for whole things. */
  readonly finest?: number;
};

/** An index of 1.02 to 1.06 is drawn from 1.02; amounts are drawn from 0, because the length of a column is read as the amount. */
const FAR = 0.8;
/** Rows that the legend leaves to the chart at the least, and the names of the points. */
const BELOW_LEGEND = 5;
const ABOVE_NAMES = 2;

/** As many lines as the height; one dash when nothing is known. */
export function trendLines(trend: Trend, drawing: Drawing): Lines {
  const { width, height, pen } = drawing;
  const graph = graphOf(drawing);
  const strokes = strokesOf(graph);
  const series = trend.series.slice(0, 2);
  const range = extentOf(series.flatMap(({ values }) => values));
  if (!range || width < 1 || height < 1) return nothing(drawing);

  const extent = withZero(range, FAR);
  const points = Math.max(...series.map(({ values }) => values.length));
  const legend = legendOf(series, { graph, strokes, pen });
  const top = legend && height - 1 >= BELOW_LEGEND && pen.width(legend.map(({ text }) => text).join('')) <= width ? 1 : 0;

  const marks = ticksOf(extent.low, extent.high, { wanted: height - top > 8 ? 5 : 3, finest: trend.finest ?? 0 });
  const room = sideRoom(marks.map(trend.text), width, pen);
  const left = room.figures + room.line;
  const slot = Math.max(1, Math.floor((width - left) / points));
  const drawn = Math.min(width - left, slot * points);
  const middle = (i: number) => left + Math.floor(((i + 0.5) * drawn) / points);
  const names = footNames(
    trend.names.slice(0, points).map((text, i) => ({ text, middle: middle(i) })),
    { from: 0, to: width, pen },
  );
  const foot = names.length > 0 && height - top > ABOVE_NAMES ? 1 : 0;
  const rows = height - top - foot;

  const canvas = canvasOf(drawing);
  const plot: Plot = { canvas, strokes, left, top, rows, width: drawn, slot, extent };
  const rowOf = rowsOf(extent, rows, graph);
  const ticks = legibleTicks(marks.map(value => ({ row: rowOf(value), text: trend.text(value), zero: value === 0 })));
  const broken = extent.low > 0 ? rows - 1 : extent.high < 0 ? 0 : undefined;
  drawSide(canvas, { top, rows, room, ticks, broken, pen, strokes });
  drawSeries(
    plot,
    series.map(one => columnsOf(one, points)),
    graph,
  );
  for (const { text, x } of foot ? names : []) canvas.write(x, top + rows, text, 'quiet');
  if (top && legend) legend.reduce((x, { text, tone }) => (canvas.write(x, 0, text, tone) ? x + pen.width(text) : x), left);
  return canvas.lines();
}

const columnsOf = ({ values, tone }: Series, points: number): readonly Column[] =>
  Array.from({ length: points }, (_, i) => {
    const value = values[i] ?? Number.NaN;
    return Number.isFinite(value) ? { value, tone: tone?.(value) } : { value: Number.NaN, tone: undefined };
  });

function drawSeries(plot: Plot, series: readonly (readonly Column[])[], graph: Graph): void {
  const [first = [], second] = series.map(columns => (graph === 'braille' ? columns : thinned(columns, plot.width, plot.extent)));
  const both = second ? [first, second] : [first];
  switch (graph) {
    case 'block':
      drawColumns(plot, first, second);
      break;
    case 'braille':
      drawBraille(plot, both);
      break;
    case 'ascii':
      drawMarks(plot, both);
      break;
  }
}

/** More points than columns: of those that share one the farthest from the base line is drawn, so that no peak is lost. */
function thinned(columns: readonly Column[], width: number, { low, high }: Extent): readonly Column[] {
  if (columns.length <= width) return columns;
  const base = Math.max(low, Math.min(high, 0));
  const farther = (a: Column, b: Column) => (Number.isNaN(a.value) || Math.abs(b.value - base) > Math.abs(a.value - base) ? b : a);
  const thin: Column[] = [];
  columns.forEach((column, i) => {
    const at = Math.floor((i * width) / columns.length);
    thin[at] = thin[at] ? farther(thin[at], column) : column;
  });
  return thin;
}

function rowsOf(extent: Extent, rows: number, graph: Graph): (value: number) => number {
  if (graph === 'block') return levelsOf(extent, rows).rowOf;
  const dots = graph === 'braille' ? 4 : 1;
  const { dotOf } = heightsOf(extent, rows, dots);
  return value => Math.floor(dotOf(value) / dots);
}

type Legend = readonly { readonly text: string; readonly tone?: Tone }[] | undefined;

function legendOf(
  [first, second]: readonly Series[],
  { graph, strokes, pen }: { readonly graph: Graph; readonly strokes: Strokes; readonly pen: Pen },
): Legend {
  if (!first?.label || !second?.label) return undefined;
  const [one, two] =
    graph === 'ascii' ? ['*', strokes.second] : graph === 'braille' ? ['⠒⠒', '⠂⠂'] : [strokes.gain, strokes.second + strokes.second];
  const label = (text: string) => ({ text: pen.cut(text, Number.POSITIVE_INFINITY), tone: 'quiet' as const });
  return [{ text: `${one} ` }, label(first.label), { text: `   ${two} ` }, label(second.label)];
}
