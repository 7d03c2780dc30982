/**
 * Which policy pays each stay: that of its region and day, and inside it the first rule of the mix that the stay meets, else its main
 * method. Every stay that has a cost is in exactly one.
 */
import type { SingleDiseasePolicy } from '../policy/methods/single-disease.ts';
import { both, mistake } from '../policy/mistakes.ts';
import { mostPolicies } from '../policy/mix-rules.ts';
import type { Policy } from '../policy/policy.ts';
import type { StayTable } from '../stay/stay-table.ts';
import type { Draft } from './as-on-bill.ts';
import { allOf } from './condition-test.ts';
import { listedStays, NO_EXIT } from './listed/listed-stays.ts';
import { NOT_LISTED } from './listed/listing.ts';
import type { Part } from './part.ts';
import { bandIndex, NOBODY, unpricedReasons } from './settlement.ts';

/** The main policy of every part, each followed by the policies of its mix: the order that `by` counts in. */
export const policiesOf = (parts: readonly Part[]): readonly Policy[] =>
  parts.flatMap(({ policy }) => [policy, ...policy.mix.map(rule => rule.policy)]);

/** Beyond a byte two policies would have one number, and a stay the payment of the wrong one. */
export function refuseTooMany(policies: readonly Pick<Policy, 'mix'>[]): void {
  const all = policies.reduce((n, { mix }) => n + 1 + mix.length, 0);
  if (all <= mostPolicies) return;
  throw mistake(
    'POLICY_INVALID',
    undefined,
    both(`政策连同 mix 的规则共 ${all} 个`, `the policies and the rules of their mixes are ${all}`),
    both(`一次最多 ${mostPolicies} 个，请分批结算。`, `At most ${mostPolicies} at a time: settle them in parts.`),
  );
}

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
    by[i] = firsts[p]! + chosen(rules[p]!, i);
  }
}

const noPolicy = unpricedReasons.indexOf('no_policy');

/** Whether a rule leaves a row to the next one, takes it, or gives it back to the main method. */
type Claim = 'next' | 'mine' | 'main';
type RowClaim = (row: number) => Claim;

/** The first policy of a part is its main one, 0; those of its mix follow. */
function chosen(rules: readonly RowClaim[], row: number): number {
  for (let r = 0; r < rules.length; r++) {
    const claim = rules[r]!(row);
    if (claim !== 'next') return claim === 'mine' ? r + 1 : 0;
  }
  return 0;
}

function rulesOf(stays: StayTable, part: Part): readonly RowClaim[] {
  const { policy, grouping, groups } = part;
  const grouped = grouping && groups ? { columns: grouping, groups } : undefined;
  return policy.mix.map(({ when, policy: own }) => {
    const meets = allOf(when, { stays, grouped });
    const listed = own.method === 'single_disease' ? ofList(stays, part, own) : undefined;
    return row => (meets(row) ? (listed?.(row) ?? 'mine') : 'next');
  });
}

/** 单病种: a listed stay is paid its price, unless an exit reason gives it back. */
function ofList(stays: StayTable, part: Part, policy: SingleDiseasePolicy): RowClaim {
  const { priceOf, exitOf } = listedStays(stays, part, policy);
  return row => {
    const price = priceOf(row);
    if (price === NOT_LISTED) return 'next';
    return exitOf(row, price) === NO_EXIT ? 'mine' : 'main';
  };
}
