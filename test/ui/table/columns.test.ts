import { describe, expect, it } from 'vitest';
import { placeColumns } from '../../../src/ui/table/columns.ts';
import { type Column, numberColumn } from '../../../src/ui/table/sheet.ts';

const column = (key: string, width: number, more: Partial<Column> = {}): Column => ({
  ...numberColumn({ key, title: key, width, value: () => 0, text: () => '' }),
  ...more,
});
// Two blanks before each column: id 10, a 6, b 6, c 6, d 6, end 8.
const columns = [
  column('id', 8, { fixed: 'left' }),
  ...['a', 'b', 'c', 'd'].map(key => column(key, 4)),
  column('end', 6, { fixed: 'right' }),
];

/** `id a b> end`: what is drawn, and at which side more is hidden. */
function drawn(current: number, width: number, of = columns): string {
  const { placed, hiddenLeft, hiddenRight } = placeColumns(of, current, width);
  return `${hiddenLeft ? '<' : ''}${placed.map(({ column: { key } }) => key).join(' ')}${hiddenRight ? '>' : ''}`;
}

describe('columns that fit', () => {
  it.each([
    [0, 42, 'id a b c d end'], // 10 + 4 x 6 + 8 = 42
    [0, 41, 'id a b c end>'],
    [3, 41, 'id a b c end>'],
    [4, 41, '<id b c d end'],
    [5, 41, 'id a b c end>'],
    [2, 24, '<id b end>'], // 10 + 6 + 8
    [4, 24, '<id d end'],
    [1, 23, 'id a b>'], // no room beside both: the current one is in sight, what is fixed at the right gives way
    [5, 23, 'id end>'],
    [1, 15, '<a b>'], // nor beside the left one: 10 + 6
    [1, 4, '<a>'], // narrower than the column: it gets what there is
  ])('column %i is in sight in %i', (current, width, wanted) => {
    expect(drawn(current, width)).toBe(wanted);
  });

  it('gives what is left to the last column that can grow', () => {
    const growing = [column('a', 4, { grows: true }), column('b', 4), column('c', 4, { grows: true })];
    const widths = (width: number) => placeColumns(growing, 0, width).placed.map(placed => placed.width);
    expect([widths(30), widths(17)]).toEqual([
      [4, 4, 16],
      [9, 4],
    ]);
  });

  it('lets a column that knows how wide it gets take that first', () => {
    const growing = [column('label', 4, { grows: true, most: 10 }), column('b', 4), column('bar', 4, { grows: true })];
    const widths = (width: number) => placeColumns(growing, 0, width).placed.map(placed => placed.width);
    // three columns of 4 with 2 blanks each are 18
    expect([widths(18), widths(21), widths(24), widths(30)]).toEqual([
      [4, 4, 4],
      [7, 4, 4],
      [10, 4, 4],
      [10, 4, 10],
    ]);
    expect(placeColumns(growing.slice(0, 2), 0, 40).placed.map(placed => placed.width)).toEqual([10, 4]);
  });
});
