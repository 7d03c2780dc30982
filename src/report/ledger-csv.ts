/** The ledger as CSV: a row for every insurance, hospital and month, amounts in yuan; the last row is the total. */
import { yuanText } from '../money.ts';
import type { Clearing } from '../payment/clearing/clearing.ts';
import { type LedgerColumn, ledgerColumns, totalOf } from '../payment/clearing/ledger.ts';
import { type LedgerKey, ledgerBy } from '../payment/clearing/ledger-by.ts';
import { BOM, csvLine, textCell } from './csv-cell.ts';
import { periodKey } from './ledger-period.ts';

export function ledgerCsv({ ledger, budget }: Clearing, { by, bom }: { readonly by: LedgerKey; readonly bom: boolean }): string {
  const cells = (row: Readonly<Record<LedgerColumn, number>>) =>
    ledgerColumns.map(column => (column === 'stays' ? String(row.stays) : yuanText(row[column])));
  const rows = ledgerBy(ledger, by);
  return [
    bom ? BOM : '',
    csvLine(['insurance', 'hospital', 'period', ...ledgerColumns, 'balance']),
    ...rows.map(row =>
      csvLine([textCell(row.insurance), textCell(row.hospital), periodKey(row.period, budget.year), ...cells(row), yuanText(row.balance)]),
    ),
    csvLine(['total', '', '', ...cells(totalOf(ledger)), '']),
  ].join('');
}
