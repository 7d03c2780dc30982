/** Verbs that arrange the table on the screen: which rows, in which order. */
import { arrange } from '../arrange.ts';
import { filterMayName, keyMayName } from '../log/naming.ts';
import { sheetOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/state.ts';
import type { Sort } from '../table/spec.ts';
import { isNamed, readFilter } from '../table/written-filter.ts';
import { badValue } from './mistakes.ts';
import type { Verb } from './verb.ts';

export const arranging: readonly Verb[] = [
  {
    verb: 'filter',
    title: { zh: '筛选', en: 'filter' },
    takes: {
      zh: '文字、列:文字、列=值、列>数、列=小..大、marked；! 取反',
      en: 'text, col:text, col=value, col>number, col=low..high, marked; ! inverts',
    },
    undoable: true,
    complete: state => [
      'marked',
      ...sheetOf(state)
        .columns.filter(({ drawn }) => !drawn)
        .map(({ key }) => `${key}=`),
    ],
    // A filter that may name a person is left out of the log.
    logged(state, value) {
      return filterMayName(state, readFilter(value, sheetOf(state))) ? undefined : value;
    },
    perform: (workbench, value) => {
      const filter = readFilter(value, sheetOf(workbench.getState()));
      if (filter.is === 'has' && filter.text === '') throw badValue('filter', value, { zh: '写要找的文字', en: 'say what to look for' });
      return arrange(workbench, spec => ({ ...spec, filters: [...spec.filters, filter] }));
    },
  },
  {
    verb: 'unfilter',
    title: { zh: '去掉筛选', en: 'remove a filter' },
    takes: { zh: '空：最后一个；all：全部', en: 'nothing: the last; all' },
    undoable: true,
    offered: state => viewOf(state).spec.filters.length > 0,
    perform: (workbench, value) => arrange(workbench, spec => ({ ...spec, filters: value === 'all' ? [] : spec.filters.slice(0, -1) })),
  },
  {
    verb: 'sort',
    title: { zh: '排序', en: 'sort' },
    takes: { zh: '列名，- 从大到小，逗号分隔几列', en: 'columns, - descending, separated by commas' },
    undoable: true,
    complete: state =>
      sheetOf(state)
        .columns.filter(({ drawn }) => !drawn)
        .flatMap(({ key }) => [key, `-${key}`]),
    perform: (workbench, value) => {
      const sorts = readSorts(workbench.getState(), value);
      return arrange(workbench, spec => ({ ...spec, sorts }));
    },
    logged: (state, value) => (keyMayName(state, value) ? undefined : value),
  },
];

/** `-margin,stays`: by margin from the largest, among equals by stays from the least. */
function readSorts(state: WorkbenchState, value: string): readonly Sort[] {
  return value
    .split(',')
    .filter(text => text !== '')
    .map(text => ({ key: sortKey(state, text.replace(/^[-+]/, '')), descending: text.startsWith('-') }));
}

function sortKey(state: WorkbenchState, name: string): string {
  const columns = sheetOf(state).columns.filter(({ drawn }) => !drawn);
  const column = columns.find(one => isNamed(one, name));
  const keys = columns.map(({ key }) => key);
  if (!column) throw badValue('sort', name, { zh: `列：${keys.join('、')}`, en: `columns: ${keys.join(', ')}` });
  return column.key;
}

export const writtenSorts = (sorts: readonly Sort[]): string =>
  sorts.map(({ key, descending }) => (descending ? `-${key}` : key)).join(',');
