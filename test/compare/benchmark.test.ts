import { describe, expect, it } from 'vitest';
import { benchmarkOf } from '../../src/compare/benchmark.ts';
import { readWeights } from '../../src/payment/weights.ts';
import { runScenarios } from '../../src/scenario/plan.ts';
import { hospitalOf } from '../payment/written-stays.ts';
import { baseline, cityPolicy, groupedAs, reform, resolved, toyGroups } from '../scenario/city.ts';

/** A region whose stays cost 12,500 on average, 1,000 points a weight. Weights 0.4, 1.6 and 0.8 are group means of 5,000, 20,000 and 10,000. */
const weights = readWeights('drg\tname\tweight\nA\t甲\t0.4\nB\t乙\t1.6\nC\t丙\t0.8\n', 'weights/a.tsv');
const pointsPolicy = cityPolicy.replace('payment_method: drg_rate', 'payment_method: drg_points').replace(
  /price:[\s\S]*?outliers:/,
  `price:
  source: made
  mode: floating
  scale: {value: 1000, unit: point/weight}
  region_mean_cost: {value: "12500", unit: CNY}
  point_value: {unit: CNY/point, employee: {value: "12"}, resident: {value: "11"}}
outliers:`,
);
const points = reform.replace('drg_rate', 'drg_points');
const neutral = `schema: scenario/1
id: kept
title: 调平
extends: drg.yaml
parameters: {price.rebase: {value: neutral, unit: rule, source: assumption}}
`;
const otherWeights = neutral
  .replace('price.rebase: {value: neutral, unit: rule', 'weights.table: {value: weights/b.tsv')
  .replace('kept', 'other');

function runsOf(policy: string, reform: string) {
  const files = {
    'policies/city.yaml': policy,
    'ffs.yaml': baseline,
    'drg.yaml': reform,
    'kept.yaml': neutral,
    'other.yaml': otherWeights,
  };
  return runScenarios(
    ['ffs.yaml', 'drg.yaml', 'kept.yaml', 'other.yaml'].map(path => resolved(path, files)),
    {
      stays: hospitalOf([
        { insurance: '310', total: '5500' },
        { insurance: '390', total: '19000' },
      ]),
      ownData: true,
      groupingOf: () => ({ columns: groupedAs(['A', 'B']), groups: toyGroups }),
      weightsOf: () => weights,
    },
  );
}

describe('the benchmark of a run', () => {
  const [ffs, drg, kept, other] = runsOf(pointsPolicy, points);

  it('is weight × the mean cost that a points policy states, with its line', () => {
    const line = pointsPolicy.split('\n').findIndex(text => text.includes('region_mean_cost')) + 1;
    const benchmark = benchmarkOf(drg!)!;
    expect(benchmark.source).toBe(`policies/city.yaml:${line} × weights/a.tsv`);
    expect(['A', 'B', 'C', '0000'].map(group => benchmark.meanCost(group)?.toString())).toEqual(['5000', '20000', undefined, undefined]);
    expect(['A', 'B'].map(group => benchmark.meanDays(group))).toEqual([undefined, undefined]);
  });

  it('is none where nobody states a mean cost: fee for service, a rate', () => {
    expect(benchmarkOf(ffs!)).toBeUndefined();
    expect(benchmarkOf(runsOf(cityPolicy, reform)[1]!)).toBeUndefined();
  });

  it('is none where the weights are not those that the mean cost was stated with', () => {
    expect(other!.scenario.weights).toBe('weights/b.tsv');
    expect(benchmarkOf(other!)).toBeUndefined();
  });

  it('is none where a rebase moved the money of a weight, or where the mean changes inside the period', () => {
    expect(kept!.rateFactor?.toString()).toBe('1');
    expect(benchmarkOf(kept!)).toBeUndefined();
    const dearer = runsOf(pointsPolicy.replace('12500', '13000'), points)[1]!;
    expect(benchmarkOf({ ...drg!, policies: [...drg!.policies, ...dearer.policies] })).toBeUndefined();
    expect(
      benchmarkOf({ ...drg!, policies: [...drg!.policies, ...drg!.policies] })
        ?.meanCost('A')
        ?.toString(),
    ).toBe('5000');
    expect(benchmarkOf({ ...drg!, policies: [...drg!.policies, ...ffs!.policies] })).toBeUndefined();
  });
});
