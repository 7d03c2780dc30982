import { describe, expect, it } from 'vitest';
import { barLines } from '../../../src/ui/charts/bars.ts';
import { asciiPen, drawing, textOf } from './charts.ts';
import { frame } from './frame.tsx';

const named = (values: Record<string, number>) => Object.entries(values).map(([label, value]) => ({ label, value }));
const text = String;
const margins = { bars: named({ 骨科: -4, 儿科: Number.NaN, 心内科: 2, 产科: 0 }), text };

describe('bars', () => {
  // 20 columns: six for the names, two for the figures, two blanks after each; of the eight left one is the axis.
  // −4 to 2 is parted 5 to 2 (7 x 4/6 = 4.7), a column is 1 (2 / 2, against 4 / 5).
  it('stand on both sides of a common zero', () => {
    expect(frame(barLines(margins, drawing('20x9')))).toBe(`
骨科    -4   ████│
儿科     –       │
心内科   2       │██
产科     0       │
`);
  });

  it('tell the side by the mark too in ASCII', () => {
    expect(frame(barLines(margins, drawing('20x9', 'block', asciiPen)))).toBe(`
骨科    -4   ####|
儿科     -       |
心内科   2       |==
产科     0       |
`);
  });

  // Eight columns for 8: 3.5 is three and a half, almost nothing is an eighth.
  it('begin at the left when nothing is negative', () => {
    const bars = [8, 3.5, 0.01, 0].map(value => ({ label: '', value }));
    expect(frame(barLines({ bars, text }, drawing('14x9')))).toBe(`
   8  ████████
 3.5  ███▌
0.01  ▏
   0
`);
  });

  // All negative: zero at the right edge. Ends at the left are as fine as there are characters: 0.5 is ▐, a hair is ▕.
  it('end at the right when all are negative', () => {
    const bars = [-4, -1.5, -0.01].map(value => ({ label: '', value }));
    expect(frame(barLines({ bars, text }, drawing('12x9')))).toBe(`
   -4  ████│
 -1.5    ▐█│
-0.01     ▕│
`);
  });

  it('tell how many are not shown, in the columns and the scale of all', () => {
    const more = (hidden: number) => `另有 ${hidden} 个`;
    expect(textOf(barLines({ ...margins, more }, drawing('20x3')))).toEqual(['骨科    -4   ████│', '儿科     –       │', '另有 2 个']);
    expect(textOf(barLines({ bars: margins.bars.slice(2).concat(margins.bars[0]!), text }, drawing('20x1')))).toEqual([
      '心内科   2       │██',
    ]);
  });

  // Name 18, figure 6. Of 40 columns the name may have 16, an odd one stays empty. Then names are shortened, then no bar, then no name, then only the bar
  it('give up names before figures, and never a part of a figure', () => {
    const bars = named({ 呼吸与危重症医学科: -131.3 });
    expect(['40x1', '22x1', '14x1', '11x1', '6x1', '5x1'].map(size => textOf(barLines({ bars, text }, drawing(size)))[0])).toEqual([
      '呼吸与危重症医…   -131.3  █████████████│',
      '呼吸…   -131.3  █████│',
      '呼吸…   -131.3',
      '-131.3  ██│',
      '-131.3',
      '████│',
    ]);
  });

  it('of nothing are a dash, of nothing known only names', () => {
    expect(textOf(barLines({ bars: [], text }, drawing('20x3')))).toEqual(['–']);
    expect(textOf(barLines({ bars: named({ 产科: Number.NaN }), text }, drawing('20x3')))).toEqual(['产科  –']);
  });
});
