/** Where a person stands in a table: its arrangement, the rows shown in their order, the cursor, the current column. Every move gives a new value. */
import { atOnce, type Slow } from '../work.ts';
import { filterRows } from './filter.ts';
import { arrangedColumns, type Column, type Sheet } from './sheet.ts';
import { sortRows } from './sort.ts';
import { asItComes, type TableSpec } from './spec.ts';

export type TableView = {
  /** The sheet these rows are of; another one means that the view has to be arranged anew. */
  readonly of: Sheet;
  readonly spec: TableSpec;
  /** All rows of the sheet in the chosen order, and those of them that the filters keep. */
  readonly ordered: Uint32Array;
  readonly shown: Uint32Array;
  /** Place in `shown` of the current row, and of the first row on the screen. */
  readonly cursor: number;
  readonly top: number;
  /** Key of the current column; '' is the first. */
  readonly column: string;
  readonly marked: ReadonlySet<number>;
};

export function openTable(sheet: Sheet): TableView {
  const rows = sheet.only ?? allRows(sheet.count);
  return { of: sheet, spec: asItComes, ordered: rows, shown: rows, cursor: 0, top: 0, column: '', marked: new Set() };
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

/** Columns as they are drawn: hidden ones left out, frozen ones first, chosen widths. */
export const columnsOf = ({ of, spec }: Pick<TableView, 'of' | 'spec'>): readonly Column[] => arrangedColumns(of, spec);

export function columnAt(view: TableView): number {
  return Math.max(
    0,
    columnsOf(view).findIndex(({ key }) => key === view.column),
  );
}

export function moveColumn(view: TableView, by: number): TableView {
  const columns = columnsOf(view);
  return { ...view, column: columns[Math.max(0, Math.min(columnAt(view) + by, columns.length - 1))]?.key ?? '' };
}

/**
 * The view under another arrangement. A new order begins at its first row; a new filter keeps the cursor on its row while the row is there.
 * Work that grows with the rows, in slices.
 */
export function* arranged(view: TableView, spec: TableSpec): Slow<TableView> {
  const { of, marked } = view;
  const sorted = spec.sorts !== view.spec.sorts;
  const ordered = sorted ? yield* sortRows(openTable(of).ordered, of, spec.sorts) : view.ordered;
  const filtered = sorted || spec.filters !== view.spec.filters;
  const shown = filtered ? yield* filterRows(ordered, { sheet: of, filters: spec.filters, marked }) : view.shown;
  const next = { ...view, spec, ordered, shown };
  return sorted ? { ...next, cursor: 0, top: 0 } : onRow(next, view.shown[view.cursor]);
}

/** The same arrangement on another sheet (another scenario, language or load): the current row and the marked ones are found by their keys. */
export function* carriedOver({ of, spec, shown, cursor, top, column, marked }: TableView, sheet: Sheet): Slow<TableView> {
  const fresh = openTable(sheet);
  const rowIn = (row: number) => (row < of.count ? sheet.rowOf(of.key(row)) : undefined);
  const stillMarked = new Set([...marked].flatMap(row => rowIn(row) ?? []));
  const ordered = spec.sorts.length > 0 ? yield* sortRows(fresh.ordered, sheet, spec.sorts) : fresh.ordered;
  const kept = yield* filterRows(ordered, { sheet, filters: spec.filters, marked: stillMarked });
  const row = shown[cursor];
  return onRow({ of: sheet, spec, ordered, shown: kept, cursor, top, column, marked: stillMarked }, row === undefined ? row : rowIn(row));
}

/** The cursor on this row, at the beginning when it is not shown. */
function onRow(view: TableView, row: number | undefined): TableView {
  const cursor = row === undefined ? 0 : Math.max(0, view.shown.indexOf(row));
  return { ...view, cursor, top: cursor === 0 ? 0 : view.top };
}

/** For small tables and for printing: the same, in one go. */
export const arrangedAtOnce = (view: TableView, spec: TableSpec): TableView => atOnce(arranged(view, spec));
