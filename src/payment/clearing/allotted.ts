/**
 * Of the stays that a method pays otherwise than by item: the fund's part by the method, and as on the bills, both on fund basis and for
 * every hospital by itself: what one has left does not make up for what another spent too much.
 */
import type { Fen } from '../../money.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { bandIndex, type Settlement } from '../settlement.ts';
import type { Payers } from './payers.ts';
import type { Periods } from './periods.ts';

export type Allotted = {
  readonly hospitals: readonly AllottedHospital[];
  /** Stays that stand at their bill, by item or for want of a price: neither side of u has them. Fen of the fund as on the bills. */
  readonly leftOut: { readonly stays: number; readonly fund: Fen };
};
/** `actual`: undefined where the file has no column of the fund. */
export type AllottedHospital = { readonly hospital: string; readonly allotted: Fen; readonly actual: Fen | undefined };

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
  const { hospital, hospitals } = payers;
  const [allotted, actual] = [new Float64Array(hospitals.length), new Float64Array(hospitals.length)];
  let [out, outFund] = [0, 0];
  for (let i = 0; i < stays.count; i++) {
    if (periods.inScope[i] === 0 || payers.insurance[i] !== of) continue;
    if (onBill.has(band[i]!)) {
      out += 1;
      outFund += billed?.[i] || 0;
    } else if (band[i] !== bandIndex.budget) {
      allotted[hospital[i]!]! += fund[i]!;
      actual[hospital[i]!]! += billed?.[i] || 0;
    }
  }
  const made = hospitals.map((name, h) => ({ hospital: name, allotted: allotted[h]! as Fen, actual: billed && (actual[h]! as Fen) }));
  return {
    // by name: the order of stays changes nothing
    hospitals: made.sort((a, b) => (a.hospital < b.hospital ? -1 : 1)),
    leftOut: { stays: out, fund: outFund as Fen },
  };
}

/** By item there is nothing to share; a global budget, too, takes no part: it has shared in what it pays. */
const onBill: ReadonlySet<number> = new Set([bandIndex.ffs, bandIndex.unpriced]);
