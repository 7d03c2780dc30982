/**
 * Gives the table on the screen another arrangement, and keeps every table in agreement with what it shows. Each table has one goal, the
 * sheet and the arrangement last asked for: whatever is asked for while rows are being arranged changes the goal, and nothing asked for
 * earlier is lost.
 */
import { UserError } from '../errors.ts';
import { catchUp } from './derive/catch-up.ts';
import { type Path, rootOf, type TableId, tableIdOf, tablePath } from './place.ts';
import { questionsWork } from './sheets/questions-sheet.ts';
import { sheetOf, viewOf } from './sheets/sheets.ts';
import type { Workbench } from './store/workbench.ts';
import { footerWork } from './table/footers.ts';
import type { Sheet } from './table/sheet.ts';
import type { TableSpec } from './table/spec.ts';
import { arranged, asking, carriedOver, going, isArranging, openTable, type TableView } from './table/table-view.ts';
import { forgetWork, inSlices } from './work.ts';

type Asked = {
  /** `u` brings the arrangement of before back. */
  readonly undoable?: boolean;
  /** Esc: it was not carried out; default: the change made by it passes from done to undone. */
  readonly givenUp?: (() => void) | undefined;
};

export function arrange(workbench: Workbench, to: (spec: TableSpec) => TableSpec, { undoable = true, givenUp }: Asked = {}): Promise<void> {
  const state = workbench.getState();
  const path = tablePath(state.path);
  // The rows of another load may still be on their way: what was asked of them is what is arranged further.
  const view = state.tables[tableIdOf(path)] ?? viewOf(state, path);
  const spec = asked(to, view.spec, undoable);
  if (!spec) return Promise.resolve();
  if (undoable) state.changed({ of: 'table', path, before: view.spec, after: spec });
  return reach(workbench, path, { wanted: asking(view, spec), givenUp });
}

/** A filter still being typed may not be one yet: until it is, the rows stay as they are. */
function asked(to: (spec: TableSpec) => TableSpec, spec: TableSpec, undoable: boolean): TableSpec | undefined {
  try {
    return to(spec);
  } catch (error) {
    if (undoable || !(error instanceof UserError)) throw error;
    return undefined;
  }
}

/**
 * The table on the screen may be of a sheet that is no more (another scenario, language, load): it is arranged anew, on the same row.
 * Then its totals are worked out. What is under way already goes on.
 */
export async function settle(workbench: Workbench): Promise<void> {
  const behind = catchUp(workbench);
  if (behind) await behind;
  const state = workbench.getState();
  const path = tablePath(state.path);
  const known = state.tables[tableIdOf(path)];
  const sheet = sheetOf(state, path);
  const goal = goalsOf(workbench).get(tableIdOf(path));
  if (goal?.sheet === sheet) await goal.reached;
  else if (known && (goal || known.of !== sheet)) await reach(workbench, path, { wanted: known });
  await Promise.all([sumUp(workbench), countQuestions(workbench)]);
}

/** Resolves when the rows of the table on the screen are those that were asked for; undefined when they are. */
export const beingArranged = (workbench: Workbench): Promise<void> | undefined =>
  goalsOf(workbench).get(tableIdOf(tablePath(workbench.getState().path)))?.reached;

type Goal = { readonly sheet: Sheet; readonly reached: Promise<void> };

const goals = new WeakMap<Workbench, Map<TableId, Goal>>();

function goalsOf(workbench: Workbench): Map<TableId, Goal> {
  const known = goals.get(workbench) ?? new Map<TableId, Goal>();
  goals.set(workbench, known);
  return known;
}

type Reaching = Pick<Asked, 'givenUp'> & { readonly wanted: TableView };

