import { describe, expect, it } from 'vitest';
import { trendLines } from '../../../src/ui/charts/trend.ts';
import { asciiPen, drawing, textOf } from './charts.ts';
import { frame } from './frame.tsx';

const text = String;
// Figures take two columns and a blank, the axis one: 16 columns are left, two for each of six points.
const crossing = { names: ['a', 'b', 'c', 'd', 'e', 'f'], series: [{ values: [4, 2, Number.NaN, 0, -2, -1] }], text };

describe('a trend', () => {
  // Four rows for +4 to −2: two above zero and two below, a row is 2. In eighths 16, 8, missing, 0, −8, −4.
  // Zero is a rule, the missing c is a break in it.
  it('in blocks', () => {
    expect(frame(trendLines(crossing, drawing('20x5')))).toBe(`
 4 ┤██
 0 ┼████  ──────
-2 ┤        ██▀▀
   │
     a b c d e f
`);
  });

  // Sixteen dots high, zero ten dots down, a dot is 0.4: rows of dots 0, 5, missing, 10, 15, 13 (2.5 rounds to 3),
  // columns of dots 2, 6, 10, 14, 18, 22. From (2,0) to (6,5): (3,1) (4,2) (4,3) (5,4).
  // From (14,10) to (18,15): (15,11) (16,12) (16,13) (17,14); on to (22,13): (19,15) (20,14) (21,14).
  it('in braille', () => {
    expect(frame(trendLines(crossing, drawing('20x5', 'braille')))).toBe(`
 4 ┤ ⠑⡄
 2 ┤  ⠈⠂
 0 ┼───────⢄────
-2 ┤        ⠣⣀⠤⠂
     a b c d e f
`);
  });

  // Zero in the third row, a row is 2: −1 is half a row and still below zero.
  it('in ASCII, whatever was asked for', () => {
    expect(frame(trendLines(crossing, drawing('20x5', 'block', asciiPen)))).toBe(`
 4 + *
 2 +   *
 0 +-------*----
-2 +         * *
     a b c d e f
`);
  });

  const two = {
    names: ['x', 'y'],
    series: [
      { values: [2, 4], label: '今年' },
      { values: [4, 1], label: '去年' },
    ],
    text,
  };
  // Four rows of one; eight columns a point, two of them for the second series at 4 and at 1.
  it('of two series', () => {
    expect(frame(trendLines(two, drawing('20x6')))).toBe(`
   █ 今年   ╌╌ 去年
4 ┤      ╌╌██████
  │        ██████
2 ┤██████  ██████
0 ┼██████  ██████╌╌
       x       y
`);
  });
  // Four rows from 4 to 0: row 3 − value × 3/4, so 2 is in row 1 or 2 (1.5 rounds to 2), 1 in row 2 (2.25).
  it('of two series in ASCII', () => {
    expect(frame(trendLines(two, drawing('20x6', 'ascii')))).toBe(`
   * 今年   o 去年
4 +    o       *
  |
2 +    *       o
0 +
       x       y
`);
  });

  // 1.02 to 1.04 is far from zero: the axis begins at the lowest and says that it is broken. What is lowest is still an eighth.
  it('far from zero', () => {
    const index = { names: ['a', 'b'], series: [{ values: [1.02, 1.04] }], text: (value: number) => value.toFixed(2) };
    expect(frame(trendLines(index, drawing('14x3')))).toBe(`
1.04 ┤    ███
1.02 ≈▁▁▁ ███
        a   b
`);
  });

  // 8 is four fifths of 10 and far from zero, 7.9 is not; two rows, so that 7.9 of 10 is 12.6 eighths, 8 is the lowest there is.
  it.each([
    [
      [7.9, 10],
      ['▅█', '██'],
    ],
    [
      [8, 10],
      [' █', '▁█'],
    ],
    [
      [-7.9, -10],
      ['██', '▀█'],
    ],
    [
      [-8, -10],
      ['▔█', ' █'],
    ],
  ])('of %j', (values, wanted) => {
    expect(textOf(trendLines({ names: [], series: [{ values }], text }, drawing('2x2')))).toEqual(wanted);
  });

  // All below zero and near it: columns hang from the top, a row is 1; −1 ends in the row of 0, which has the figure.
  it('of losses only', () => {
    expect(frame(trendLines({ names: [], series: [{ values: [-2, -1, 0] }], text }, drawing('12x2')))).toBe(`
 0 ┼████──
-2 ┤██
`);
  });

  it.each([
    ['one value', [5], ['██']], // and the blank after it
    ['nothing at all', [], ['–']],
    ['nothing known', [Number.NaN, Number.POSITIVE_INFINITY], ['–']],
    ['zeros', [0, 0, 0], ['───']],
    ['a level', [7, 7, 7], ['███']],
  ])('of %s', (_, values, wanted) => {
    expect(textOf(trendLines({ names: [], series: [{ values }], text }, drawing('3x1')))).toEqual(wanted);
  });

  // a thousand points in ten columns: one lone peak and one lone trough are both drawn
  it('loses no peak of more points than columns', () => {
    const values = Array.from({ length: 1000 }, (_, i) => (i === 250 ? 9 : i === 750 ? -9 : 1));
    const lines = textOf(trendLines({ names: [], series: [{ values }], text }, drawing('13x4')));
    // figures and line leave nine columns: 250 is in the third (9 x 0.25 = 2.25), 750 in the seventh (6.75);
    // a row is 4.5, so 1 is 1.8 eighths, and −5 is past the end of the first row below zero
    expect(lines).toEqual([' 5 ┤  █', ' 0 ┼▂▂█▂▂▂─▂▂', '   │      █', '-5 ┤      █']);
  });

  it('draws the smallest numbers there are', () => {
    const least = { names: [], series: [{ values: [5e-324, -5e-324] }], text: () => '' };
    expect(trendLines(least, drawing('20x4', 'braille'))).toHaveLength(4);
  });

  it('takes a figure whole or not at all, then gives up the axis', () => {
    const money = { names: ['1月'], series: [{ values: [3] }], text: (value: number) => `${value},000.00` };
    // a figure of eight, a blank, the line, and eight for the plot: 18; the plot keeps a blank after a column
    expect(['18x1', '17x1', '5x1', '4x1'].map(size => textOf(trendLines(money, drawing(size))))).toEqual([
      ['0,000.00 ┼███████'],
      ['┼███████████████'],
      ['┼███'],
      ['███'],
    ]);
  });
});
