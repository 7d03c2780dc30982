import { expect, it } from 'vitest';
import { showScenario } from '../../src/scenario/show.ts';
import { baseline, reform, resolved } from './city.ts';

const text = `${reform}period: {from: 2025-01-01, to: 2025-12-31, by: discharged}
population: {exclude: [{id: long, when: {days_gte: 60}, source: rule 3}]}
parameters:
  outliers.low.threshold: {value: "0.4", unit: ratio, source: "city notice 7"}
`;
const scenario = resolved('drg.yaml', { 'ffs.yaml': baseline, 'drg.yaml': text });
const { values, ...head } = showScenario(scenario);

it('shows what the scenario is', () => {
  expect(head).toEqual({
    id: 'drg',
    title: '按病组',
    question: '',
    hash: scenario.hash,
    files: ['ffs.yaml', 'drg.yaml'],
    method: 'drg_rate',
    catalogue: 'toy',
    policy: 'city',
    policyFile: 'policies/city.yaml',
    weights: 'weights/a.tsv',
    period: '2025-01-01 – 2025-12-31 (discharged)',
    rebasedOn: '',
    excluded: [{ rule: 'long', when: 'days gte 60', source: 'rule 3', at: 'drg.yaml:7' }],
  });
});

it('shows every value with its line and source, and which ones are illustrative', () => {
  const line = (path: string) => values.find(value => value.path === path);
  expect(line('outliers.low.threshold')).toEqual({
    path: 'outliers.low.threshold',
    from: '',
    value: '0.4',
    unit: 'ratio',
    at: 'drg.yaml:9',
    changed: true,
    source: 'city notice 7',
    sourceType: 'local_doc',
    illustrative: false,
  });
  // the policy writes the rates on its 20th line, made up
  expect(line('price.rates.tertiary.resident')).toEqual({
    path: 'price.rates.tertiary.resident',
    from: '',
    value: '8000',
    unit: 'CNY/weight',
    at: 'policies/city.yaml:20',
    changed: false,
    source: 'made up for a test',
    sourceType: 'assumption',
    illustrative: true,
  });
  expect(line('outliers.high.tiers')?.value).toBe('[{"max_weight":null,"cap":"3"}]');
  expect(values.length).toBe(scenario.leaves.size);
});
