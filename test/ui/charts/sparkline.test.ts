import { describe, expect, it } from 'vitest';
import { sparkline } from '../../../src/ui/charts/sparkline.ts';
import { asciiMarks, richMarks } from '../../../src/ui/marks.ts';

describe('a sparkline', () => {
  // eight marks: the share of the range times seven, rounded
  it.each([
    [[-7, 0, Number.NaN, -3.5], '▁█ ▅'], // 0, 7, missing, 3.5 -> 4
    [[1, 1.49, 1.5, 8], '▁▁▂█'], // 0, 0.49, 0.5 -> 1, 7
    [[2, 2, Number.NaN, 2], '▄▄ ▄'], // a level is not a lowest value
    [[0], '▄'],
    [[], ''],
    [[Number.NaN], ' '],
    [[-1e308, 1e308, 0], '▁█▅'], // the range is more than a number holds
  ])('of %j', (numbers, wanted) => {
    expect(sparkline(numbers, richMarks)).toBe(wanted);
  });

  it('is ASCII where asked', () => {
    expect(sparkline([0, 7, 3], asciiMarks)).toBe('_#~');
  });

  it('takes as many numbers as there are', () => {
    const numbers = Array.from({ length: 300_000 }, (_, i) => i);
    expect(sparkline(numbers, richMarks)).toHaveLength(300_000);
  });
});
