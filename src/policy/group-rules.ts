/**
 * What the payment of a group depends on beside its weight: 基层病种 (the same price in every hospital), factors for groups and insurances,
 * 不稳定组 and 无历史组, and the modifiers for children, 中医优势病组 and day surgery.
 */
import { type GroupFactor, groupFactors } from './group-factors.ts';
import { type GroupSet, groupSet } from './group-set.ts';
import { requireLevel } from './known-level.ts';
import type { Leaf, Leaves } from './leaf.ts';
import { reader } from './leaf-reader.ts';
import { both, mistake, wrong } from './mistakes.ts';
import { primaryCareModes, unstablePays } from './names/price.ts';
import type { Sourced } from './policy.ts';

/** 同城同病同价; `levels` undefined: whatever the level of the hospital. */
export type PrimaryCare = { readonly groups: GroupSet; readonly levels: readonly string[] | undefined } & (
  | { readonly mode: 'coefficient' | 'fixed_rate' | 'rate_factor'; readonly value: Sourced }
  | { readonly mode: 'use_level'; readonly level: string; readonly leaf: Leaf }
);

export type Modifiers = {
  /** A patient of at most this many years. */
  readonly child: { readonly maxAge: number; readonly factor: Sourced } | undefined;
  readonly tcm: { readonly groups: GroupSet; readonly factor: Sourced } | undefined;
  readonly daySurgery: Sourced | undefined;
};

export type GroupRules = {
  readonly primaryCare: PrimaryCare | undefined;
  readonly factors: readonly GroupFactor[];
  /** Groups whose regional mean cost is divided by a number. */
  readonly meanCost: { readonly groups: GroupSet; readonly divisor: Sourced } | undefined;
  readonly unstable: { readonly groups: GroupSet; readonly pay: (typeof unstablePays)[number]; readonly leaf: Leaf } | undefined;
  /** Share of cost of the groups that are named, and of every group without a weight. */
  readonly noHistory: { readonly groups: GroupSet | undefined; readonly share: Sourced } | undefined;
  readonly modifiers: Modifiers;
};

export function groupRules(leaves: Leaves, id: string): GroupRules {
  const { keyed } = reader(leaves, id);
  return {
    primaryCare: primaryCareOf(leaves, id),
    factors: groupFactors(leaves, new Set(keyed('insurance_map').map(({ key }) => key))),
    meanCost: meanCostOf(leaves, id),
    unstable: unstableOf(leaves, id),
    noHistory: noHistoryOf(leaves, id),
    modifiers: modifiersOf(leaves, id),
  };
}

function primaryCareOf(leaves: Leaves, id: string): PrimaryCare | undefined {
  const { at, word, text, required, missing } = reader(leaves, id);
  const groups = groupSet(leaves, id, 'primary_care_groups');
  if (!groups) return undefined;
  const levelsLeaf = at('primary_care_groups.levels');
  const levels = levelsLeaf?.value as readonly string[] | undefined;
  for (const level of levels ?? []) requireLevel('primary_care_groups.levels', level, levelsLeaf!, leaves);
  const mode = primaryCareModes.find(known => known === word('primary_care_groups.mode'));
  if (!mode) throw missing('primary_care_groups.mode');
  if (mode === 'use_level') {
    const leaf = at('primary_care_groups.level');
    if (!leaf) throw missing('primary_care_groups.level');
    requireLevel('primary_care_groups.level', text('primary_care_groups.level')!, leaf, leaves);
    if (word('hospital_coefficient.from') === 'hospital') throw byHospital(leaf);
    return { groups, levels, mode, level: text('primary_care_groups.level')!, leaf };
  }
  const value = required('primary_care_groups.value');
  const unit = mode === 'fixed_rate' ? 'CNY/weight' : 'ratio';
  if (value.leaf.unit === unit) return { groups, levels, mode, value };
  throw wrong(
    'primary_care_groups.value',
    value.leaf.at,
    both(`的单位是 ${value.leaf.unit}，与 mode: ${mode} 不符`, `has the unit ${value.leaf.unit}, which mode: ${mode} does not take`),
    both(`单位应为 ${unit}。`, `Its unit is ${unit}.`),
  );
}

