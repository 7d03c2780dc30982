/**
 * Fee for service: every stay is paid its cost, by the payers of its bill. The other methods begin from here; a stay without a price stays
 * here. A file without a cost column says nothing about money: every amount is unknown, which is not 0.
 */

import type { Policy } from '../policy/policy.ts';
import { namesPayers, otherFunds, type StayTable } from '../stay/stay-table.ts';
import { cell } from './bill.ts';
import { bandIndex, NOBODY, type Price, type Settlement, unpricedReasons } from './settlement.ts';

/** The settlement being filled: its columns are still open. */
export type Draft = Omit<Settlement, 'prices' | 'policies' | 'rule' | 'exempt'> & {
  readonly prices: Price[];
  readonly policies: readonly Policy[];
  rule: Uint8Array | undefined;
  exempt: Float64Array | undefined;
};

const noCost = unpricedReasons.indexOf('no_cost');

/**
 * `inScope` has 1 for every stay that a population rule left in; undefined: all are. The amounts of the others stay 0. Every stay is the
 * first policy's until `routes` says otherwise.
 */
export function asOnBill(stays: StayTable, policies: readonly Policy[], inScope: Uint8Array | undefined): Draft {
  const bills = billsOf.get(stays) ?? billColumns(stays);
  billsOf.set(stays, bills);
  const { count } = stays;
  const draft: Draft = {
    count,
    policies,
    by: bills.by.slice(),
    rule: undefined,
    exempt: undefined,
    prices: [],
    price: new Int32Array(count).fill(-1),
    band: bills.band.slice(),
    reason: bills.reason.slice(),
    standard: new Float64Array(count),
    payment: bills.payment.slice(),
    fund: bills.fund.slice(),
    patient: bills.patient.slice(),
    other: bills.other.slice(),
    margin: bills.margin.slice(),
  };
  if (inScope) leaveOut(draft, inScope);
  return draft;
}

type BillColumns = Pick<Draft, 'by' | 'band' | 'reason' | 'payment' | 'fund' | 'patient' | 'other' | 'margin'>;

/** A bill depends on no policy: it is read once for a load, and every settlement fills copies of its columns. */
const billsOf = new WeakMap<StayTable, BillColumns>();

function billColumns({ count, money }: StayTable): BillColumns {
  const bytes = () => new Uint8Array(count);
  const amounts = () => new Float64Array(count);
  const [by, band, reason] = [bytes(), bytes(), bytes()];
  const [payment, fund, patient, other, margin] = [amounts(), amounts(), amounts(), amounts(), amounts()];
  const { total, fund: pool, account, cash } = money;
  const others = otherFunds.flatMap(field => money[field] ?? []);
  const payersKnown = namesPayers(money);
  for (let i = 0; i < count; i++) {
    const cost = total ? total[i]! : Number.NaN;
    if (Number.isNaN(cost)) {
      band[i] = bandIndex.unpriced;
      reason[i] = noCost;
      by[i] = NOBODY;
      if (!total) payment[i] = fund[i] = patient[i] = other[i] = margin[i] = Number.NaN;
      continue;
    }
    band[i] = bandIndex.ffs;
    payment[i] = cost;
    fund[i] = pool ? cell(pool, i) : Number.NaN;
    patient[i] = account || cash ? cell(account, i) + cell(cash, i) : Number.NaN;
    if (!payersKnown) other[i] = Number.NaN;
    for (let f = 0; f < others.length; f++) other[i]! += cell(others[f], i);
    margin[i] = fund[i]! + patient[i]! + other[i]! - cost;
  }
  return { by, band, reason, payment, fund, patient, other, margin };
}

function leaveOut({ count, by, band, reason, payment, fund, patient, other, margin }: Draft, inScope: Uint8Array): void {
  for (let i = 0; i < count; i++) {
    if (inScope[i] !== 0) continue;
    by[i] = NOBODY;
    band[i] = bandIndex.out;
    reason[i] = 0;
    payment[i] = fund[i] = patient[i] = other[i] = margin[i] = 0;
  }
}
