/**
 * What becomes of stays whose group has no price: a share of their cost where the policy gives one (0000, QY, 无历史组), their bill where it
 * says so, else they stay without a price, with the reason.
 */
import type { Group } from '../../grouper/result.ts';
import { inSet } from '../policy/group-set.ts';
import type { DrgPolicy, Sourced } from '../policy/policy.ts';
import type { Draft } from './as-on-bill.ts';
import type { GroupTerms } from './group-terms.ts';
import { NO_HOSPITAL, NO_INSURANCE, NO_LEVEL } from './price-keys.ts';
import { bandIndex, type UnpricedReason, unpricedReasons } from './settlement.ts';
import { shareOfFen } from './share-of-fen.ts';

/** By group: 0, or why it has no price as an index into unpricedReasons, or BY_ITEM. */
export const whyWithout = (groups: readonly Group[], terms: readonly GroupTerms[], policy: DrgPolicy): Uint8Array =>
  Uint8Array.from(groups, (group, g) => reasonOf(group, terms[g]!, policy));

/** 0000 and QY have no weight even where a published table lists one: only the policy's own share of cost pays them. */
function reasonOf({ status }: Group, { named, number, hasPrice }: GroupTerms, { groupRules, weightRule }: DrgPolicy): number {
  if (status !== 'grouped') return indexOf(status);
  const { unstable, noHistory } = groupRules;
  if (unstable && inSet(unstable.groups, named)) return 0;
  if (noHistory?.groups && inSet(noHistory.groups, named)) return indexOf('no_history');
  if (number || hasPrice) return 0;
  if (noHistory) return indexOf('no_history');
  return weightRule.fallback.kind === 'ffs' ? BY_ITEM : indexOf('no_weight');
}

const indexOf = (reason: UnpricedReason): number => unpricedReasons.indexOf(reason);

/** The policy pays a group without a weight by item: the stay keeps its bill, and is not unpriced. */
const BY_ITEM = 0xff;

export const insuranceUnmapped = indexOf('insurance_unmapped');
export const noWeight = indexOf('no_weight');
const levelUnmapped = indexOf('level_unmapped');
const hospitalUnlisted = indexOf('hospital_unlisted');

/** Why a key of the stay has no price; 0 for one that has. */
export function keyMissing(key: number): number {
  switch (key) {
    case NO_INSURANCE:
      return insuranceUnmapped;
    case NO_LEVEL:
      return levelUnmapped;
    case NO_HOSPITAL:
      return hospitalUnlisted;
    default:
      return 0;
  }
}

type Share = { readonly part: number; readonly whole: number };

/** Pays row `row`, or leaves it as it stands; `why` is not 0. */
export type WithoutPrice = (row: number, why: number) => void;

export function withoutPrice(policy: DrgPolicy, draft: Draft): WithoutPrice {
  const shares = unpricedReasons.map(reason => shareOf(shareBy(reason, policy)));
  const { band, reason, payment } = draft;
  return (row, why) => {
    if (why === BY_ITEM) {
      reason[row] = noWeight;
      return;
    }
    reason[row] = why;
    const share = shares[why];
    band[row] = share ? bandIndex.ratio : bandIndex.unpriced;
    if (share) payment[row] = shareOfFen(payment[row]!, share.part, share.whole);
  };
}

/** The share of cost that the policy pays for this reason; undefined: none. */
export function shareBy(reason: UnpricedReason, { ungrouped, ambiguous, groupRules }: DrgPolicy): Sourced | undefined {
  switch (reason) {
    case 'ungrouped':
      return ungrouped;
    case 'ambiguous':
      return ambiguous;
    case 'no_history':
      return groupRules.noHistory?.share;
    default:
      return undefined;
  }
}

/** As whole numbers: 0.7 is 7 of 10. */
function shareOf(ratio: Sourced | undefined): Share | undefined {
  if (!ratio) return undefined;
  const whole = 10 ** ratio.value.decimalPlaces();
  return { part: ratio.value.times(whole).toNumber(), whole };
}