const byHospital = ({ at }: Leaf) =>
  wrong(
    'primary_care_groups.mode',
    at,
    both('是 use_level，但系数按医院给出，没有级别的系数', 'is use_level, but coefficients go by hospital and no level has one'),
    both('改用 mode: coefficient 或 fixed_rate。', 'Use mode: coefficient or fixed_rate.'),
  );

function meanCostOf(leaves: Leaves, id: string): GroupRules['meanCost'] {
  const groups = groupSet(leaves, id, 'price.mean_cost_groups');
  if (groups && reader(leaves, id).word('payment_method') !== 'drg_points') {
    throw wrong(
      'price.mean_cost_groups',
      groups.leaf.at,
      both('只用于点数法：按费率付费没有均费', 'goes with payment by points: a rate has no mean cost'),
      both('按费率付费请用 price.group_factors。', 'Under a rate use price.group_factors.'),
    );
  }
  return groups && { groups, divisor: reader(leaves, id).required('price.mean_cost_groups.divisor') };
}

function unstableOf(leaves: Leaves, id: string): GroupRules['unstable'] {
  const { at, word, missing } = reader(leaves, id);
  const leaf = at('group_flags.unstable_pay');
  const groups = groupSet(leaves, id, 'group_flags.unstable');
  if (!leaf && !groups) return undefined;
  if (!leaf) throw missing('group_flags.unstable_pay');
  if (!groups) throw missing('group_flags.unstable.list');
  const pay = unstablePays.find(known => known === leaf.value)!;
  if (pay === 'actual_cost' || word('payment_method') === 'drg_points') return { groups, pay, leaf };
  throw wrong(
    'group_flags.unstable_pay',
    leaf.at,
    both('是 points_at_cost，只能用于点数法', 'is points_at_cost, which only payment by points has'),
    both('按费率付费请写 actual_cost。', 'Under a rate write actual_cost.'),
  );
}

function noHistoryOf(leaves: Leaves, id: string): GroupRules['noHistory'] {
  const { decimal, missing } = reader(leaves, id);
  const groups = groupSet(leaves, id, 'group_flags.no_history');
  const share = decimal('group_flags.no_history_pay_ratio');
  if (share) return { groups, share };
  if (groups) throw missing('group_flags.no_history_pay_ratio');
  return undefined;
}

function modifiersOf(leaves: Leaves, id: string): Modifiers {
  const { decimal, required } = reader(leaves, id);
  const factor = decimal('modifiers.child.factor');
  const tcm = decimal('modifiers.tcm_factor');
  const tcmGroups = groupSet(leaves, id, 'modifiers.tcm_groups');
  if (tcm && !tcmGroups) throw needs(id, 'modifiers.tcm_groups.list', tcm.leaf);
  const maxAge = decimal('modifiers.child.max_age');
  return {
    child: factor || maxAge ? childOf(required('modifiers.child.max_age'), required('modifiers.child.factor')) : undefined,
    tcm: tcmGroups && { groups: tcmGroups, factor: required('modifiers.tcm_factor') },
    daySurgery: decimal('modifiers.day_surgery_ratio'),
  };
}

const childOf = (maxAge: Sourced, factor: Sourced) => ({ maxAge: maxAge.value.toNumber(), factor });

const needs = (id: string, path: string, { at }: Leaf) =>
  mistake(
    'POLICY_INVALID',
    at,
    both(`${id} 没有写 ${path}`, `${id} does not say ${path}`),
    both('写明哪些病组适用，或用 flag。', 'Name the groups it holds for, by a list or a flag.'),
  );
