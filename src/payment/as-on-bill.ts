/** Fee for service: every stay is paid its cost, by the payers of its bill. The other methods begin from here; a stay without a price stays here. */
import { otherFunds, type StayTable } from '../stay/stay-table.ts';
import { bandIndex, type Settlement, unpricedReasons } from './settlement.ts';

/** The settlement being filled: its columns are still open. */
export type Draft = Omit<Settlement, 'prices'>;

const noCost = unpricedReasons.indexOf('no_cost');

/** `inScope` has 1 for every stay that a population rule left in; undefined: all are. */
export function asOnBill(stays: StayTable, inScope: Uint8Array | undefined): Draft {
  const draft = emptyDraft(stays.count);
  const { total, fund, account, cash } = stays.money;
  const others = otherFunds.flatMap(field => stays.money[field] ?? []);
  const knowsPatient = account !== undefined || cash !== undefined;
  for (let i = 0; i < stays.count; i++) {
    if (inScope && inScope[i] === 0) continue;
    const cost = total ? total[i]! : Number.NaN;
    if (Number.isNaN(cost)) {
      draft.band[i] = bandIndex.unpriced;
      draft.reason[i] = noCost;
      continue;
    }
    const fundPays = fund ? fund[i]! || 0 : Number.NaN;
    const patient = knowsPatient ? (account?.[i] || 0) + (cash?.[i] || 0) : Number.NaN;
    let other = 0;
    for (const column of others) other += column[i]! || 0;
    draft.band[i] = bandIndex.ffs;
    draft.payment[i] = cost;
    draft.fund[i] = fundPays;
    draft.patient[i] = patient;
    draft.other[i] = other;
    draft.margin[i] = fundPays + patient + other - cost;
  }
  return draft;
}

function emptyDraft(count: number): Draft {
  const money = () => new Float64Array(count);
  return {
    count,
    price: new Int32Array(count).fill(-1),
    band: new Uint8Array(count),
    reason: new Uint8Array(count),
    standard: money(),
    payment: money(),
    fund: money(),
    patient: money(),
    other: money(),
    margin: money(),
  };
}
