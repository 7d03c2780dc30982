/** The ledger put together by insurance, by hospital, or by month with all its rows; what is summed stays the same to the fen. */
import type { LedgerRow } from './ledger.ts';
import { totalOf } from './ledger.ts';

const ledgerKeys = ['month', 'hospital', 'insurance'] as const;
export type LedgerKey = (typeof ledgerKeys)[number];

/** A row put together of several periods has the period undefined. */
export type LedgerSum = Omit<LedgerRow, 'period'> & { readonly period: number | undefined };

export function ledgerBy(rows: readonly LedgerRow[], by: LedgerKey): readonly LedgerSum[] {
  if (by === 'month') return rows;
  const keyOf = ({ insurance, hospital }: LedgerRow): string => (by === 'insurance' ? insurance : `${insurance}\t${hospital}`);
  const keys = [...new Set(rows.map(keyOf))];
  return keys.map(key => {
    const own = rows.filter(row => keyOf(row) === key);
    const [{ insurance, hospital }] = own as [LedgerRow, ...LedgerRow[]];
    const sums = totalOf(own);
    const balance = sums.fund + sums.adjusted - sums.deductions - sums.paid - sums.prepaid - sums.clearing;
    return { ...sums, insurance, hospital: by === 'insurance' ? '' : hospital, period: undefined, balance };
  });
}
