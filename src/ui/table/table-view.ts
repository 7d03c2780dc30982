/** Where a person stands in a table: its arrangement, the rows shown in their order, the cursor, the current column. Every move gives a new value. */
import { atOnce, type Slow, scaled } from '../work.ts';
import { arrangedColumns } from './arranged-columns.ts';
import { filterRows } from './filter.ts';
import { type Marked, marking, noneMarked, rowsMarked } from './marked.ts';
import { type Column, emptySheet, keyed, type Sheet } from './sheet.ts';
import { sortRows } from './sort.ts';
import { asItComes, type TableSpec } from './spec.ts';

export type TableView = {
  /** The sheet these rows are of; another one means that the view has to be arranged anew. */
  readonly of: Sheet;
  /** What the person asked for; the rows follow as soon as they are arranged. */
  readonly spec: TableSpec;
  /** What `ordered` and `shown` were arranged by. */
  readonly made: Pick<TableSpec, 'filters' | 'sorts'>;
  /** All rows of the sheet in the chosen order, and those of them that the filters keep. */
  readonly ordered: Uint32Array;
  readonly shown: Uint32Array;
  /** Place in `shown` of the current row, and of the first row on the screen. */
  readonly cursor: number;
  readonly top: number;
  /** How the cursor went since other rows are being arranged: it goes the same way in those. Undefined when none are. */
  readonly went: Went | undefined;
  /** Key of the current column; '' is the first. */
  readonly column: string;
  readonly marked: Marked;
};

/** Where the cursor stood, and how many rows down each move went. */
export type Went = { readonly cursor: number; readonly by: readonly number[] };

const views = new WeakMap<Sheet, TableView>();

/** The rows as the sheet has them; the same value every time, so that nobody counts to a million twice. */
export function openTable(sheet: Sheet): TableView {
  const known = views.get(sheet);
  if (known) return known;
  const rows = sheet.only ?? allRows(sheet.count);
  const view: TableView = {
    of: sheet,
    spec: asItComes,
    made: asItComes,
    ordered: rows,
    shown: rows,
    cursor: 0,
    top: 0,
    went: undefined,
    column: '',
    marked: noneMarked,
  };
  views.set(sheet, view);
  return view;
}