/** What was asked for is told at once, its rows follow. */
function reach(workbench: Workbench, path: Path, { wanted, givenUp }: Reaching): Promise<void> {
  const id = tableIdOf(path);
  const { show } = workbench.getState();
  const sheet = sheetOf(workbench.getState(), path);
  const view = { ...wanted, went: wanted.went ?? { cursor: wanted.cursor, by: [] } };
  show(id, view);
  forgetWork(workbench, footersOf(id));
  sums.delete(workbench);
  if (view.of === sheet && !isArranging(view)) {
    forgetWork(workbench, id);
    goalsOf(workbench).delete(id);
    show(id, { ...view, went: undefined });
    return Promise.resolve();
  }
  let over = false;
  const done = () => {
    over = true;
    goalsOf(workbench).delete(id);
  };
  const reached = inSlices(workbench, id, {
    work: view.of === sheet ? arranged(view) : carriedOver(view, sheet),
    finish: next => {
      done();
      arrive(workbench, id, { asked: view, next });
    },
    cancelled: () => {
      done();
      if (givenUp) givenUp();
      else takeBack(workbench, id);
      giveUp(workbench, id, sheet);
    },
  });
  if (!over) goalsOf(workbench).set(id, { sheet, reached });
  return reached;
}

type Arrival = { readonly asked: TableView; readonly next: TableView };

/** While rows were being arranged the person may have moved to another row or column, marked rows, or left the table for good. */
function arrive(workbench: Workbench, id: TableId, { asked, next }: Arrival): void {
  const { tables, show } = workbench.getState();
  const now = tables[id];
  if (!now) return;
  const marked = next.of === asked.of ? now.marked : next.marked;
  show(id, { ...going(next, now.went), column: now.column, marked });
}

/** The last change is what was given up. */
function takeBack(workbench: Workbench, id: TableId): void {
  const { tables, done, stepBack } = workbench.getState();
  const last = done.at(-1);
  if (last?.of === 'table' && tableIdOf(last.path) === id && last.after === tables[id]?.spec) stepBack();
}

/** The rows stay as they are and what was asked for is taken back; on another sheet there are none yet, so they come as they come. */
function giveUp(workbench: Workbench, id: TableId, sheet: Sheet): void {
  const { tables, show } = workbench.getState();
  const now = tables[id];
  if (!now) return;
  const before = now.of === sheet ? now : openTable(sheet);
  const { filters, sorts } = before.made;
  show(id, { ...before, spec: { ...now.spec, filters, sorts }, column: now.column, went: undefined });
}

const footersOf = (id: TableId): string => `${id} footers`;

type Summing = Pick<TableView, 'of' | 'shown'> & { readonly footers: TableSpec['footers']; readonly done: Promise<void> };

const sums = new WeakMap<Workbench, Summing>();

/** Behind everything else: no key waits for a total. */
function sumUp(workbench: Workbench): Promise<void> {
  const state = workbench.getState();
  const path = tablePath(state.path);
  const view = viewOf(state, path);
  const { of, shown, spec } = view;
  if (isArranging(view) || !state.desk) return Promise.resolve();
  const known = sums.get(workbench);
  if (known && known.of === of && known.shown === shown && known.footers === spec.footers) return known.done;
  const work = footerWork(view);
  if (!work) return Promise.resolve();
  const done = inSlices(workbench, footersOf(tableIdOf(path)), { work, finish: () => drawAgain(workbench, path, view) });
  sums.set(workbench, { of, shown, footers: spec.footers, done });
  return done;
}

const counting = new WeakMap<Workbench, { readonly stays: object; readonly done: Promise<void> }>();

/** What the load can be asked is counted as soon as it lies there, behind everything else; where nobody presses keys, only when it is shown. */
function countQuestions(workbench: Workbench): Promise<void> {
  const { desk, unhurried, path } = workbench.getState();
  if (!desk || (unhurried && rootOf(path) !== 'data')) return Promise.resolve();
  const known = counting.get(workbench);
  if (known?.stays === desk.stays) return known.done;
  const work = questionsWork(desk);
  if (!work) return Promise.resolve();
  // the same state once more: what is drawn from it has changed
  const done = inSlices(workbench, 'questions', { work, finish: () => void workbench.setState({}) });
  counting.set(workbench, { stays: desk.stays, done });
  return done;
}

/** The same view as another value. A table that was left for good stays away. */
function drawAgain(workbench: Workbench, path: Path, summed: TableView): void {
  const { tables, show, path: here } = workbench.getState();
  const id = tableIdOf(path);
  const view = tables[id] ?? (tableIdOf(here) === id ? summed : undefined);
  if (view) show(id, { ...view });
}
