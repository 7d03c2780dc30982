/**
 * What a stay of each group costs in the region, and how long it lasts there: what a hospital's own stays are measured by. Never the
 * hospital itself. A policy names a table of these means (`benchmark.table`). Where it names none, a points policy states the mean cost of
 * the region's stays, and W × that is the regional mean of a group (the weight is the mean of the group over the mean of all). A rate is a
 * price and no mean cost; stay lengths are in the table only.
 */
import { Decimal } from '../money.ts';
import type { BenchmarkTable } from '../payment/benchmarks.ts';
import type { Parameter } from '../scenario/parameter.ts';
import type { Grouped } from './keys.ts';

export type Benchmark = {
  /** Where the regional means are stated: `data/weights/city-benchmark.tsv`, `data/policies/city.yaml:28 × data/weights/city.tsv`. */
  readonly source: string;
  /** Yuan, by group code; undefined for a group whose mean nobody states. */
  meanCost(drg: string): Decimal | undefined;
  /** Days. */
  meanDays(drg: string): Decimal | undefined;
};

/** The method of a scenario, the parameters it was carried out with and the tables of regional means that they name. */
export type Stated = {
  readonly method: string;
  readonly parameters: readonly Parameter[];
  readonly benchmarks: readonly BenchmarkTable[];
};

/** undefined when no regional mean is stated, when it changes inside the period, and when the weights are not on its scale. */
export function benchmarkOf(
  { settlement, groups }: Pick<Grouped, 'settlement' | 'groups'>,
  { method, parameters, benchmarks }: Stated,
): Benchmark | undefined {
  const [named, other] = benchmarks;
  if (named) return other ? undefined : benchmarkIn(named);
  if (method !== 'drg_points') return undefined;
  const of = (path: string): readonly Parameter[] => parameters.filter(parameter => parameter.path === path);
  const stated = of('price.region_mean_cost');
  const weights = of('weights.table');
  const [mean, table] = [stated[0], weights[0]];
  if (!mean || !table || stated.some(({ value }) => !new Decimal(value).eq(mean.value))) return undefined;
  // One file states both, or they are on two scales: a scenario that names other weights, or keeps its parent's price level, moves off it.
  if (weights.some(({ at }) => fileOf(at) !== fileOf(mean.at)) || of('price.rebase').some(({ value }) => value !== 'none'))
    return undefined;
  const means = new Map(settlement.prices.map(({ group, weight }) => [groups[group]!.drg, weight.times(mean.value)]));
  return { source: `${mean.at} × ${table.value}`, meanCost: drg => means.get(drg), meanDays: () => undefined };
}

const benchmarkIn = ({ file, means }: BenchmarkTable): Benchmark => ({
  source: file,
  meanCost: drg => means.get(drg)?.cost,
  meanDays: drg => means.get(drg)?.days,
});

const fileOf = (at: string): string => at.slice(0, at.lastIndexOf(':'));