function allRows(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

/** Whether the rows are not yet those that were asked for. */
export const isArranging = ({ spec, made }: TableView): boolean => spec.filters !== made.filters || spec.sorts !== made.sorts;

/** The first row on the screen such that the cursor is in sight, moved as little as possible. */
export function topOf({ top, cursor, shown }: Pick<TableView, 'top' | 'cursor' | 'shown'>, height: number): number {
  const room = Math.max(1, height);
  const seen = cursor < top ? cursor : cursor >= top + room ? cursor - room + 1 : top;
  return Math.max(0, Math.min(seen, shown.length - room));
}

export function moveTo(view: TableView, cursor: number, height: number): TableView {
  const moved = { ...view, cursor: placeIn(view, cursor), went: further(view, cursor - view.cursor) };
  return { ...moved, top: topOf(moved, height) };
}

const further = ({ went }: TableView, by: number): Went | undefined => went && { ...went, by: [...went.by, by] };

/** The cursor goes in these rows as it went in those of before. */
export const going = (view: TableView, { by: moves } = { by: [] } as Pick<Went, 'by'>): TableView => ({
  ...view,
  cursor: moves.reduce((cursor, by) => placeIn(view, cursor + by), view.cursor),
  went: undefined,
});

const placeIn = ({ shown }: TableView, cursor: number): number => Math.max(0, Math.min(cursor, shown.length - 1));

/** Columns as they are drawn: hidden ones left out, frozen ones first, chosen widths. */
export const columnsOf = ({ of, spec }: Pick<TableView, 'of' | 'spec'>): readonly Column[] => arrangedColumns(of, spec);

export function columnAt(view: Pick<TableView, 'of' | 'spec' | 'column'>): number {
  return Math.max(
    0,
    columnsOf(view).findIndex(({ key }) => key === view.column),
  );
}

export const currentColumn = (view: Pick<TableView, 'of' | 'spec' | 'column'>): Column | undefined => columnsOf(view)[columnAt(view)];

export function moveColumn(view: TableView, by: number): TableView {
  const columns = columnsOf(view);
  return { ...view, column: columns[Math.max(0, Math.min(columnAt(view) + by, columns.length - 1))]?.key ?? '' };
}

/** The view with this asked for; where the current column is hidden by it, the next one still shown is current. */
export function asking(view: TableView, spec: TableSpec): TableView {
  const before = columnsOf(view);
  const at = columnAt(view);
  const shown = new Set(columnsOf({ of: view.of, spec }).map(({ key }) => key));
  const nearest = [...before.slice(at), ...before.slice(0, at).reverse()].find(({ key }) => shown.has(key));
  return { ...view, spec, column: nearest?.key ?? '' };
}

/**
 * The rows of the view as they were asked for. A new order begins at its first row; a new filter keeps the cursor on its row while the
 * row is there. Work that grows with the rows, in slices.
 */
export function* arranged(view: TableView): Slow<TableView> {
  const { of, spec, made, marked } = view;
  const sorted = spec.sorts !== made.sorts;
  const filtered = sorted || spec.filters !== made.filters;
  const ordered = sorted ? yield* scaled(sortRows(openTable(of).ordered, of, spec.sorts), 0, 2) : view.ordered;
  const shown = filtered ? yield* scaled(filterRows(ordered, { sheet: of, filters: spec.filters, marked }), 1, 2) : view.shown;
  const next = { ...view, made: spec, ordered, shown };
  return sorted ? { ...next, cursor: 0, top: 0 } : onRow(next, rowBefore(view));
}

/** The same arrangement on another sheet (another scenario, language or load): the current row and the marked ones are found by their keys. */
export function* carriedOver(view: TableView, sheet: Sheet): Slow<TableView> {
  const { of, spec } = view;
  const fresh = openTable(sheet);
  const rowIn = rowFinder(of, sheet);
  const marked = yield* markedIn(view, sheet, rowIn);
  const ordered = spec.sorts.length > 0 ? yield* scaled(sortRows(fresh.ordered, sheet, spec.sorts), 0, 2) : fresh.ordered;
  const filtered = yield* scaled(filterRows(ordered, { sheet, filters: spec.filters, marked }), 1, 2);
  const row = rowBefore(view);
  const next = { ...view, of: sheet, made: spec, ordered, shown: filtered, marked };
  // An order asked for just before begins at its first row here too.
  const kept = spec.sorts !== view.made.sorts || row === undefined ? undefined : rowIn(row);
  return onRow(next, kept);
}

/** The row under the cursor when the arranging began. */
const rowBefore = ({ shown, cursor, went }: TableView): number | undefined => shown[went?.cursor ?? cursor];

/** A stay of another hospital that has the same number is another patient. */
const rowFinder = (from: Sheet, to: Sheet) => (row: number) =>
  from.keysOf === to.keysOf && row < from.count ? to.rowOf(from.key(row)) : undefined;

/** Keys looked up at a time: half a millisecond. */
const KEYS = 1_024;

function* markedIn({ of, marked }: TableView, sheet: Sheet, rowIn: (row: number) => number | undefined): Slow<Marked> {
  if (marked.size === 0 || of.keysOf !== sheet.keysOf) return noneMarked;
  // Rows that are known by the same keys are the same rows.
  if (of.key === sheet.key && of.count === sheet.count) return marked;
  const before = rowsMarked(marked);
  const rows: number[] = [];
  for (const [done, row] of before.entries()) {
    const there = rowIn(row);
    if (there !== undefined) rows.push(there);
    if (done % KEYS === KEYS - 1) yield 0;
  }
  return marking(noneMarked, rows, { on: true, count: sheet.count });
}

/**
 * What is left of a view when other stays are laid, so that those of before need not be kept: how it is arranged, and by their keys the
 * current row and the marked ones where keys mean the same everywhere. The rest is `carriedOver` to the new sheet.
 */
export function withoutRows(view: TableView): TableView {
  const { of, spec, made, column, marked } = view;
  const row = rowBefore(view);
  if (of.keysOf || row === undefined || row >= of.count) return { ...openTable(emptySheet), spec, made, column };
  const rows = [row, ...[...rowsMarked(marked)].filter(one => one !== row && one < of.count)];
  const bare: Sheet = { columns: [], ...keyed(rows.map(one => of.key(one))) };
  const still = rows.flatMap((one, at) => (marked.has(one) ? [at] : []));
  return { ...openTable(bare), spec, made, column, marked: marking(noneMarked, still, { on: true, count: rows.length }) };
}

/** The cursor on this row, at the beginning when it is not shown. */
function onRow(view: TableView, row: number | undefined): TableView {
  const cursor = row === undefined ? 0 : Math.max(0, view.shown.indexOf(row));
  return { ...view, cursor, top: cursor === 0 ? 0 : view.top };
}

/** For small tables and for printing: the same, in one go. */
export const arrangedAtOnce = (view: TableView, spec: TableSpec): TableView => atOnce(arranged(asking(view, spec)));
