/** What a derived table is made of: the rows shown by the table it was opened from. */
import type { Path, Place } from '../place.ts';
import { placeOf } from '../place.ts';
import type { Sheet } from '../table/sheet.ts';
import { carriedOver, type TableView } from '../table/table-view.ts';
import { atOnce } from '../work.ts';

export type DerivedPlace = Extract<Place, { readonly screen: 'frequency' | 'describe' | 'pivot' }>;

/** A column opened from its description is a column of the table described. */
export function basisPath(path: Path): Path {
  const before = path.slice(0, -1);
  return placeOf(before).screen === 'describe' ? before.slice(0, -1) : before;
}

const carried = new WeakMap<TableView, TableView>();
/** So many rows are brought to another sheet, and counted there, while a frame is drawn. */
const FEW = 20_000;

/**
 * The view there, on the sheet as it is now: nobody looks at it, so it may still be of a sheet that is no more. Many rows are caught up
 * with in slices; until then it is the view as it was.
 */
export function onSheet(view: TableView, sheet: Sheet): TableView {
  if (view.of === sheet) return view;
  return carriedTo(view, sheet) ?? (isBehind(view, sheet) ? view : caughtUp(view, atOnce(carriedOver(view, sheet))));
}

/** Whether there is more to catch up with than can be done while a frame is drawn. */
export const isBehind = (view: TableView, sheet: Sheet): boolean =>
  view.of !== sheet && view.shown.length > FEW && carriedTo(view, sheet) === undefined;

function carriedTo(view: TableView, sheet: Sheet): TableView | undefined {
  const known = carried.get(view);
  return known?.of === sheet ? known : undefined;
}

export function caughtUp(view: TableView, now: TableView): TableView {
  carried.set(view, now);
  return now;
}
