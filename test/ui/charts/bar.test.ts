import { describe, expect, it } from 'vitest';
import { bar } from '../../../src/ui/charts/bar.ts';
import { asciiMarks, richMarks } from '../../../src/ui/marks.ts';

describe('the bar of a cell', () => {
  // 21 columns: ten on each side of the middle.
  it.each([
    [-100, '██████████│'],
    [-50, '     █████│'],
    [-1, '         █│'], // anything at all is one mark
    [0, '          │'],
    [50, '          │▓▓▓▓▓'],
    [100, '          │▓▓▓▓▓▓▓▓▓▓'],
    [Number.NaN, '          │'],
  ])('of %d', (amount, wanted) => {
    expect(bar({ amount, largest: 100, width: 21, marks: richMarks })).toBe(wanted);
  });

  it('is not drawn when all is nothing', () => {
    expect(bar({ amount: 0, largest: 0, width: 5, marks: asciiMarks })).toBe('  |');
  });
});
