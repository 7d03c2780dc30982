/** Keys of the tables made from the table on the screen. */
import { placeOf } from '../place.ts';
import { sheetOf, viewOf } from '../sheets/sheets.ts';
import { type Step, step } from '../step.ts';
import type { WorkbenchState } from '../store/state.ts';
import { columnAt, columnsOf } from '../table/table-view.ts';
import { type Binding, tables } from './binding.ts';

export const deriveKeys: readonly Binding[] = [
  {
    keys: ['F'],
    step: state => ofColumn(state, key => step('frequency', key)),
    where: tables,
    does: { zh: '本列的频数：每个值多少行', en: 'frequency of this column' },
  },
  { keys: ['I'], step: () => step('describe'), where: tables, does: { zh: '描述各列：缺失、分位数、均值', en: 'describe the columns' } },
  {
    keys: ['W'],
    // the other column is typed or chosen
    step: state => ofColumn(state, key => step('prompt', `pivot=${key},`)),
    where: tables,
    does: { zh: '本列与另一列的交叉表', en: 'pivot of this column and another' },
  },
];

/** The column under the cursor; where columns are described, each row is one of them. */
function ofColumn(state: WorkbenchState, asked: (key: string) => Step): Step | undefined {
  const view = viewOf(state);
  if (placeOf(state.path).screen === 'describe') {
    const row = view.shown[view.cursor];
    return row === undefined ? undefined : asked(sheetOf(state).key(row));
  }
  const column = columnsOf(view)[columnAt(view)];
  return column && !column.drawn ? asked(column.key) : undefined;
}
