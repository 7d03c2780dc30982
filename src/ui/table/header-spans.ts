/**
 * The line of column names. The current column has a mark before its name, a sorted one a mark after it, with its rank where several
 * sort; all stand in the blanks between columns, so that they never cut a name. Marks there also tell that there are more columns.
 */
import type { Span } from '../lines.ts';
import type { Pen } from '../pen.ts';
import type { Placement } from './columns.ts';
import { columnAt, type TableView } from './table-view.ts';

export function headerSpans({ placed, hiddenLeft, hiddenRight }: Placement, view: TableView, pen: Pen): readonly Span[] {
  const { marks } = pen;
  const current = columnAt(view);
  const firstMoving = placed.findIndex(({ column }) => column.fixed === undefined);
  const afterMoving = placed.findIndex(({ column }) => column.fixed === 'right');
  const lastMoving = (afterMoving < 0 ? placed.length : afterMoving) - 1;
  const cells = placed.map(({ column, index, width }, place): Span => {
    const isCurrent = index === current;
    const more = hiddenRight && place === lastMoving ? marks.hiddenRight : hiddenLeft && place === firstMoving - 1 ? marks.hiddenLeft : ' ';
    const sign = sortSign(view, column.key, pen);
    // A rank stands in the column's own width when the blank beside it is taken by the mark.
    const room = width - Math.max(0, pen.width(sign) - 1);
    const name = (isCurrent ? marks.column : ' ') + pen.cut(column.title, room);
    const blank = ' '.repeat(Math.max(0, room + 1 - pen.width(name)));
    const text = column.align === 'right' ? blank + name : name + blank;
    return { text: text + (sign || more), tone: isCurrent ? 'accent' : 'quiet' };
  });
  return [{ text: hiddenLeft && firstMoving <= 0 ? marks.hiddenLeft : ' ', tone: 'quiet' }, ...cells];
}

/** `▼`, and `▼2` for the second of several. */
function sortSign({ spec }: TableView, key: string, { marks }: Pen): string {
  const rank = spec.sorts.findIndex(sort => sort.key === key);
  const sort = spec.sorts[rank];
  if (!sort) return '';
  return (sort.descending ? marks.down : marks.up) + (spec.sorts.length > 1 ? String(rank + 1) : '');
}
