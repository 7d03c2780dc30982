/** Bands and payments of every stay, in fen. Prices were computed once per group in Decimal; here are only comparisons and whole numbers. */
import type { Group } from '../../grouper/result.ts';
import { Decimal } from '../money.ts';
import type { DrgPolicy, Sourced } from '../policy/policy.ts';
import type { Draft } from './as-on-bill.ts';
import { fundColumns } from './fund-columns.ts';
import { NO_INSURANCE, NO_LEVEL, payerKeys } from './payer-keys.ts';
import { NO_RATE, NOT_YET, priceList } from './price-list.ts';
import type { ToPay } from './settle.ts';
import { bandIndex, type UnpricedReason, unpricedReasons } from './settlement.ts';
import { shareOfFen } from './share-of-fen.ts';
import type { WeightTable } from './weights.ts';

/** Pays the stays that are this policy's; its prices follow those of the policies before it. */
export function payDrgColumns({ stays, part, me }: ToPay, policy: DrgPolicy, draft: Draft): void {
  const { grouping, groups, weights, rateFactor = one } = part;
  if (!grouping || !groups || !weights) throw new Error(`${policy.method} needs groups and weights`);
  const keys = payerKeys(stays, policy);
  const list = priceList({ groups, keys, weights, policy, rateFactor });
  const unpriced = Uint8Array.from(groups, group => unpricedReasons.indexOf(whyUnpriced(group, weights)));
  const shares = sharesOfCost(policy);
  const { group } = grouping;
  const { by, band, price, standard, payment, prices } = draft;
  const firstPrice = prices.length;
  // Held in names of their own: the loop runs once for every stay and scenario.
  const { at, perGroup, standard: standardOf, lowTo, midLowTo, highFrom } = list;
  const { count } = draft;
  for (let i = 0; i < count; i++) {
    if (by[i] !== me) continue;
    const g = group[i]!;
    const key = keys.of[i]!;
    const why = unpriced[g]! || keyMissing(key);
    if (why !== 0) {
      const share = shares[why];
      if (share) payShareOfCost(draft, i, why, share);
      else leaveUnpriced(draft, i, why);
      continue;
    }
    const known = at[g * perGroup + key]!;
    const p = known === NOT_YET ? list.add(g, key) : known;
    if (p === NO_RATE) {
      leaveUnpriced(draft, i, insuranceUnmapped);
      continue;
    }
    const cost = payment[i]!; // as on the bill, until now
    price[i] = firstPrice + p;
    standard[i] = standardOf[p]!;
    if (cost <= lowTo[p]!) {
      band[i] = bandIndex.low;
      payment[i] = list.lowPay(p, cost);
    } else if (cost <= midLowTo[p]!) {
      band[i] = bandIndex.mid_low;
      payment[i] = list.midLowPay(p, cost);
    } else if (cost >= highFrom[p]!) {
      band[i] = bandIndex.high;
      payment[i] = list.highPay(p, cost);
    } else {
      band[i] = bandIndex.normal;
      payment[i] = standardOf[p]!;
    }
  }
  prices.push(...list.prices);
  fundColumns(stays, policy.fund, { draft, me });
}

const one = new Decimal(1);

const insuranceUnmapped = unpricedReasons.indexOf('insurance_unmapped');
const levelUnmapped = unpricedReasons.indexOf('level_unmapped');

const keyMissing = (key: number): number => (key === NO_INSURANCE ? insuranceUnmapped : key === NO_LEVEL ? levelUnmapped : 0);

/** 0000 and QY have no weight even where a published table lists one: only the policy's own share of cost pays them. */
function whyUnpriced({ status, drg }: Group, weights: WeightTable): UnpricedReason {
  if (status !== 'grouped') return status;
  return weights.weightOf(drg) ? '' : 'no_weight';
}

type Share = { readonly part: number; readonly whole: number };

/** Share of cost by reason, as whole numbers: 0.7 is 7 of 10. */
function sharesOfCost({ ungrouped, ambiguous }: DrgPolicy): (Share | undefined)[] {
  const shares: (Share | undefined)[] = [];
  shares[unpricedReasons.indexOf('ungrouped')] = shareOf(ungrouped);
  shares[unpricedReasons.indexOf('ambiguous')] = shareOf(ambiguous);
  return shares;
}

function shareOf(ratio: Sourced | undefined): Share | undefined {
  if (!ratio) return undefined;
  const whole = 10 ** ratio.value.decimalPlaces();
  return { part: ratio.value.times(whole).toNumber(), whole };
}

function payShareOfCost(draft: Draft, row: number, why: number, { part, whole }: Share): void {
  draft.band[row] = bandIndex.ratio;
  draft.reason[row] = why;
  draft.payment[row] = shareOfFen(draft.payment[row]!, part, whole);
}

function leaveUnpriced(draft: Draft, row: number, why: number): void {
  draft.band[row] = bandIndex.unpriced;
  draft.reason[row] = why;
}
