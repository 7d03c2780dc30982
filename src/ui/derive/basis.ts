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

/** The view there, on the sheet as it is now: nobody looks at it, so it may still be of a sheet that is no more. */
export function onSheet(view: TableView, sheet: Sheet): TableView {
  if (view.of === sheet) return view;
  const known = carried.get(view);
  if (known?.of === sheet) return known;
  const now = atOnce(carriedOver(view, sheet));
  carried.set(view, now);
  return now;
}
