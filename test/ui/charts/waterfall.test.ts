import { describe, expect, it } from 'vitest';
import { waterfallLines } from '../../../src/ui/charts/waterfall.ts';
import { asciiPen, drawing, textOf } from './charts.ts';
import { frame } from './frame.tsx';

const change = (value: number): string => (value > 0 ? `+${value}` : String(value));
const words = { remainder: '余项', rest: '其余', text: String, change };
const total = (label: string, value: number) => ({ label, value });

// 100 + 20 − 50 = 70, so −10 is left to 60.
const reform = { ...words, start: total('按项目', 100), steps: [total('效率', 20), total('价格', -50)], end: total('DRG', 60) };

describe('a waterfall', () => {
  // 40 columns: six of name, three of figure, two blanks between: 27 for the bars. From 60 to 120 is far from zero, so the bars
  // begin an eighth of that before it, at 52.5, and say so; a column is 2.5: 60, 70, 100, 120 stand at 3, 7, 19, 27.
  it('floats every step from where the last ended, and tells what is left', () => {
    expect(frame(waterfallLines(reform, drawing('40x10')))).toBe(`
按项目  ≈██████████████████          100
效率                       ████████  +20
价格           ████████████████████  -50
余项       ████                      -10
DRG     ≈██                           60
`);
  });

  it('tells gains from losses by the mark too in ASCII', () => {
    expect(frame(waterfallLines(reform, drawing('40x10', 'block', asciiPen)))).toBe(`
按项目  ~==================          100
效率                       ========  +20
价格           ####################  -50
余项       ####                      -10
DRG     ~==                           60
`);
  });

  // 20 − 40 = −20: twelve columns from −20 to 20, zero after the sixth; its line shows where nothing is drawn over it.
  it('crosses zero', () => {
    const fall = { ...words, start: total('a', 20), steps: [total('b', -40)], end: total('c', -20) };
    expect(frame(waterfallLines(fall, drawing('20x5')))).toBe(`
a        ██████   20
b  ████████████  -40
c  ██████│       -20
`);
  });

  it.each([
    ['nothing is left', [-40, 1, -1], []],
    ['one fen is left', [-40, 1], [-1]],
    ['a step is unknown', [-41, Number.NaN], [1]],
    ['digits are noise', [-40 + 0.1 + 0.2, -0.3], []],
  ])('%s', (_, steps, left) => {
    const fall = { ...words, start: total('a', 20), steps: steps.map(value => total('b', value)), end: total('c', -20) };
    const rows = textOf(waterfallLines(fall, drawing('60x20')));
    expect(rows.filter(row => row.startsWith('余项')).map(row => Number(row.trim().split(' ').at(-1)))).toEqual(left);
    expect(rows.length).toBe(2 + steps.length + left.length);
  });

  // 0 + 1 + 2 + 3 = 6, so 1 is left to 7
  const climb = { ...words, start: total('a', 0), steps: [1, 2, 3].map(value => total(`+${value}`, value)), end: total('z', 7) };
  it.each([
    [6, ['a 0', '+1 +1', '+2 +2', '+3 +3', '余项 +1', 'z 7']],
    [5, ['a 0', '+1 +1', '其余 +5', '余项 +1', 'z 7']],
    [4, ['a 0', '其余 +6', '余项 +1', 'z 7']],
    [3, ['a 0', '其余 +7', 'z 7']],
    [2, ['a 0', 'z 7']],
    [1, ['z 7']],
  ])('hides no amount in %d lines', (height, wanted) => {
    // eight columns: names and figures only
    expect(textOf(waterfallLines(climb, { ...drawing('8x0'), height })).map(row => row.replace(/ +/, ' '))).toEqual(wanted);
  });

  it('of nothing known is a dash', () => {
    const unknown = { ...words, start: total('a', Number.NaN), steps: [], end: total('z', Number.NaN) };
    expect(textOf(waterfallLines(unknown, drawing('40x4')))).toEqual(['–']);
  });
});
