/**
 * What a stay of each group costs in the region, and how long it lasts there: what a hospital's own stays are measured by. Never the
 * hospital itself. A points policy states the mean cost of the region's stays, and W × that is the regional mean of a group (the weight
 * is the mean of the group over the mean of all). A rate is a price and no mean cost; stay lengths are in no policy.
 */
import type { Decimal } from '../money.ts';
import { placeText } from '../policy/leaf.ts';
import type { Policy } from '../policy/policy.ts';
import type { ScenarioRun } from '../scenario/scenario-run.ts';

export type Benchmark = {
  /** Where the regional means are stated: `data/policies/city.yaml:28 × data/weights/city.tsv`. */
  readonly source: string;
  /** Yuan, by group code; undefined for a group whose mean nobody states. */
  meanCost(drg: string): Decimal | undefined;
  /** Days. */
  meanDays(drg: string): Decimal | undefined;
};

/** undefined when the policy states no regional mean, states several, or had its weights moved off the scale they were stated on. */
export function benchmarkOf({
  policies,
  groups,
  settlement,
  rateFactor,
}: Pick<ScenarioRun, 'policies' | 'groups' | 'settlement' | 'rateFactor'>): Benchmark | undefined {
  if (rateFactor !== undefined) return undefined;
  const [first, ...others] = policies.map(statedMean);
  if (!first || others.some(mean => !mean?.value.eq(first.value))) return undefined;
  const means = new Map(settlement.prices.map(({ group, weight }) => [groups[group]!.drg, weight.times(first.value)]));
  return { source: first.source, meanCost: drg => means.get(drg), meanDays: () => undefined };
}

/** Mean cost and weights are on one scale when one file states both: a scenario that only names other weights moves them off it. */
function statedMean(policy: Policy): { readonly value: Decimal; readonly source: string } | undefined {
  if (policy.method === 'ffs' || policy.price.kind === 'rate') return undefined;
  const { value, leaf } = policy.price.meanCost;
  const weights = policy.leaves.get('weights.table');
  if (weights?.at.file !== leaf.at.file) return undefined;
  return { value, source: `${placeText(leaf.at)} × ${policy.weightsTable}` };
}
