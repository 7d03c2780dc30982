/** How wide a column has to be for what it shows: its title, its total and the rows from the first one in sight, never all rows. */
import type { Pen } from '../pen.ts';
import { footerOf } from './footers.ts';
import type { Column } from './sheet.ts';
import type { TableView } from './table-view.ts';

const ROWS = 500;
export const MOST_WIDTH = 200;

export function fittingWidth(column: Column, view: TableView, pen: Pen): number {
  const { title, text } = column;
  const { shown, top } = view;
  const total = footerOf(column, view)?.text ?? '';
  const from = Math.min(top, Math.max(0, shown.length - ROWS));
  const widths = Array.from(shown.subarray(from, from + ROWS), row => pen.width(text(row, MOST_WIDTH).trim()));
  return Math.min(MOST_WIDTH, Math.max(pen.width(title), pen.width(total), ...widths));
}
