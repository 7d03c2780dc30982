/**
 * Which policy pays each stay: that of its region and day, and inside it the first rule of the mix that the stay meets, else its main
 * method. Every stay that has a cost is in exactly one.
 */
import type { Policy } from '../policy/policy.ts';
import type { StayTable } from '../stay/stay-table.ts';
import type { Draft } from './as-on-bill.ts';
import { allOf, type RowTest } from './condition-test.ts';
import type { Part } from './part.ts';
import { bandIndex, NOBODY, unpricedReasons } from './settlement.ts';

/** The main policy of every part, each followed by the policies of its mix: the order that `by` counts in. */
export const policiesOf = (parts: readonly Part[]): readonly Policy[] =>
  parts.flatMap(({ policy }) => [policy, ...policy.mix.map(rule => rule.policy)]);

/** The part that a policy of `policiesOf` is paid with, by the place of the policy. */
export const partsByPolicy = (parts: readonly Part[]): readonly Part[] =>
  parts.flatMap(part => [part, ...part.policy.mix.map(({ policy }): Part => ({ ...part, policy }))]);

/** `partOf` is the part of every stay, NOBODY where no policy is in force for it; undefined: one part pays all. */
export function route(stays: StayTable, parts: readonly Part[], partOf: Uint8Array | undefined, { by, band, reason }: Draft): void {
  const firsts = parts.map((_, p) => parts.slice(0, p).reduce((n, { policy }) => n + 1 + policy.mix.length, 0));
  const rules = parts.map(part => rulesOf(stays, part));
  if (partOf === undefined && rules[0]!.length === 0) return;
  for (let i = 0; i < by.length; i++) {
    if (by[i] === NOBODY) continue;
    const p = partOf === undefined ? 0 : partOf[i]!;
    if (p === NOBODY) {
      by[i] = NOBODY;
      band[i] = bandIndex.unpriced;
      reason[i] = noPolicy;
      continue;
    }
    // -1, no rule met, is the main policy
    by[i] = firsts[p]! + 1 + rules[p]!.findIndex(meets => meets(i));
  }
}

const noPolicy = unpricedReasons.indexOf('no_policy');

function rulesOf(stays: StayTable, { policy, grouping, groups }: Part): readonly RowTest[] {
  const grouped = grouping && groups ? { columns: grouping, groups } : undefined;
  return policy.mix.map(({ when }) => allOf(when, { stays, grouped }));
}
