/** After the payments of a policy are made: where it recalculates the benefit by a file, the file decides what the fund pays of them. */
import type { FundRule } from '../../policy/fund-rule.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Draft } from '../as-on-bill.ts';
import { type Part, textOf } from '../part.ts';
import type { ToPay } from '../settle.ts';
import type { Benefit } from './benefit.ts';
import { readBenefit } from './read-benefit.ts';
import { recalcColumns } from './recalc-columns.ts';

export function payByBenefit({ stays, part, me }: ToPay, rule: FundRule, draft: Draft): void {
  const benefit = recalcBy(part, rule);
  if (benefit) recalcColumns(stays, { benefit, patient: rule.patient }, { draft, me });
}

/** Whether the policy, or one of its mix, must tell patients apart. */
export const countsYears = (policy: Policy): boolean =>
  (policy.method !== 'ffs' && policy.fund.method === 'recalc' && policy.fund.benefit !== undefined) ||
  policy.mix.some(rule => countsYears(rule.policy));

/** undefined: the method is another one, or takes the stay's own share from its bill. */
export function recalcBy(part: Part, { method, benefit }: FundRule): Benefit | undefined {
  if (method !== 'recalc' || !benefit) return undefined;
  const path = benefit.value as string;
  return readBenefit(textOf(part, path), path);
}
