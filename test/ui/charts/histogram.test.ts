import { describe, expect, it } from 'vitest';
import { flagsOf } from '../../../src/ui/charts/flags.ts';
import { histogramLines } from '../../../src/ui/charts/histogram.ts';
import { asciiPen, drawing, textOf } from './charts.ts';
import { frame } from './frame.tsx';

const INF = Number.POSITIVE_INFINITY;
const text = String;
const costs = {
  bins: [
    { from: 0, to: 10, count: 4 },
    { from: 10, to: 20, count: 2 },
    { from: 20, to: 30, count: 1 },
    { from: 30, to: INF, count: 3 },
  ],
  lines: [
    { at: 5, label: '低' },
    { at: 25, label: '高' },
  ],
  text,
  count: text,
};

describe('a histogram', () => {
  // 24 columns: figure, blank and axis leave 21, `› 3` takes three, so six for each of three closed bins.
  // Eight rows: one of labels, five of columns, the axis, the bounds. A row is 4 / 5, so 4, 2, 1 are 40, 20, 10 eighths.
  // 5 is half way into the first bin (column 3 of 6), 25 half way into the third.
  it('has marked lines through its columns, and tells what is beyond them', () => {
    expect(frame(histogramLines(costs, drawing('24x8')))).toBe(`
      ┊低         ┊高
4 ┤███┊██         ┊
  │███┊██         ┊
2 ┤███┊██▄▄▄▄▄▄   ┊
  │███┊████████▂▂▂┊▂▂
  │███┊███████████┊██› 3
0 └┬──┴──┬─────┬──┴──┬──
   0    10    20    30
`);
  });

  it('in ASCII', () => {
    expect(frame(histogramLines(costs, drawing('24x8', 'braille', asciiPen)))).toBe(`
      |低         |高
4 +###|##         |
  |###|##         |
2 +###|##::::::   |
  |###|########...|..
  |###|###########|##> 3
0 ++--+--+-----+--+--+--
   0    10    20    30
`);
  });

  it.each([
    [0, 3], // the lower bound is the first column of its bin
    [9.99, 8],
    [10, 9],
    [29.99, 20],
    [30, 20], // the upper bound of the last bin is its last column
  ])('marks %d in column %d', (at, column) => {
    const rows = textOf(histogramLines({ ...costs, lines: [{ at, label: '' }] }, drawing('24x8')));
    expect(rows[1]?.indexOf('┊')).toBe(column);
  });

  // No rule where it does not belong: the label stands at that end, with the sign that it is farther out.
  it('says that a line is outside', () => {
    const outside = {
      ...costs,
      lines: [
        { at: 31, label: '高' },
        { at: -1, label: '低' },
      ],
    };
    const rows = textOf(histogramLines(outside, drawing('24x8')));
    expect([rows[0], rows.slice(1).join('').includes('┊')]).toEqual(['   ‹ 低          高 ›', false]);
  });

  // Three bins and the sign that there is more; then two bins to a column, 4 + 2 and 1.
  it('counts neighbours together where it is narrow', () => {
    expect(['4x1', '3x1'].map(size => textOf(histogramLines({ ...costs, lines: [] }, drawing(size))))).toEqual([['█▄▂›'], ['█▁›']]);
  });

  // Two rows of columns, a row is 2: 16, 8 and 4 eighths. First the labels above go, then the bounds, then the axis.
  it('gives up labels, bounds and axis where it is low', () => {
    const columns = ['4 ┤███┊██         ┊', '2 ┤███┊████████▄▄▄┊▄▄› 3'];
    expect(['24x4', '24x3', '24x2'].map(size => textOf(histogramLines(costs, drawing(size))))).toEqual([
      [...columns, '0 └┬──┴──┬─────┬──┴──┬──', '   0    10    20    30'],
      [...columns, '0 └───┴───────────┴─────'],
      columns,
    ]);
  });

  it('of nothing is a dash', () => {
    expect(textOf(histogramLines({ ...costs, bins: [] }, drawing('24x8')))).toEqual(['–']);
  });
});

describe('labels of marked lines', () => {
  it.each([
    // one stands to the right of its line, and to the left where there is no room
    [[{ x: 5, width: 4 }], [{ row: 0, x: 6 }]],
    [[{ x: 27, width: 4 }], [{ row: 0, x: 23 }]],
    // neighbours turn away from each other
    [
      [
        { x: 5, width: 4 },
        { x: 6, width: 4 },
      ],
      [
        { row: 0, x: 1 },
        { row: 0, x: 7 },
      ],
    ],
    // the one between two goes up: its own line runs free between their labels, and neither of theirs through its label
    [
      [
        { x: 5, width: 4 },
        { x: 6, width: 4 },
        { x: 7, width: 4 },
      ],
      [
        { row: 0, x: 1 },
        { row: 1, x: 7 },
        { row: 0, x: 8 },
      ],
    ],
    // what is wider than the plot goes without
    [
      [
        { x: 5, width: 4 },
        { x: 6, width: 40 },
      ],
      [{ row: 0, x: 6 }, undefined],
    ],
  ])('%j', (poles, wanted) => {
    expect(flagsOf(poles, { width: 30, rows: 2 })).toEqual(wanted);
  });

  it('go without where there is no row', () => {
    expect(flagsOf([{ x: 5, width: 4 }], { width: 30, rows: 0 })).toEqual([undefined]);
  });
});
