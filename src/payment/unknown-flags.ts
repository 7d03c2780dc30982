/** A flag that a rule asks for must be one that the weight table has: a word that marks no group would make the rule hold for nobody, in silence. */
import type { GroupSet } from '../policy/group-set.ts';
import type { Leaf } from '../policy/leaf.ts';
import { both, didYouMean, mistake } from '../policy/mistakes.ts';
import { nearest } from '../policy/nearest.ts';
import type { Policy } from '../policy/policy.ts';
import type { WeightTable } from './weights.ts';

/** `second` is the table of groups that the first has no number for. */
export function refuseUnknownFlags(policy: Policy, table: WeightTable, second?: WeightTable): void {
  const flags = new Set([...table.flags, ...(second?.flags ?? [])]);
  for (const { flag, at } of flagsOf(policy)) {
    if (flags.has(flag)) continue;
    const near = nearest(flag, flags);
    const files = [table.file, ...(second ? [second.file] : [])];
    throw mistake(
      'WEIGHTS_INVALID',
      at,
      both(
        `${files.join('、')} 的 flag 列里没有“${flag}”`,
        `${files.join(' and ')} ${second ? 'mark' : 'marks'} no group "${flag}" in ${second ? 'their' : 'its'} column flag`,
      ),
      near === undefined
        ? both('在表里加 flag 列，或用 list 列出病组。', 'Add the column flag, or name the groups by a list.')
        : didYouMean(near),
    );
  }
}

function flagsOf(policy: Policy): readonly { readonly flag: string; readonly at: Leaf['at'] }[] {
  if (policy.method !== 'drg_rate' && policy.method !== 'drg_points') return [];
  const { primaryCare, factors, meanCost, unstable, noHistory, modifiers } = policy.groupRules;
  const sets: readonly (GroupSet | undefined)[] = [
    primaryCare?.groups,
    meanCost?.groups,
    unstable?.groups,
    noHistory?.groups,
    modifiers.tcm?.groups,
  ];
  return [
    ...sets.flatMap(set => (set?.flag === undefined ? [] : [{ flag: set.flag, at: set.leaf.at }])),
    ...factors.flatMap(({ groups, item }) => (groups?.flag === undefined ? [] : [{ flag: groups.flag, at: item.at }])),
  ];
}
