/** Gives the table on the screen another arrangement, and keeps every table in agreement with what it shows. */
import { type Path, tableIdOf, tablePath } from './place.ts';
import { sheetOf, viewOf } from './sheets/sheets.ts';
import type { Workbench } from './store/workbench.ts';
import type { TableSpec } from './table/spec.ts';
import { arranged, carriedOver, type TableView } from './table/table-view.ts';
import { inSlices } from './work.ts';

/** `undoable`: `u` brings the arrangement of before back. */
export function arrange(workbench: Workbench, to: (spec: TableSpec) => TableSpec, { undoable = true } = {}): Promise<void> {
  const state = workbench.getState();
  const path = tablePath(state.path);
  const view = viewOf(state, path);
  const spec = to(view.spec);
  if (undoable) state.changed({ of: 'table', path, before: view.spec, after: spec });
  // The arrangement is told at once, its rows follow.
  return inSlices(workbench, tableIdOf(path), { work: arranged(view, spec), finish: arrived(workbench, path, view) });
}

/** The table on the screen may be of a sheet that is no more (another scenario, language, load): it is arranged anew, on the same row. */
export function settle(workbench: Workbench): Promise<void> {
  const state = workbench.getState();
  const path = tablePath(state.path);
  const known = state.tables[tableIdOf(path)];
  const sheet = sheetOf(state, path);
  if (!known || known.of === sheet) return Promise.resolve();
  return inSlices(workbench, tableIdOf(path), { work: carriedOver(known, sheet), finish: arrived(workbench, path, known) });
}

/** While rows were being arranged the person may have moved on: the cursor stays where it is now. */
function arrived(workbench: Workbench, path: Path, asked: TableView) {
  return (view: TableView) => {
    const state = workbench.getState();
    const now = state.tables[tableIdOf(path)] ?? asked;
    const moved =
      now.cursor === asked.cursor && now.column === asked.column
        ? {}
        : { cursor: Math.min(now.cursor, Math.max(0, view.shown.length - 1)), top: now.top };
    state.show(tableIdOf(path), {
      ...view,
      ...moved,
      column: now.column || view.column,
      marked: view.of === asked.of ? now.marked : view.marked,
    });
  };
}
