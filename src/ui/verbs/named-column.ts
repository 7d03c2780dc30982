/** The column a value names: by its key, by its title, or, where nothing is said, the current one. */
import { sheetOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/state.ts';
import type { Column } from '../table/sheet.ts';
import { currentColumn } from '../table/table-view.ts';
import { isNamed } from '../table/written-filter.ts';
import { badValue } from './mistakes.ts';

export function namedColumn(state: WorkbenchState, verb: string, name: string): Column {
  const { columns } = sheetOf(state);
  const column = name === '' ? currentColumn(viewOf(state)) : columns.find(one => isNamed(one, name));
  if (column) return column;
  const keys = columns.map(({ key }) => key);
  throw badValue(verb, name, { zh: `列：${keys.join('、')}`, en: `columns: ${keys.join(', ')}` });
}

export const columnKeys = (state: WorkbenchState): readonly string[] => sheetOf(state).columns.map(({ key }) => key);
