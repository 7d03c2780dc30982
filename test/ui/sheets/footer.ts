/** What stands under a column when all of its rows are shown: the figure of all together, or the sum of the fen (the stays) themselves. */

import type { Sheet } from '../../../src/ui/table/sheet.ts';
import { openTable } from '../../../src/ui/table/table-view.ts';

export function footerOf(sheet: Sheet, key: string): string | number {
  const column = sheet.columns.find(one => one.key === key);
  if (!column) throw new Error(`no column ${key}`);
  const rows = openTable(sheet).shown;
  if (column.together) return column.together(rows);
  if (column.footer !== 'sum') throw new Error(`${key} has no footer`);
  return rows.reduce((sum, row) => sum + column.value(row), 0);
}

/** A column as it is shown, by the key of the row, in the order of the table. */
export const shownOf = (sheet: Sheet, key: string): readonly (readonly [string, string])[] => {
  const column = sheet.columns.find(one => one.key === key);
  return Array.from(openTable(sheet).shown, row => [sheet.key(row), column?.text(row, 40) ?? '']);
};
