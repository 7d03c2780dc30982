/** Where a person stands in a table: the rows shown and their order, the cursor, the current column. Every move gives a new value. */
import { filterRows } from './filter.ts';
import type { Sheet } from './sheet.ts';
import { sortRows } from './sort.ts';

export type TableView = {
  /** All rows of the sheet in the chosen order, and those of them that the filter keeps. */
  readonly ordered: Uint32Array;
  readonly shown: Uint32Array;
  /** Place in `shown` of the current row, and of the first row on the screen. */
  readonly cursor: number;
  readonly top: number;
  /** Index of the current column. */
  readonly column: number;
  readonly sort: { readonly key: string; readonly descending: boolean } | undefined;
  readonly filter: string;
};

export function openTable(sheet: Sheet): TableView {
  const rows = sheet.only ?? allRows(sheet.count);
  return { ordered: rows, shown: rows, cursor: 0, top: 0, column: 0, sort: undefined, filter: '' };
}

function allRows(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

/** The first row on the screen such that the cursor is in sight, moved as little as possible. */
export function topOf({ top, cursor, shown }: TableView, height: number): number {
  const room = Math.max(1, height);
  const seen = cursor < top ? cursor : cursor >= top + room ? cursor - room + 1 : top;
  return Math.max(0, Math.min(seen, shown.length - room));
}

export function moveTo(view: TableView, cursor: number, height: number): TableView {
  const moved = { ...view, cursor: Math.max(0, Math.min(cursor, view.shown.length - 1)) };
  return { ...moved, top: topOf(moved, height) };
}

export function moveColumn(view: TableView, by: number, sheet: Sheet): TableView {
  return { ...view, column: Math.max(0, Math.min(view.column + by, sheet.columns.length - 1)) };
}

/** Numbers first show the largest, words the first; asking again turns the order. */
export function sortByColumn(view: TableView, sheet: Sheet): TableView {
  const column = sheet.columns[view.column];
  if (!column) return view;
  const again = view.sort?.key === column.key;
  const descending = again ? !view.sort.descending : column.align === 'right';
  return { ...arranged({ ...view, sort: { key: column.key, descending } }, sheet), cursor: 0, top: 0 };
}

export function filterBy(view: TableView, sheet: Sheet, filter: string): TableView {
  if (filter === view.filter) return view;
  return withRows({ ...view, filter }, filterRows(view.ordered, sheet, filter));
}

/** The same view on changed columns (another scenario, another language): order and filter are worked out anew. */
export function arranged(view: TableView, sheet: Sheet): TableView {
  const rows = openTable(sheet).ordered;
  const column = sheet.columns.find(({ key }) => key === view.sort?.key);
  const ordered = view.sort && column ? sortRows(rows, row => column.value(row), view.sort.descending) : rows;
  return withRows({ ...view, ordered }, filterRows(ordered, sheet, view.filter));
}

/** The cursor stays on its row while the row is there. */
function withRows(view: TableView, shown: Uint32Array): TableView {
  const row = view.shown[view.cursor];
  const cursor = row === undefined ? 0 : Math.max(0, shown.indexOf(row));
  return { ...view, shown, cursor, top: cursor === 0 ? 0 : view.top };
}
