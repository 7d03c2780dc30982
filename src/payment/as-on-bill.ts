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
export function asOnBill({ count, money }: StayTable, policies: readonly Policy[], inScope: Uint8Array | undefined): Draft {
  const draft = emptyDraft(count, policies);
  const { by, band, reason, payment, fund, patient, other, margin } = draft;
  const { total, fund: pool, account, cash } = money;
  const others = otherFunds.flatMap(field => money[field] ?? []);
  const payersKnown = namesPayers(money);
  for (let i = 0; i < count; i++) {
    if (inScope !== undefined && inScope[i] === 0) {
      by[i] = NOBODY;
      continue;
    }
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
  return draft;
}

const emptyDraft = (count: number, policies: readonly Policy[]): Draft => ({
  count,
  policies,
  by: new Uint8Array(count),
  rule: undefined,
  exempt: undefined,
  prices: [],
  price: new Int32Array(count).fill(-1),
  band: new Uint8Array(count),
  reason: new Uint8Array(count),
  standard: new Float64Array(count),
  payment: new Float64Array(count),
  fund: new Float64Array(count),
  patient: new Float64Array(count),
  other: new Float64Array(count),
  margin: new Float64Array(count),
});
