/**
 * What a stay cost and who paid, as loaded; whole fen. A part whose columns the file does not have at all is NaN, never guessed;
 * a single empty cell counts 0, the finding about it was made while loading.
 */
import { otherFunds, type StayTable } from '../stay/stay-table.ts';

export type Bill = {
  /** NaN: the stay has no total. */
  readonly cost: number;
  readonly fund: number;
  /** Account and cash. */
  readonly patient: number;
  /** Funds beyond the pool; 0 where the file has none of them. */
  readonly other: number;
};

export function billOf({ money }: StayTable, row: number): Bill {
  const { total, fund, account, cash } = money;
  return {
    cost: total?.[row] ?? Number.NaN,
    fund: fund ? fund[row] || 0 : Number.NaN,
    patient: account || cash ? (account?.[row] || 0) + (cash?.[row] || 0) : Number.NaN,
    other: otherFunds.reduce((sum, field) => sum + (money[field]?.[row] || 0), 0),
  };
}
