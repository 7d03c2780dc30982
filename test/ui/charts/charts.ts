/** Every chart by name with numbers of any kind, as the property tests draw them. */
import fc from 'fast-check';
import { barLines } from '../../../src/ui/charts/bars.ts';
import { binsOf } from '../../../src/ui/charts/bins.ts';
import type { Drawing, Graph } from '../../../src/ui/charts/drawing.ts';
import { gaugeLines } from '../../../src/ui/charts/gauge.ts';
import { histogramLines } from '../../../src/ui/charts/histogram.ts';
import { quadrantLines } from '../../../src/ui/charts/quadrants.ts';
import { trendLines } from '../../../src/ui/charts/trend.ts';
import { waterfallLines } from '../../../src/ui/charts/waterfall.ts';
import type { Lines } from '../../../src/ui/lines.ts';
import { makePen } from '../../../src/ui/pen.ts';

export const pen = makePen('zh', false);
export const asciiPen = makePen('zh', true);

/** The lines as text, as a report prints them. */
export const textOf = (lines: Lines): readonly string[] => lines.map(spans => spans.map(({ text }) => text).join(''));

export const drawing = (size: string, graph: Graph = 'block', ink = pen): Drawing => {
  const [width = 0, height = 0] = size.split('x').map(Number);
  return { width, height, pen: ink, graph };
};

export const someDrawing = fc.record({
  width: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 31, max: 130 })),
  height: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 4, max: 20 })),
  pen: fc.constantFrom(pen, asciiPen),
  graph: fc.constantFrom<Graph>('block', 'braille', 'ascii'),
});

const someNumber = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.double({ min: -10, max: 10 }),
  fc.double(),
  fc.constantFrom(0, -0, Number.NaN, 1e308, -1e308, 5e-324, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);
const someLabel = fc.string({ unit: fc.constantFrom('骨', '科', 'a', '1', ' ', '·', '…', '𠮷', '\t', '\u0301'), maxLength: 14 });
const named = fc.record({ label: someLabel, value: someNumber });

/** A chart that waits for where it is drawn. */
type Waiting = (drawing: Drawing) => Lines;

export const someCharts = (text: (value: number) => string): Readonly<Record<string, fc.Arbitrary<Waiting>>> => ({
  trend: fc
    .record({
      names: fc.array(someLabel, { maxLength: 40 }),
      series: fc.array(fc.record({ values: fc.array(someNumber, { maxLength: 200 }), label: someLabel }), { maxLength: 3 }),
    })
    .map(trend => at => trendLines({ ...trend, text }, at)),
  bars: fc.array(named, { maxLength: 30 }).map(bars => at => barLines({ bars, text, more: () => '另有' }, at)),
  histogram: fc
    .record({
      values: fc.array(someNumber, { maxLength: 100 }),
      wanted: fc.integer({ min: 1, max: 200 }),
      clip: fc.constantFrom(0, 0.05),
      lines: fc.array(fc.record({ at: someNumber, label: someLabel }), { maxLength: 6 }),
    })
    .map(
      ({ values, wanted, clip, lines }) =>
        at =>
          histogramLines({ bins: binsOf(values, { wanted, clip }).bins, lines, text, count: text }, at),
    ),
  quadrants: fc
    .record({
      points: fc.array(fc.record({ x: someNumber, y: someNumber, label: someLabel, selected: fc.boolean() }), { maxLength: 30 }),
      at: fc.record({ x: someNumber, y: someNumber }),
      corners: fc.record({ topLeft: someLabel, topRight: someLabel, bottomLeft: someLabel, bottomRight: someLabel }),
      axes: fc.record({ x: someLabel, y: someLabel }),
    })
    .map(quadrants => at => quadrantLines({ ...quadrants, text: { x: text, y: text } }, at)),
  waterfall: fc
    .record({ start: named, steps: fc.array(named, { maxLength: 20 }), end: named })
    .map(waterfall => at => waterfallLines({ ...waterfall, remainder: '余项', rest: '其余', text, change: text }, at)),
  gauge: fc
    .record({
      label: someLabel,
      value: someNumber,
      limit: someNumber,
      marks: fc.array(fc.record({ at: someNumber, label: someLabel }), { maxLength: 4 }),
    })
    .map(gauge => at => gaugeLines({ ...gauge, text }, at)),
});
