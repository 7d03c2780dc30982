import { describe, expect, it } from 'vitest';
import { gaugeLines } from '../../../src/ui/charts/gauge.ts';
import { asciiPen, drawing, textOf } from './charts.ts';
import { frame } from './frame.tsx';

const used = (value: number) => ({
  label: '预算',
  value,
  limit: 100,
  marks: [
    { at: 80, label: '80%' },
    { at: 100, label: '100%' },
  ],
  text: (part: number) => `${part}%`,
});

// 40 columns: four of name, six for `100% ▲`, two blanks after name and bar: 26. The end mark stands at 25 x 6/7, in column 21.
describe('a gauge', () => {
  // 50 is 10.5 columns, 80 is in column 16 (16.8).
  it('shows what is used of a limit', () => {
    expect(frame(gaugeLines(used(50), drawing('40x2')))).toBe(`
预算  ██████████▌─────┊────│       50%
                     80% 100%
`);
  });

  it('in ASCII', () => {
    expect(frame(gaugeLines(used(50), drawing('40x2', 'block', asciiPen)))).toBe(`
预算  ===========-----|----|       50%
                     80% 100%
`);
  });

  it.each([
    [0, '预算  ────────────────┊────│        0%'],
    [100, '预算  ████████████████┊████│      100%'], // the limit itself is not over
    [101, '预算  ████████████████┊████│▓     101% ▲'], // 0.2 columns past, but past
    [110, '预算  ████████████████┊████│▓▓    110% ▲'], // 2.1 columns past
    [200, '预算  ████████████████┊████│▓▓▓›  200% ▲'], // farther than the room reaches
    [-5, '预算  ────────────────┊────│       -5%'],
    [Number.NaN, '预算  ────────────────┊────│         –'],
  ])('at %d', (value, wanted) => {
    expect(textOf(gaugeLines(used(value), drawing('40x1')))).toEqual([wanted]);
  });

  it('of no limit has a figure and an empty bar', () => {
    const unknown = { ...used(50), limit: Number.NaN, text: (part: number) => (Number.isNaN(part) ? '–' : `${part}`) };
    // 26 + 6 − 4 columns, since the figures are two digits: 28, the end mark in 23
    expect(textOf(gaugeLines(unknown, drawing('40x2')))).toEqual(['预算  ───────────────────────│      50']);
  });

  // The figure keeps two columns for the sign that it is exceeded. A bar of less than eight columns has no marks in it.
  it.each([
    [12, '预算   50%'],
    [11, '▌│    50%'],
    [6, ' 50%'],
    [5, '█▌─│'],
  ])('in %d columns', (width, wanted) => {
    expect(textOf(gaugeLines(used(50), { ...drawing('0x2'), width }))).toEqual([wanted]);
  });
});
