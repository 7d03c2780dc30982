/** A published weight table as the project's own: drg, name, its price under `weight`, `point` or `yuan`, a flag, then the facts beside it. */
import type { Columns } from '../payment/published/columns.ts';
import type { TakenGroup } from '../payment/published/take-rows.ts';
import { tableCell } from '../payment/table-cell.ts';

export type ImportedTable = { readonly columns: Columns; readonly groups: readonly TakenGroup[] };

export function importedTsv({ columns, groups }: ImportedTable): string {
  const flagged = groups.some(({ flag }) => flag !== '');
  const rows = [
    ['drg', 'name', columns.unit, ...(flagged ? ['flag'] : []), ...columns.facts.map(({ title }) => title)],
    ...groups.map(({ drg, name, price, flag, facts }) => [drg, name, price, ...(flagged ? [flag] : []), ...facts]),
  ];
  return rows.map(cells => `${cells.map(tableCell).join('\t')}\n`).join('');
}
