import { describe, expect, it } from 'vitest';
import { benchmarkOf } from '../../src/compare/benchmark.ts';
import { readWeights } from '../../src/payment/weights.ts';
import { parametersOf } from '../../src/scenario/parameter.ts';
import { runScenarios } from '../../src/scenario/plan.ts';
import { hospitalOf } from '../payment/written-stays.ts';
import { baseline, cityPolicy, type Files, groupedAs, reform, resolved, toyGroups } from '../scenario/city.ts';

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

const files = { 'policies/city.yaml': pointsPolicy, 'ffs.yaml': baseline, 'drg.yaml': points };

function benchmarkOfScenario(path: string, more: Files = {}) {
  const [, run] = runScenarios(
    ['drg.yaml', path].map(name => resolved(name, { ...files, ...more })),
    {
      stays: hospitalOf([
        { insurance: '310', total: '5500', settled: '2025-03-01' },
        { insurance: '390', total: '19000', settled: '2025-09-01' },
      ]),
      ownData: true,
      groupingOf: () => ({ columns: groupedAs(['A', 'B']), groups: toyGroups }),
      weightsOf: () => weights,
    },
  );
  return benchmarkOf(run!, { method: run!.scenario.method, parameters: parametersOf(run!.scenario), benchmarks: run!.benchmarks });
}
/** The scenario by points with other parameters, one a line. */
const changed = (...parameters: readonly string[]): Files => ({
  'changed.yaml': `schema: scenario/1
id: changed
title: 改动
extends: drg.yaml
period: {from: 2025-01-01, to: 2025-12-31, by: settled}
parameters:
${parameters.map(line => `  ${line}\n`).join('')}`,
});
const means = (path: string, more?: Files) => {
  const benchmark = benchmarkOfScenario(path, more);
  return benchmark && ['A', 'B', 'C', '0000'].map(group => benchmark.meanCost(group)?.toString());
};

describe('the benchmark of a scenario', () => {
  it('is weight × the mean cost that a points policy states, with its line; of days nobody speaks', () => {
    // 12,500 × 0.4 and × 1.6; no stay fell into C, so it has no price
    expect(means('drg.yaml')).toEqual(['5000', '20000', undefined, undefined]);
    const line = pointsPolicy.split('\n').findIndex(text => text.includes('region_mean_cost')) + 1;
    const { source, meanDays } = benchmarkOfScenario('drg.yaml')!;
    expect([source, meanDays('A')]).toEqual([`policies/city.yaml:${line} × weights/a.tsv`, undefined]);
  });

  it('stays when a scenario changes what is neither', () => {
    expect(means('changed.yaml', changed('outliers.low.threshold: {value: "0.4", unit: ratio, source: assumption}'))).toEqual(
      means('drg.yaml'),
    );
  });

  it.each<[string, string, Files]>([
    ['fee for service', 'ffs.yaml', {}],
    ['a rate', 'drg.yaml', { 'policies/city.yaml': cityPolicy, 'drg.yaml': reform }],
    ['other weights', 'changed.yaml', changed('weights.table: {value: weights/b.tsv, source: assumption}')],
    ['a mean cost of its own', 'changed.yaml', changed('price.region_mean_cost: {value: "13000", unit: CNY, source: assumption}')],
    ['the price level of its parent', 'changed.yaml', changed('price.rebase: {value: neutral, unit: rule, source: assumption}')],
    [
      'two means in one period',
      'changed.yaml',
      changed(
        'weights.table: {value: weights/a.tsv, source: assumption}',
        'price.region_mean_cost: [{value: "12500", unit: CNY, source: assumption, from: 2025-01-01}, {value: "13000", unit: CNY, source: assumption, from: 2025-07-01}]',
      ),
    ],
  ])('is none under %s', (_, path, more) => {
    expect(means(path, more)).toBeUndefined();
  });

  it('is there when a scenario states both the weights and one mean', () => {
    const both = changed(
      'weights.table: {value: weights/a.tsv, source: assumption}',
      'price.region_mean_cost: {value: "13000", unit: CNY, source: assumption}',
      'price.rebase: {value: none, unit: rule, source: assumption}',
    );
    expect(means('changed.yaml', both)).toEqual(['5200', '20800', undefined, undefined]); // 13,000 × 0.4 and × 1.6
  });
});
