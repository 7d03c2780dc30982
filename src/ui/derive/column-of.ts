/** Columns that something can be made from, by their keys. */
import { type Column, holdsNumbers, type Sheet } from '../table/sheet.ts';
import { badValue } from '../verbs/mistakes.ts';

/** What is only drawn has nothing to count. */
export const describedColumns = ({ columns }: Pick<Sheet, 'columns'>): readonly Column[] => columns.filter(({ drawn }) => !drawn);

/** Rows can be put together by these; an id that is another one in every row is not among them. */
export const countedColumns = (sheet: Pick<Sheet, 'columns'>): readonly Column[] =>
  describedColumns(sheet).filter(column => column.words !== undefined || holdsNumbers(column) || !column.identifier);

export const summedColumns = (sheet: Pick<Sheet, 'columns'>): readonly Column[] =>
  describedColumns(sheet).filter(column => holdsNumbers(column) && !column.identifier);

/** @throws UserError when there is no such column to count by */
export const columnOf = (sheet: Sheet, key: string, verb = 'frequency'): Column => named(countedColumns(sheet), key, verb);

/** @throws UserError when the columns have none of this key */
export function named(columns: readonly Column[], key: string, verb: string): Column {
  const column = columns.find(one => one.key === key);
  if (column) return column;
  const keys = columns.map(one => one.key);
  throw badValue(verb, key, { zh: `可用的列：${keys.join('、')}`, en: `columns: ${keys.join(', ')}` });
}
