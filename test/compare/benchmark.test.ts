import { describe, expect, it } from 'vitest';
import { benchmarkOf } from '../../src/compare/benchmark.ts';
import { breakdown } from '../../src/compare/breakdown.ts';
import { departmentFigures } from '../../src/compare/department-figures.ts';
import { readWeights } from '../../src/payment/weights.ts';
import { parametersOf } from '../../src/scenario/parameter.ts';
import { runScenarios } from '../../src/scenario/plan.ts';
import { hospitalOf } from '../payment/written-stays.ts';
import { baseline, cityPolicy, type Files, groupedAs, readFrom, reform, resolved, toyGroups } from '../scenario/city.ts';

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

function runOf(path: string, more: Files = {}) {
  const [, run] = runScenarios(
    ['drg.yaml', path].map(name => resolved(name, { ...files, ...more })),
    {
      stays: hospitalOf([
        { insurance: '310', total: '5500', days: 6, settled: '2025-03-01' },
        { insurance: '390', total: '19000', days: 9, settled: '2025-09-01' },
      ]),
      ownData: true,
      groupingOf: () => ({ columns: groupedAs(['A', 'B']), groups: toyGroups }),
      weightsOf: () => weights,
      readText: readFrom({ ...files, ...more }),
    },
  );
  return run!;
}

function benchmarkOfScenario(path: string, more: Files = {}) {
  const run = runOf(path, more);
  return benchmarkOf(run, { method: run.scenario.method, parameters: parametersOf(run.scenario), benchmarks: run.benchmarks });
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

describe('a table of regional means that the policy names', () => {
  const table = 'drg\tmean_cost\tmean_days\tcases\nA\t4400\t5\t9\nC\t1\t1\t1\n';
  const rated = cityPolicy.replace('weights: {', 'benchmark: {table: means.tsv}\nweights: {');
  const byRate: Files = { 'policies/city.yaml': rated, 'drg.yaml': reform, 'means.tsv': table };
  const byPoints: Files = {
    'policies/city.yaml': pointsPolicy.replace('weights: {', 'benchmark: {table: means.tsv}\nweights: {'),
    'means.tsv': table,
  };

  it('measures under a rate as under points, instead of W × the mean of the region', () => {
    for (const more of [byRate, byPoints]) {
      const benchmark = benchmarkOfScenario('drg.yaml', more)!;
      const means = ['A', 'B', 'C'].map(drg => [benchmark.meanCost(drg)?.toString(), benchmark.meanDays(drg)?.toString()]);
      expect([benchmark.source, means]).toEqual([
        'means.tsv',
        [
          ['4400', '5'],
          [undefined, undefined],
          ['1', '1'],
        ],
      ]);
    }
  });

  it('leaves out the group it does not state: one stay of A at 5,500 against 4,400 over 6 days against 5', () => {
    const run = runOf('drg.yaml', byRate);
    const { whole } = departmentFigures(run, breakdown(run, { within: [], by: 'department' }), benchmarkOfScenario('drg.yaml', byRate));
    // B has no mean. Cost 1 × (5,500 ÷ 4,400) ÷ 1 = 1.25; time 1 × (6 ÷ 5) ÷ 1 = 1.2
    expect([whole.costIndex, whole.timeIndex].map(({ index, stays }) => [index?.toString(), stays])).toEqual([
      ['1.25', 1],
      ['1.2', 1],
    ]);
  });

  it('is none where another follows it inside the period: nobody says which measures', () => {
    const two = changed(
      'benchmark.table: [{value: means.tsv, source: assumption, from: 2025-01-01}, {value: other.tsv, source: assumption, from: 2025-07-01}]',
    );
    expect(benchmarkOfScenario('changed.yaml', { ...byPoints, ...two, 'other.tsv': table })).toBeUndefined();
  });

  it('is told where it was made from the stays it measures', () => {
    const stamped = { ...byRate, 'means.tsv': `# 自测，不可用于结算\n${table}` };
    const told = (more: Files) =>
      runOf('drg.yaml', more)
        .notes.filter(({ kind }) => kind === 'self_tested')
        .map(({ en }) => en);
    expect([told(byRate), told(stamped)]).toEqual([
      [],
      ['self-tested, not for settlement: the regional means means.tsv were made from the stays they measure; the indices prove nothing'],
    ]);
  });
});
