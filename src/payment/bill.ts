/**
 * What a stay cost and who paid, as loaded; whole fen. A part whose columns the file does not have at all is NaN, never guessed;
 * a single empty cell counts 0, the finding about it was made while loading.
 */
import { otherOf, type StayTable } from '../stay/stay-table.ts';

export type Bill = {
  /** NaN: the stay has no total. */
  readonly cost: number;
  readonly fund: number;
  /** Account and cash. */
  readonly patient: number;
  /** Funds beyond the pool; 0 where the file has none of them, NaN where it does not say who paid at all. */
  readonly other: number;
};

export function billOf(stays: StayTable, row: number): Bill {
  const { total, fund, account, cash } = stays.money;
  return {
    cost: total?.[row] ?? Number.NaN,
    fund: fund ? cell(fund, row) : Number.NaN,
    patient: account || cash ? cell(account, row) + cell(cash, row) : Number.NaN,
    other: otherOf(stays, row),
  };
}

/** An empty cell is NaN. */
export const cell = (column: Float64Array | undefined, row: number): number => (column ? column[row]! || 0 : 0);
