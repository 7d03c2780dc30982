/** Bands and payments of every stay, in fen. Prices were computed once per group in Decimal; here are only comparisons and whole numbers. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import type { Decimal } from '../money.ts';
import type { DrgPolicy, Sourced } from '../policy/policy.ts';
import type { StayTable } from '../stay/stay-table.ts';
import type { Draft } from './as-on-bill.ts';
import { fundColumns } from './fund-columns.ts';
import { insurancesOf, levelsOf } from './levels.ts';
import { NO_RATE, priceList } from './price-list.ts';
import { bandIndex, type Price, type UnpricedReason, unpricedReasons } from './settlement.ts';
import { shareOfFen } from './share-of-fen.ts';
import type { WeightTable } from './weights.ts';

export type DrgInput = {
  readonly stays: StayTable;
  readonly grouping: GroupColumns;
  readonly groups: readonly Group[];
  readonly policy: DrgPolicy;
  readonly weights: WeightTable;
  readonly rateFactor: Decimal;
};

/** Pays the stays that the draft carries at cost; returns the prices. */
export function payDrgColumns({ stays, grouping, groups, policy, weights, rateFactor }: DrgInput, draft: Draft): readonly Price[] {
  const levels = levelsOf(stays, policy);
  const insurances = insurancesOf(stays, policy);
  const list = priceList({ groups, levels, insurances, weights, policy, rateFactor });
  const unpriced = Uint8Array.from(groups, group => unpricedReasons.indexOf(whyUnpriced(group, weights)));
  const shares = sharesOfCost(policy);
  const { group } = grouping;
  const cost = draft.payment; // as on the bill
  const { standard, lowTo, highFrom, find } = list;
  for (let i = 0; i < stays.count; i++) {
    if (draft.band[i] !== bandIndex.ffs) continue;
    const g = group[i]!;
    const why = unpriced[g]!;
    if (why !== 0) {
      const share = shares[why];
      if (share) payShareOfCost(draft, i, why, share);
      else leaveUnpriced(draft, i, why);
      continue;
    }
    const insurance = insurances.of(i);
    if (insurance < 0) {
      leaveUnpriced(draft, i, insuranceUnmapped);
      continue;
    }
    const level = levels.of(i);
    if (level < 0) {
      leaveUnpriced(draft, i, levelUnmapped);
      continue;
    }
    const p = find(g, level, insurance);
    if (p === NO_RATE) {
      leaveUnpriced(draft, i, insuranceUnmapped);
      continue;
    }
    const c = cost[i]!;
    draft.price[i] = p;
    draft.standard[i] = standard[p]!;
    if (c <= lowTo[p]!) {
      draft.band[i] = bandIndex.low;
      draft.payment[i] = list.lowPay(p, c);
    } else if (c >= highFrom[p]!) {
      draft.band[i] = bandIndex.high;
      draft.payment[i] = list.highPay(p, c);
    } else {
      draft.band[i] = bandIndex.normal;
      draft.payment[i] = standard[p]!;
    }
  }
  fundColumns(stays, policy.fundMethod, draft);
  return list.prices;
}

const insuranceUnmapped = unpricedReasons.indexOf('insurance_unmapped');
const levelUnmapped = unpricedReasons.indexOf('level_unmapped');

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
