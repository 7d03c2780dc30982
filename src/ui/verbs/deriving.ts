/** Verbs that make another table: of the values of a column, of the columns themselves, of two columns crossed, and of what SQLite answers. */
import { askWorkspace } from '../derive/answer.ts';
import { columnOf, countedColumns, summedColumns } from '../derive/column-of.ts';
import { enterDerived } from '../derive/enter.ts';
import { askedPivot } from '../derive/pivot.ts';
import { questions } from '../derive/questions.ts';
import { keyMayName, statementMayName } from '../log/naming.ts';
import { tablePath } from '../place.ts';
import { basisOf } from '../sheets/sheets.ts';
import { readStep } from '../step.ts';
import type { WorkbenchState } from '../store/state.ts';
import type { Column, Sheet } from '../table/sheet.ts';
import type { Verb } from './verb.ts';

export const deriving: readonly Verb[] = [
  {
    verb: 'frequency',
    title: { zh: '频数', en: 'frequency' },
    takes: { zh: '列名', en: 'column' },
    alias: ['freq'],
    complete: state => countedColumns(tableOf(state)).map(({ key }) => key),
    perform(workbench, value) {
      const { key } = columnOf(tableOf(workbench.getState()), value);
      return enterDerived(workbench, { screen: 'frequency', column: key });
    },
    logged: (state, value) => (keyMayName(state, value) ? undefined : value),
  },
  {
    verb: 'describe',
    title: { zh: '描述各列', en: 'describe the columns' },
    perform: workbench => enterDerived(workbench, { screen: 'describe' }),
  },
  {
    verb: 'pivot',
    title: { zh: '交叉表', en: 'pivot' },
    takes: { zh: '行,列[,数字列 或 mean:数字列]', en: 'down,across[,number column or mean:number column]' },
    complete: crossings,
    perform(workbench, value) {
      const asked = askedPivot(tableOf(workbench.getState()), value);
      return enterDerived(workbench, { screen: 'pivot', ...asked });
    },
    logged: (state, value) => (keyMayName(state, value) ? undefined : value),
  },
  {
    verb: 'sql',
    title: { zh: 'SQL 查询', en: 'ask in SQL' },
    takes: {
      zh: 'SELECT …（只读，视图 v_stay、v_stay_payment、v_month …）',
      en: 'SELECT ... (read only; views v_stay, v_stay_payment, v_month ...)',
    },
    complete: () => questions,
    perform: askWorkspace,
    logged: (state, value) => (statementMayName(state, value) ? undefined : value),
  },
];

/** The table that the next derived table would be made of. */
const tableOf = (state: WorkbenchState): Sheet => basisOf(state, [...tablePath(state.path), { screen: 'describe' }]).of;

/** What can stand behind the last comma: two different columns, words first because they make the better columns; then what the cells hold. */
function crossings(state: WorkbenchState): readonly string[] {
  const typed = state.typing?.purpose === 'command' ? readStep(state.typing.text).value.split(',').slice(0, -1) : [];
  const sheet = tableOf(state);
  if (typed.length >= 2) return summedColumns(sheet).flatMap(({ key }) => [key, `mean:${key}`]);
  return [...countedColumns(sheet)]
    .filter(({ key }) => !typed.includes(key))
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ key }) => key);
}

const rankOf = ({ words }: Column): number => (words ? 0 : 1);
