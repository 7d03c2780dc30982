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
  /** What of the cost the benefit counts; not given: nobody asks. */
  readonly scope?: Scope;
};

/** cost = out of the catalogue and over its limits (全自费, 超限价) + pre-selfpay (先行自付) + in scope (政策范围内). */
export type Scope = {
  /** A file without a column of over-limit amounts counts them as own-pay. */
  readonly ownPay: number;
  readonly preSelfpay: number;
  readonly inScope: number;
  /** 起付线 as it was really paid, part of `inScope`. */
  readonly deductible: number;
};

export function billOf(stays: StayTable, row: number): Bill {
  const { total, fund, account, cash } = stays.money;
  return {
    cost: total?.[row] ?? Number.NaN,
    fund: fund ? cell(fund, row) : Number.NaN,
    patient: account || cash ? cell(account, row) + cell(cash, row) : Number.NaN,
    other: otherOf(stays, row),
    scope: scopeOf(stays, row),
  };
}

function scopeOf({ money }: StayTable, row: number): Scope {
  const { own_pay, over_limit, pre_selfpay, in_scope, deductible } = money;
  const known = (column: Float64Array | undefined): number => (column ? cell(column, row) : Number.NaN);
  return {
    ownPay: known(own_pay) + cell(over_limit, row),
    preSelfpay: known(pre_selfpay),
    inScope: known(in_scope),
    deductible: known(deductible),
  };
}

/** An empty cell is NaN. */
export const cell = (column: Float64Array | undefined, row: number): number => (column ? column[row]! || 0 : 0);
