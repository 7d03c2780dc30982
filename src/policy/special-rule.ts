/**
 * 特例单议: which stays a hospital may file for a review, how many of its discharges at most, and what an approved one is paid.
 * Section 4 of the payment reference: at most 5 % of discharges under DRG, 5 per thousand under DIP; paid by item or at a raised standard.
 */
import { type Condition, conditionsOf } from './condition.ts';
import type { Leaf, LeafItem, Leaves } from './leaf.ts';
import { reader } from './leaf-reader.ts';
import { both, didYouMean, wrong } from './mistakes.ts';
import { nearest } from './nearest.ts';
import type { Sourced } from './policy.ts';

export const specialOutcomes = ['uplift', 'actual_cost'] as const;

export type SpecialRule = {
  /** Share of the discharges of a hospital, rounded down. */
  readonly quota: Sourced;
  readonly outcome: (typeof specialOutcomes)[number];
  readonly outcomeLeaf: Leaf;
  /** What the standard is multiplied by; undefined where cost is paid. */
  readonly uplift: Sourced | undefined;
  readonly candidates: readonly Candidate[];
};

/** A reason to file: all of its conditions hold. */
export type Candidate = {
  readonly id: string;
  /** What a person reads; the id where the policy gives none. */
  readonly title: string;
  /** The cost lies beyond the high line of the policy. */
  readonly overCap: boolean;
  readonly when: readonly Condition[];
  readonly item: LeafItem;
};

export function specialRule(leaves: Leaves, id: string): SpecialRule | undefined {
  const { at, decimal, required, missing } = reader(leaves, id);
  const outcomeLeaf = at('special_case.outcome');
  if (!outcomeLeaf) {
    if (decimal('special_case.quota') || at('special_case.candidates')) throw missing('special_case.outcome');
    return undefined;
  }
  const outcome = specialOutcomes.find(known => known === outcomeLeaf.value)!;
  const list = at('special_case.candidates');
  // which stays are special is never supposed: the policy lists its reasons
  if (!list || !Array.isArray(list.value)) throw missing('special_case.candidates');
  return {
    quota: required('special_case.quota'),
    outcome,
    outcomeLeaf,
    uplift: outcome === 'uplift' ? required('special_case.uplift') : undefined,
    candidates: candidatesIn('special_case.candidates', list),
  };
}

export function checkCandidates(path: string, leaf: Leaf): void {
  candidatesIn(path, leaf);
}

function candidatesIn(path: string, leaf: Leaf): readonly Candidate[] {
  const items = leaf.value as readonly unknown[];
  if (items.length === 0) throw wrong(path, leaf.at, both('没有一项', 'has no item'), example);
  const found = items.map((written, i) => candidateOf(path, written, leaf.items?.[i] ?? { at: leaf.at, source: leaf.source }));
  const twice = found.find((one, i) => found.findIndex(({ id }) => id === one.id) < i);
  if (twice) throw wrong(path, twice.item.at, both(`有两项叫 ${twice.id}`, `has two items named ${twice.id}`), example);
  return found;
}

function candidateOf(path: string, written: unknown, item: LeafItem): Candidate {
  const { id, title, over_cap, when, source: _, ...rest } = (written ?? {}) as Readonly<Record<string, unknown>>;
  const [odd] = Object.keys(rest);
  if (odd !== undefined)
    throw wrong(path, item.at, both(`有一项里没有“${odd}”这一项`, `has an item with "${odd}"`), didYouMean(nearest(odd, parts)!));
  const asks = over_cap !== undefined || when !== undefined;
  const textOrNone = title === undefined || (typeof title === 'string' && title !== '');
  if (typeof id !== 'string' || !asks || !textOrNone || (over_cap !== undefined && over_cap !== true))
    throw wrong(path, item.at, both('有一项读不懂', 'has an item that cannot be read'), example);
  if (!item.source) throw wrong(path, item.at, both(`的 ${id} 没有来源`, `has an item ${id} without a source`), example);
  return {
    id,
    title: (title as string | undefined) ?? id,
    overCap: over_cap === true,
    when: when === undefined ? [] : conditionsOf(when, { at: item.at, code: 'PARAMETER_INVALID' }),
    item,
  };
}

const parts = ['id', 'title', 'over_cap', 'when', 'source'];
const example = both(
  '写成 - {id: long_stay, title: 住院超过 60 天, when: {days_gt: 60}, source: notice}；超过高倍率上限写 over_cap: true。',
  'Write - {id: long_stay, title: "...", when: {days_gt: 60}, source: notice}; over the high line is over_cap: true.',
);
