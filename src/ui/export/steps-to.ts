/** The steps by which the view on the screen is reached from the beginning, and only those: what `casemix view` and an export name. */
import { type Path, type Place, rootOf, tableIdOf } from '../place.ts';
import { type Step, step } from '../step.ts';
import type { WorkbenchState } from '../store/state.ts';
import type { TableSpec } from '../table/spec.ts';
import { openTable, type TableView } from '../table/table-view.ts';
import { writtenFilter } from '../table/written-filter.ts';
import { writtenSorts } from '../verbs/arranging.ts';

export function stepsTo(state: WorkbenchState): readonly Step[] {
  const { path } = state;
  return [
    step('go', rootOf(path)),
    ...lookingAt(state),
    ...path.flatMap((place, depth) => stepsAt(state, path.slice(0, depth + 1), place)),
  ];
}

/** The scenario looked at where it is not the one that is looked at first, and what was edited in any of them. */
function lookingAt({ desk, scenario, order, dimension, path }: WorkbenchState): readonly Step[] {
  const runs = desk?.runs ?? [];
  const id = runs[scenario]?.result.id;
  const edits = order.edits.flatMap(edit => [step('scenario', edit.scenario), step('set', `${edit.path}:${edit.value}`)]);
  const look = id !== undefined && (scenario !== runs.length - 1 || edits.length > 0) ? [step('scenario', id)] : [];
  const by = rootOf(path) === 'scenarios' && dimension !== 'department' ? [step('by', dimension)] : [];
  return [...edits, ...look, ...by];
}

/** How a place was opened, then how its table was arranged, where the one or the other matters to what is shown in the end. */
function stepsAt(state: WorkbenchState, path: Path, place: Place): readonly Step[] {
  const view = state.tables[tableIdOf(path)];
  const next = state.path[path.length];
  const matters = next === undefined || next.screen === 'stay' || isDerived(next);
  const arranging = view && place.screen !== 'stay' && matters ? [...marks(view), ...arrangement(view.spec)] : [];
  return [...opening(state, path, place), ...arranging];
}

/** Before anything is filtered or sorted a row stands in its own place: there the rows are marked that a filter wants marked. */
function marks({ of, spec, marked }: TableView): readonly Step[] {
  if (marked.size === 0 || !spec.filters.some(({ is }) => is === 'marked')) return [];
  const runs: [first: number, last: number][] = [];
  openTable(of).ordered.forEach((row, at) => {
    if (!marked.has(row)) return;
    const run = runs.at(-1);
    if (run?.[1] === at) run[1] = at + 1;
    else runs.push([at + 1, at + 1]);
  });
  if (runs.length === 0) return [];
  return [step('mark', `#${runs.map(([first, last]) => (first === last ? `${first}` : `${first}..${last}`)).join(',')}`)];
}

const isDerived = ({ screen }: Place): boolean => screen === 'frequency' || screen === 'describe' || screen === 'pivot';

function opening(state: WorkbenchState, path: Path, place: Place): readonly Step[] {
  switch (place.screen) {
    case 'rows':
      return [step('open', place.within.at(-1)?.key ?? ''), ...(place.by === 'group' ? [] : [step('by', place.by)])];
    case 'part':
      return [step('open', place.within.at(-1)?.key ?? '')];
    case 'stay':
      return [step('open', `#${(state.tables[tableIdOf(path.slice(0, -1))]?.cursor ?? 0) + 1}`)];
    case 'frequency':
      return [step('frequency', place.column)];
    case 'pivot':
      return [step('pivot', [place.down, place.across, ...(place.figure === '' ? [] : [place.figure])].join(','))];
    case 'files':
    case 'columns':
    case 'questions':
      return [step('by', place.screen)];
    case 'found':
      return [step('open', place.rule)];
    case 'describe':
    case 'parameters':
      return [step(place.screen)];
    case 'answer':
      return [step('sql', place.sql)];
    default:
      return [];
  }
}

export function arrangement({ filters, sorts, hidden, frozen, widths, footers }: TableSpec): readonly Step[] {
  return [
    ...filters.map(filter => step('filter', writtenFilter(filter))),
    ...(sorts.length > 0 ? [step('sort', writtenSorts(sorts))] : []),
    ...hidden.map(key => step('hide', key)),
    ...frozen.map(key => step('freeze', key)),
    ...Object.entries(widths).map(([key, width]) => step('width', `${key}:${width}`)),
    ...Object.entries(footers).map(([key, figure]) => step('total', `${key}:${figure}`)),
  ];
}
