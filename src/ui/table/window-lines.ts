/** The part of a table that is in sight, as lines: title, header, rows, totals. What is drawn and what is printed are the same. */
import { count } from '../../report/format.ts';
import type { Lines, Span } from '../lines.ts';
import type { Pen } from '../pen.ts';
import { TABLE_CHROME } from '../views/chrome.ts';
import type { Say } from '../words.ts';
import { placeColumns } from './columns.ts';
import { headerSpans } from './header-spans.ts';
import { rowSpans } from './row-spans.ts';
import { columnAt, columnsOf, isArranging, type TableView, topOf } from './table-view.ts';
import { titleSpans } from './title-spans.ts';
import { totalsSpans } from './totals-spans.ts';

export type Window = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly pen: Pen;
  readonly say: Say;
};

/** Left of every row: the cursor, and the mark of a marked row. */
const GUTTER = 2;

export function windowLines(view: TableView, { width, height, title, pen, say }: Window): Lines {
  const room = Math.max(0, height - TABLE_CHROME);
  const top = topOf(view, room);
  // The sign of a sorted column stands after the last one.
  const placement = placeColumns(columnsOf(view), columnAt(view), width - 1);
  const { placed } = placement;
  const rows = Array.from(view.shown.subarray(top, top + room), (row, i) =>
    rowSpans({ row, current: top + i === view.cursor, marked: view.marked.has(row) }, placed, pen),
  );
  return [
    titleSpans({ view, title, width, pen, say }),
    headerSpans(placement, view, pen),
    ...(rows.length === 0 && room > 0 ? [nothingThere(view, { width, pen, say })] : rows),
    totalsSpans(placed, view, { pen, say }),
  ].slice(0, Math.max(0, height));
}

/** Why there is no row, and how rows come back. */
function nothingThere(view: TableView, { width, pen, say }: Pick<Window, 'width' | 'pen' | 'say'>): readonly Span[] {
  const n = count(view.ordered.length);
  const { filters } = view.spec;
  if (isArranging(view)) return [{ text: `  ${pen.marks.more}`, tone: 'quiet' }];
  const text = view.ordered.length === 0 ? say('noRowsAtAll') : say(filters.length > 1 ? 'noRowsLeftLast' : 'noRowsLeft', { n });
  return [{ text: `  ${pen.cut(text, width - GUTTER)}`, tone: 'quiet' }];
}
