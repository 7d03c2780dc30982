import { describe, expect, it } from 'vitest';
import { type Quadrants, quadrantLines } from '../../../src/ui/charts/quadrants.ts';
import { asciiPen, drawing, textOf } from './charts.ts';
import { frame } from './frame.tsx';

const text = { x: String, y: String };
const departments: Quadrants = {
  points: [
    { x: 0, y: -2, label: '骨科', selected: true },
    { x: 4, y: 2, label: '儿科' },
    { x: 3, y: 1, label: '心' },
    { x: 3, y: 1, label: '肾' },
    { x: Number.NaN, y: 1, label: '无' },
  ],
  at: { x: 2, y: 0 },
  corners: { topLeft: '甲', topRight: '乙', bottomLeft: '丙', bottomRight: '丁' },
  axes: { x: 'CMI', y: '差' },
  text,
};

describe('quadrants', () => {
  // 30 columns, three of them for figures: 0, 2, 3, 4 of 4 stand in columns 0, 13, 20 (19.5) and 26 of 27.
  // Seven rows, five of them for −2 to 2. Titles give way to points: 乙 and 丙 stand a row nearer to the middle.
  it('part things by two measures', () => {
    expect(frame(quadrantLines(departments, drawing('30x7')))).toBe(`
   ↑ 差                  CMI →
 2 甲           │       儿科 •
                │   肾 2 心 乙
 0 ─────────────┼─────────────
   丙           │
-2 ◆ 骨科       │           丁
   0            2            4
`);
  });

  it('in ASCII', () => {
    expect(frame(quadrantLines(departments, drawing('30x7', 'braille', asciiPen)))).toBe(`
   ^ 差                  CMI >
 2 甲           |       儿科 o
                |   肾 2 心 乙
 0 -------------+-------------
   丙           |
-2 @ 骨科       |           丁
   0            2            4
`);
  });

  const bare = { ...departments, corners: { topLeft: '', topRight: '', bottomLeft: '', bottomRight: '' }, axes: { x: '', y: '' } };
  const at = (x: number, y: number, label = '') => ({ x, y, label });

  // Nine columns from 0 to 8 and the line at 4; 3.99 and 4.01 would round onto it.
  it('keep every thing on its own side of the line', () => {
    const points = [at(0, 1), at(3.99, 1), at(4, 1), at(4.01, 1), at(8, 1)];
    expect(textOf(quadrantLines({ ...bare, points, at: { x: 4, y: 0 } }, drawing('9x2')))).toEqual(['•  •••  •', '────┼────']);
  });

  it.each([
    [1, '•'],
    [2, '2'],
    [9, '9'],
    [10, '+'],
  ])('show %d on one cell as %s', (count, wanted) => {
    const points = Array.from({ length: count }, () => at(0, 1));
    expect(textOf(quadrantLines({ ...bare, points, at: { x: 4, y: 0 } }, drawing('3x2')))).toEqual([`${wanted} │`, '──┼']);
  });

  // Columns 0 to 11 all taken, the selected one in column 4: beside it, over others rather than not at all.
  it('always show the selected one, and its label', () => {
    const crowd = Array.from({ length: 12 }, (_, x) => at(x, 0));
    const points = [...crowd, { ...at(4, 0, '骨科'), selected: true }];
    const undivided = { ...bare, points, at: { x: Number.NaN, y: Number.NaN } };
    expect(textOf(quadrantLines(undivided, drawing('12x1')))).toEqual(['••••◆•骨科••']);
    // in nine columns (0 to 8) three are left beside it: the name is cut there, never away
    const nine = { ...undivided, points: [...crowd.slice(0, 9), { ...at(4, 0, '骨科'), selected: true }] };
    expect(textOf(quadrantLines(nine, drawing('9x1')))).toEqual(['••••◆•骨•']);
  });

  // 一二 has a thing at its right and the edge at its left; 三四 then takes the place that 五六 would need.
  it('leave a label away rather than over another', () => {
    const points = [at(0, 1, '一二'), at(1, 1, '三四'), at(8, 1, '五六')];
    expect(textOf(quadrantLines({ ...bare, points, at: { x: Number.NaN, y: Number.NaN } }, drawing('9x1')))).toEqual(['•• 三四 •']);
  });

  it('of nothing known are a dash', () => {
    expect(textOf(quadrantLines({ ...bare, points: [at(Number.NaN, 1)] }, drawing('30x7')))).toEqual(['–']);
  });
});
