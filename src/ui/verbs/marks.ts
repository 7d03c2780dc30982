/** Verbs about marks: rows a person sets aside, named by their place in the table and never by who they are. */
import { arrange } from '../arrange.ts';
import { tableIdOf, tablePath } from '../place.ts';
import { viewOf } from '../sheets/sheets.ts';
import type { Workbench } from '../store/workbench.ts';
import { marking } from '../table/marked.ts';
import type { TableView } from '../table/table-view.ts';
import { badValue } from './mistakes.ts';
import type { Verb } from './verb.ts';

const rows = { zh: '#第几行，all 显示的全部', en: '#place, all that are shown' };

export const marks: readonly Verb[] = [
  {
    verb: 'mark',
    title: { zh: '标记行', en: 'mark rows' },
    takes: rows,
    complete: () => ['all'],
    perform: (workbench, value) => mark(workbench, value, true),
  },
  {
    verb: 'unmark',
    title: { zh: '去掉标记', en: 'unmark rows' },
    takes: rows,
    offered: state => viewOf(state).marked.size > 0,
    complete: () => ['all'],
    perform: (workbench, value) => mark(workbench, value, false),
  },
];

/** The cursor goes on to the row below, so that row after row can be marked. */
function mark(workbench: Workbench, value: string, on: boolean): Promise<void> | undefined {
  const state = workbench.getState();
  const view = viewOf(state);
  const place = placeIn(view, value);
  if (place === undefined)
    throw badValue(on ? 'mark' : 'unmark', value, {
      zh: '#12 是第 12 行；all 是显示的全部',
      en: '#12 is the twelfth row; all is every row shown',
    });
  const marked = marking(view.marked, place === 'all' ? view.shown : [view.shown[place]!], { on, count: view.of.count });
  const cursor = place === 'all' ? view.cursor : Math.min(place + 1, view.shown.length - 1);
  state.show(tableIdOf(tablePath(state.path)), { ...view, marked, cursor });
  // A filter is true of every row shown: a row unmarked among the marked ones goes.
  if (view.spec.filters.some(({ is }) => is === 'marked'))
    return arrange(workbench, spec => ({ ...spec, filters: [...spec.filters] }), { undoable: false });
  return undefined;
}

function placeIn({ shown, cursor }: TableView, value: string): number | 'all' | undefined {
  if (value === 'all') return 'all';
  const place = value === '' ? cursor : Number(/^#(\d+)$/.exec(value)?.[1] ?? Number.NaN) - 1;
  return shown[place] === undefined ? undefined : place;
}
