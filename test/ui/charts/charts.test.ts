import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../src/report/cell-width.ts';
import { barLines } from '../../../src/ui/charts/bars.ts';
import type { Drawing } from '../../../src/ui/charts/drawing.ts';
import { histogramLines } from '../../../src/ui/charts/histogram.ts';
import { quadrantLines } from '../../../src/ui/charts/quadrants.ts';
import { trendLines } from '../../../src/ui/charts/trend.ts';
import type { Lines } from '../../../src/ui/lines.ts';
import { asciiPen, drawing, pen, someCharts, someDrawing, textOf } from './charts.ts';

describe.each(Object.entries(someCharts(String)))('%s, whatever the numbers, the words and the room', (_, someChart) => {
  it('stays in its width and height', () => {
    fc.assert(
      fc.property(someChart, someDrawing, (chart, at) => {
        const lines = textOf(chart(at));
        expect(Math.max(0, ...lines.map(widthOf))).toBeLessThanOrEqual(at.width);
        expect(lines.length).toBeLessThanOrEqual(at.height);
      }),
      { numRuns: 300 },
    );
  });

  it('draws nothing but ASCII where asked', () => {
    fc.assert(
      fc.property(someChart, someDrawing, (chart, at) => {
        // what is not ASCII here are the words given
        const marks = textOf(chart({ ...at, pen: asciiPen }))
          .join('')
          .replace(/\p{Script=Han}|\u0301/gu, '');
        expect(marks).toMatch(/^[ -~]*$/);
      }),
    );
  });
});

// All figures are of sevens, which stand nowhere else: what is left when whole figures are taken out is no part of one.
describe.each(Object.entries(someCharts(() => '7777777')))('%s', (_, someChart) => {
  it('shows a figure whole or not at all', () => {
    fc.assert(
      fc.property(someChart, someDrawing, (chart, at) => {
        expect(textOf(chart(at)).join('\n').replaceAll('7777777', '')).not.toContain('77');
      }),
      { numRuns: 300 },
    );
  });
});

describe('a chart of something known', () => {
  const bins = [{ from: 0, to: 1, count: 3 }];
  const points = [{ x: 1, y: 1, label: '一' }];
  const named = { topLeft: '甲', topRight: '乙', bottomLeft: '丙', bottomRight: '丁' };
  it.each<[string, (at: Drawing) => Lines]>([
    ['trend', at => trendLines({ names: ['一'], series: [{ values: [1, -2] }], text: String }, at)],
    ['histogram', at => histogramLines({ bins, lines: [{ at: 0.5, label: '中' }], text: String, count: String }, at)],
    [
      'quadrants',
      at => quadrantLines({ points, at: { x: 0, y: 0 }, corners: named, axes: { x: 'x', y: 'y' }, text: { x: String, y: String } }, at),
    ],
  ])('is exactly as high as it may be: %s', (_, chart) => {
    fc.assert(
      fc.property(someDrawing, at => {
        expect(chart(at).length).toBe(at.width > 0 ? at.height : 0);
      }),
    );
  });
});

describe('bars', () => {
  it('are as long as their values are large, on both sides', () => {
    const someValues = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(someValues, fc.integer({ min: 20, max: 120 }), (values, width) => {
        const bars = values.map(value => ({ label: '', value }));
        const lines = textOf(barLines({ bars, text: () => '' }, { ...drawing('0x30'), width }));
        const lengths = lines.map(lengthOf);
        const order = values.map((value, i) => ({ value: Math.abs(value), sign: Math.sign(value), length: lengths[i] ?? 0 }));
        for (const sign of [-1, 1]) {
          const side = order.filter(bar => bar.sign === sign).sort((a, b) => a.value - b.value);
          expect(side.every(({ length }, i) => length >= (side[i - 1]?.length ?? 1))).toBe(true);
        }
        expect(order.filter(({ value }) => value === 0).every(({ length }) => length === 0)).toBe(true);
      }),
    );
  });
});

/** Eighths of a cell that are filled. */
function lengthOf(line: string): number {
  const eighths: Record<string, number> = { '▏': 1, '▎': 2, '▍': 3, '▌': 4, '▋': 5, '▊': 6, '▉': 7, '█': 8, '▕': 1, '▐': 4 };
  return [...line].reduce((sum, mark) => sum + (eighths[mark] ?? 0), 0);
}

it('measures words as the pen spells them', () => {
  expect([pen.width('…'), asciiPen.width('…')]).toEqual([1, 3]);
});
