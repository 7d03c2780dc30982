/** Verbs about marks: rows a person sets aside, named by their place in the table and never by who they are. */
import { arrange } from '../arrange.ts';
import { tableIdOf, tablePath } from '../place.ts';
import { viewOf } from '../sheets/sheets.ts';
import type { Workbench, WorkbenchState } from '../store/workbench.ts';
import { marking } from '../table/marked.ts';
import type { TableView } from '../table/table-view.ts';
import { badValue } from './mistakes.ts';
import type { Verb } from './verb.ts';

const places = { zh: '#第几行，all 显示的全部', en: '#place, all that are shown' };

export const marks: readonly Verb[] = [
  {
    verb: 'mark',
    title: { zh: '标记行', en: 'mark rows' },
    takes: places,
    complete: () => ['all'],
    logged: placeLogged,
    perform: (workbench, value) => mark(workbench, value, true),
  },
  {
    verb: 'unmark',
    title: { zh: '去掉标记', en: 'unmark rows' },
    takes: places,
    offered: state => viewOf(state).marked.size > 0,
    complete: () => ['all'],
    logged: placeLogged,
    perform: (workbench, value) => mark(workbench, value, false),
  },
];

/** The cursor goes on to the row below, so that row after row can be marked. */
function mark(workbench: Workbench, value: string, on: boolean): Promise<void> | undefined {
  const state = workbench.getState();
  const view = viewOf(state);
  const places = placesIn(view, value);
  if (places === undefined)
    throw badValue(on ? 'mark' : 'unmark', value, {
      zh: '#12 是第 12 行；#3,7..9 是几行；all 是显示的全部',
      en: '#12 is the twelfth row, #3,7..9 are several; all is every row shown',
    });
  const rows = places === 'all' ? view.shown : places.map(place => view.shown[place]!);
  const marked = marking(view.marked, rows, { on, count: view.of.count });
  const cursor = places === 'all' ? view.cursor : Math.min((places.at(-1) ?? 0) + 1, view.shown.length - 1);
  state.show(tableIdOf(tablePath(state.path)), { ...view, marked, cursor });
  // A filter is true of every row shown: a row unmarked among the marked ones goes.
  if (view.spec.filters.some(({ is }) => is === 'marked'))
    return arrange(workbench, spec => ({ ...spec, filters: [...spec.filters] }), { undoable: false });
  return undefined;
}

/** Nothing said is the row under the cursor, which a replay does not have. */
function placeLogged(state: WorkbenchState, value: string): string {
  return value === '' ? `#${viewOf(state).cursor + 1}` : value;
}

/** `#3,7..9`: the third row, and the seventh to the ninth. Undefined when one of them is not shown. */
function placesIn({ shown, cursor }: TableView, value: string): readonly number[] | 'all' | undefined {
  if (value === 'all') return 'all';
  const places = value === '' ? [cursor] : placesWritten(value, shown.length);
  return places !== undefined && places.length > 0 && places.every(place => shown[place] !== undefined) ? places : undefined;
}

function placesWritten(value: string, count: number): readonly number[] | undefined {
  if (!/^#\d+(\.\.\d+)?(,\d+(\.\.\d+)?)*$/.test(value)) return undefined;
  const places: number[] = [];
  for (const run of value.slice(1).split(',')) {
    const [from = Number.NaN, to = from] = run.split('..').map(Number);
    if (from < 1 || to < from || to > count) return undefined;
    for (let place = from; place <= to; place++) places.push(place - 1);
  }
  return places;
}
