/** The verb of the totals line: which figure stands under a column. */
import { arrange } from '../arrange.ts';
import { keyMayName } from '../log/naming.ts';
import { aggregatesOf } from '../table/column-figure.ts';
import type { Aggregate } from '../table/spec.ts';
import { badValue } from './mistakes.ts';
import { columnKeys, namedColumn } from './named-column.ts';
import type { Verb } from './verb.ts';

export const footers: readonly Verb[] = [
  {
    verb: 'total',
    title: { zh: '合计行', en: 'totals line' },
    takes: {
      zh: '列名:sum mean median p90 least most distinct filled none',
      en: 'column:sum mean median p90 least most distinct filled none',
    },
    undoable: true,
    complete: columnKeys,
    // The column that was meant, where nothing was said too: a replay has no current column.
    logged(state, value) {
      const [, name = '', wanted = ''] = /^(.*?)[:：]?\s*([a-z]+\d*)$/.exec(value) ?? [];
      const { key } = namedColumn(state, 'total', name.trim());
      return keyMayName(state, key) ? undefined : `${key}:${wanted}`;
    },
    perform(workbench, value) {
      const [, name = '', wanted = ''] = /^(.*?)[:：]?\s*([a-z]+\d*)$/.exec(value) ?? [];
      const column = namedColumn(workbench.getState(), 'total', name.trim());
      const figures: readonly (Aggregate | 'none')[] = [...aggregatesOf(column), 'none'];
      const figure = figures.find(one => one === wanted);
      if (!figure)
        throw badValue('total', value, {
          zh: `${column.title}可用：${figures.join('、')}`,
          en: `${column.title}: one of ${figures.join(', ')}`,
        });
      return arrange(workbench, spec => ({ ...spec, footers: { ...spec.footers, [column.key]: figure } }));
    },
  },
];
