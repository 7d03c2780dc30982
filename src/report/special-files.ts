/** The work list of special cases as CSV and JSON: the same columns, money in yuan with two decimals. */
import { yuanText } from '../money.ts';
import { BOM, csvLine, textCell } from './csv-cell.ts';
import { jsonDocument } from './json-rows.ts';
import { reasonsText, type SpecialRow, type SpecialWork } from './special-rows.ts';

export function* specialCsv(rows: readonly SpecialRow[], { bom }: { readonly bom: boolean }): Generator<string> {
  yield (bom ? BOM : '') + csvLine(columns.map(([name]) => name));
  for (const row of rows) yield csvLine(columns.map(([, textOf]) => textCell(textOf(row))));
}

export function specialJson(rows: readonly SpecialRow[], work: Pick<SpecialWork, 'policy' | 'catalogue'>): Generator<string> {
  const origin = { policy: work.policy, catalogue: work.catalogue };
  return jsonDocument(origin, rows.length, i => Object.fromEntries(columns.map(([name, textOf]) => [name, textOf(rows[i]!)])));
}

const columns: readonly (readonly [name: string, textOf: (row: SpecialRow) => string])[] = [
  ['id', ({ id }) => id],
  ['stay', ({ stay }) => stay],
  ['hospital', ({ hospital }) => hospital],
  ['department', ({ department }) => department],
  ['drg', ({ drg }) => drg],
  ['name', ({ name }) => name],
  ['weight', ({ weight }) => weight],
  ['days', ({ days }) => days],
  ['ratio', ({ ratio }) => ratio],
  ['cost', ({ found }) => yuanText(found.cost + found.apart)],
  ['exempt', ({ found }) => yuanText(found.apart)],
  ['standard', ({ found }) => yuanText(found.standard)],
  ['excess', ({ excess }) => excess],
  ['payment', ({ found }) => yuanText(found.payment)],
  ['outcome', ({ special }) => special.outcome],
  ['approved', ({ found }) => yuanText(found.approved)],
  ['gain', ({ gain }) => gain],
  ['reasons', reasonsText],
  ['rank', ({ found }) => (found.rank === 0 ? '' : String(found.rank))],
  ['quota', ({ found }) => String(found.quota)],
  ['discharges', ({ found }) => String(found.discharges)],
  ['status', ({ status }) => status],
];
