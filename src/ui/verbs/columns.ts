/** Verbs about columns: which are shown, which stay at the left, how wide they are. */
import { arrange } from '../arrange.ts';
import { keyMayName } from '../log/naming.ts';
import { penOf, sheetOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/state.ts';
import { fittingWidth, MOST_WIDTH } from '../table/fitting-width.ts';
import { columnsOf } from '../table/table-view.ts';
import { badValue } from './mistakes.ts';
import { columnKeys, namedColumn } from './named-column.ts';
import type { Verb } from './verb.ts';

const column = { zh: '列名；空：当前列', en: 'column; nothing: the current one' };

export const columns: readonly Verb[] = [
  {
    verb: 'hide',
    title: { zh: '隐藏列', en: 'hide column' },
    takes: column,
    undoable: true,
    complete: columnKeys,
    logged: (state, value) => keyLogged(state, namedColumn(state, 'hide', value).key),
    perform(workbench, value) {
      const state = workbench.getState();
      const { key } = namedColumn(state, 'hide', value);
      if (columnsOf(viewOf(state)).every(one => one.key === key))
        throw badValue('hide', key, { zh: '至少留一列', en: 'one column has to stay' });
      return arrange(workbench, spec => ({ ...spec, hidden: [...spec.hidden.filter(one => one !== key), key] }));
    },
  },
  {
    verb: 'unhide',
    title: { zh: '显示隐藏的列', en: 'show hidden columns' },
    takes: { zh: '列名；空：全部', en: 'column; nothing: all' },
    undoable: true,
    offered: state => viewOf(state).spec.hidden.length > 0,
    complete: state => viewOf(state).spec.hidden,
    logged: (state, value) => (value === '' ? '' : keyLogged(state, namedColumn(state, 'unhide', value).key)),
    perform(workbench, value) {
      const key = value === '' ? '' : namedColumn(workbench.getState(), 'unhide', value).key;
      return arrange(workbench, spec => ({ ...spec, hidden: key === '' ? [] : spec.hidden.filter(one => one !== key) }));
    },
  },
  {
    verb: 'freeze',
    title: { zh: '冻结列', en: 'freeze column' },
    takes: { zh: '列名；再用一次则解除', en: 'column; again to let it go' },
    undoable: true,
    complete: columnKeys,
    logged: (state, value) => keyLogged(state, namedColumn(state, 'freeze', value).key),
    perform(workbench, value) {
      const { key } = namedColumn(workbench.getState(), 'freeze', value);
      return arrange(workbench, spec => {
        const others = spec.frozen.filter(one => one !== key);
        return { ...spec, frozen: spec.frozen.includes(key) ? others : [...others, key] };
      });
    },
  },
  {
    verb: 'width',
    title: { zh: '列宽', en: 'column width' },
    takes: { zh: '列名:宽度', en: 'column:width' },
    undoable: true,
    complete: columnKeys,
    logged(state, value) {
      const [, name = '', digits = ''] = /^(.*?)[:：]?(\d+)$/.exec(value) ?? [];
      const key = digits === '' ? undefined : keyLogged(state, namedColumn(state, 'width', name.trim()).key);
      return key === undefined ? undefined : `${key}:${digits}`;
    },
    perform(workbench, value) {
      const [, name = '', digits = ''] = /^(.*?)[:：]?(\d+)$/.exec(value) ?? [];
      const width = Number(digits);
      if (digits === '' || width < 1 || width > MOST_WIDTH)
        throw badValue('width', value, { zh: `如 total:20，1 到 ${MOST_WIDTH}`, en: `such as total:20, 1 to ${MOST_WIDTH}` });
      const { key } = namedColumn(workbench.getState(), 'width', name.trim());
      return arrange(workbench, spec => ({ ...spec, widths: { ...spec.widths, [key]: width } }));
    },
  },
  {
    verb: 'fit',
    title: { zh: '列宽合适', en: 'fit column' },
    takes: column,
    undoable: true,
    complete: columnKeys,
    logged: (state, value) => keyLogged(state, namedColumn(state, 'fit', value).key),
    perform(workbench, value) {
      const state = workbench.getState();
      const { key } = namedColumn(state, 'fit', value);
      const fitted = sheetOf(state).columns.find(one => one.key === key);
      if (!fitted) return;
      const width = fittingWidth(fitted, viewOf(state), penOf(state));
      return arrange(workbench, spec => ({ ...spec, widths: { ...spec.widths, [key]: width } }));
    },
  },
];

/** The column that was meant, where nothing was said too: a replay has no current column. */
const keyLogged = (state: WorkbenchState, key: string): string | undefined => (keyMayName(state, key) ? undefined : key);
