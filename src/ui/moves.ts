/** Moving about: the cursor, the page, the current column, the lines of a text. Moves change nothing that anybody would want to write down. */
import { contentHeight, tableRoom } from './layout.ts';
import { placeOf, tableIdOf } from './place.ts';
import { scrolledLines } from './scrolled.ts';
import { viewOf } from './sheets/sheets.ts';
import type { Workbench, WorkbenchState } from './store/workbench.ts';
import { moveColumn, moveTo, type TableView } from './table/table-view.ts';

/** One row; in a stay, up and down are the neighbours in the order of the list it was opened from; in the help they are lines. */
export function oneStep(workbench: Workbench, by: number): void {
  const state = workbench.getState();
  if (state.help) {
    leap(workbench, by);
    return;
  }
  const isStay = placeOf(state.path).screen === 'stay';
  move(workbench, view => moveTo(view, isStay ? nextStay(view, by) : view.cursor + by, tableRoom(state)));
  if (isStay) state.scrollTo(0);
}

/** Rows of files that were not loaded lead to no stay and are passed over. */
function nextStay({ of, shown, cursor }: TableView, by: number): number {
  if (!of.stayOf) return cursor + by;
  for (let at = cursor + by; at >= 0 && at < shown.length; at += by) if (of.stayOf(shown[at] ?? -1) !== undefined) return at;
  return cursor;
}

/** Many rows of a table, or lines of a text. */
export function leap(workbench: Workbench, by: number): void {
  const state = workbench.getState();
  if (isText(state)) state.scrollTo(Math.min(state.scroll + by, scrolledLines(state).length - contentHeight(state.size)));
  else move(workbench, view => moveTo(view, view.cursor + by, tableRoom(state)));
}

export function page({ getState }: Workbench): number {
  const state = getState();
  return isText(state) ? contentHeight(state.size) : tableRoom(state);
}

const isText = ({ help, path }: WorkbenchState): boolean => help || placeOf(path).screen === 'stay';

export const sideways = (workbench: Workbench, by: number): void => move(workbench, view => moveColumn(view, by));

export function move(workbench: Workbench, to: (view: TableView) => TableView): void {
  const state = workbench.getState();
  state.show(tableIdOf(state.path), to(viewOf(state)));
}
