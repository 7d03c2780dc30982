/** Of the stays that a method pays otherwise than by item: the fund's part by the method, and as on the bills. Both on fund basis. */
import type { Fen } from '../../money.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { bandIndex, type Settlement } from '../settlement.ts';
import type { Payers } from './payers.ts';
import type { Periods } from './periods.ts';

/** `actual`: undefined where the file has no column of the fund. */
export type Allotted = { readonly allotted: Fen; readonly actual: Fen | undefined };

export type AllottedOf = {
  readonly stays: StayTable;
  readonly final: Settlement;
  readonly payers: Payers;
  readonly periods: Periods;
  readonly insurance: string;
};

export function allottedOf({ stays, final, payers, periods, insurance }: AllottedOf): Allotted {
  const of = payers.insurances.indexOf(insurance);
  const { fund: billed } = stays.money;
  const { band, fund } = final;
  let [allotted, actual] = [0, 0];
  for (let i = 0; i < stays.count; i++) {
    if (periods.inScope[i] === 0 || payers.insurance[i] !== of || notShared.has(band[i]!)) continue;
    allotted += fund[i]!;
    actual += billed?.[i] || 0;
  }
  return { allotted: allotted as Fen, actual: billed && (actual as Fen) };
}

/** By item there is nothing to share, and a global budget has shared it in what it pays. */
const notShared: ReadonlySet<number> = new Set([bandIndex.ffs, bandIndex.unpriced, bandIndex.budget]);
