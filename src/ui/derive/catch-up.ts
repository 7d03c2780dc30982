/**
 * Brings a derived table to another scenario or language while it is looked at: its basis is arranged on the new sheet and its figures are
 * worked out between key presses, and the table as it was stands on the screen until they are there.
 */
import { type Path, type Place, tableIdOf } from '../place.ts';
import { sheetOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/state.ts';
import type { Workbench } from '../store/workbench.ts';
import type { Sheet } from '../table/sheet.ts';
import { carriedOver, type TableView } from '../table/table-view.ts';
import { inSlices, type Slow } from '../work.ts';
import { basisPath, caughtUp, type DerivedPlace, isBehind } from './basis.ts';
import { derivedFrom } from './derived.ts';

/** Undefined when there is nothing to catch up with. */
export function catchUp(workbench: Workbench): Promise<void> | undefined {
  const behind = behindOf(workbench.getState());
  if (!behind) return undefined;
  const { view, sheet } = behind;
  const known = under.get(workbench);
  if (known && known.view === view && known.sheet === sheet) return known.done;
  const done = inSlices(workbench, 'catch up', {
    work: worked(behind),
    finish(now) {
      caughtUp(view, now);
      under.delete(workbench);
      // the same state once more: what is drawn from it has changed
      workbench.setState({});
    },
  });
  if (isBehind(view, sheet)) under.set(workbench, { view, sheet, done });
  return done;
}

type Behind = { readonly view: TableView; readonly sheet: Sheet; readonly places: readonly DerivedPlace[] };

const under = new WeakMap<Workbench, Omit<Behind, 'places'> & { readonly done: Promise<void> }>();

/** The first table on the path that something is derived from, when it is of a sheet that is no more; what is derived from derived tables is small. */
function behindOf(state: WorkbenchState): Behind | undefined {
  const { path, tables } = state;
  const first = path.findIndex(isDerived);
  if (first < 1) return undefined;
  const from: Path = path.slice(0, first);
  const view = tables[tableIdOf(from)] ?? viewOf(state, from);
  const sheet = sheetOf(state, from);
  if (!isBehind(view, sheet)) return undefined;
  const ends = path.map((_, at) => path.slice(0, at + 1)).slice(first);
  const places = ends
    .filter(end => basisPath(end).length === from.length)
    .flatMap(end => end.slice(-1))
    .filter(isDerived);
  return { view, sheet, places };
}

const isDerived = (place: Place): place is DerivedPlace =>
  place.screen === 'frequency' || place.screen === 'describe' || place.screen === 'pivot';

function* worked({ view, sheet, places }: Behind): Slow<TableView> {
  const now = yield* carriedOver(view, sheet);
  for (const place of places) yield* derivedFrom(now, place);
  return now;
}
