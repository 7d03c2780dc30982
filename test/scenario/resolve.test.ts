import { describe, expect, it } from 'vitest';
import { baseline, cityPolicy, type Files, failure, reform, resolved } from './city.ts';

const drg = (more: string, files: Files = {}) => resolved('drg.yaml', { 'ffs.yaml': baseline, 'drg.yaml': reform + more, ...files });
const parameters = (...lines: string[]) => `parameters:\n${lines.map(line => `  ${line}\n`).join('')}`;
const inForce = (scenario: ReturnType<typeof drg>, path: string) => scenario.leaves.get(path)?.value;

describe('a scenario over its policy', () => {
  it('takes from the parent and the policy what it does not say', () => {
    const scenario = drg('');
    expect({ method: scenario.method, catalogue: scenario.catalogue, policy: scenario.policy, weights: scenario.weights }).toEqual({
      method: 'drg_rate',
      catalogue: 'toy',
      policy: { id: 'city', region: '测试', file: 'policies/city.yaml' },
      weights: 'weights/a.tsv',
    });
    expect(resolved('ffs.yaml', { 'ffs.yaml': baseline })).toMatchObject({ method: 'ffs', catalogue: '' });
  });

  it('changes the policy where it says so, and knows the line', () => {
    const scenario = drg(parameters('price.rates.tertiary.employee: {value: "11000", unit: CNY/weight, source: "city notice 7, annex 1"}'));
    expect(scenario.leaves.get('price.rates.tertiary.employee')).toEqual({
      value: '11000',
      unit: 'CNY/weight',
      source: { id: '', type: 'local_doc', title: 'city notice 7, annex 1' },
      at: { file: 'drg.yaml', line: 7 },
    });
    expect(inForce(scenario, 'price.rates.tertiary.resident')).toBe('8000');
  });

  it('takes the word of a parent back with null; the value of the policy holds again', () => {
    const files = { 'mid.yaml': reform + parameters('outliers.low.threshold: {value: "0.5", unit: ratio, source: assumption}') };
    const back = `schema: scenario/1\nid: back\ntitle: 撤回\nextends: mid.yaml\n${parameters('outliers.low.threshold: null')}`;
    expect(inForce(resolved('mid.yaml', { 'ffs.yaml': baseline, ...files }), 'outliers.low.threshold')).toBe('0.5');
    expect(inForce(resolved('back.yaml', { 'ffs.yaml': baseline, ...files, 'back.yaml': back }), 'outliers.low.threshold')).toBe('0.3');
    expect(failure(() => drg(parameters('outliers.low.threshold: null')))).toEqual({
      code: 'SCENARIO_INVALID',
      at: 'drg.yaml:7',
      en: 'no parent states outliers.low.threshold, so there is nothing to remove',
      hint: 'To switch a rule of the policy off, write {value: null, unit, source}.',
    });
  });

  it('takes a whole branch of the policy away with a null value', () => {
    const scenario = drg(
      parameters(
        'price.rates.tertiary.employee: {value: "9000", unit: CNY/weight, source: assumption}',
        'price.rates: {value: null, source: assumption}',
      ),
    );
    expect([...scenario.leaves.keys()].filter(path => path.startsWith('price.rates.'))).toEqual(['price.rates.tertiary.employee']);
  });

  it('replaces lists whole', () => {
    const tiers =
      'outliers.high.tiers: {value: [{max_weight: "2", cap: "2.5"}, {max_weight: null, cap: "2"}], unit: ratio, source: assumption}';
    expect(inForce(drg(parameters(tiers)), 'outliers.high.tiers')).toEqual([
      { max_weight: '2', cap: '2.5' },
      { max_weight: null, cap: '2' },
    ]);
    const population = (rules: string) => `population: {data: data/stays.csv, exclude: [${rules}]}\n`;
    const files = {
      'ffs.yaml':
        baseline + population('{id: long, when: {days_gte: 60}, source: rule 3}, {id: short, when: {days_lte: 2}, source: rule 3}'),
      'drg.yaml': `${reform}population: {exclude: [{id: long, when: {days_gt: 90}, source: rule 4}]}\n`,
    };
    expect(resolved('drg.yaml', files).population).toMatchObject({
      data: 'data/stays.csv',
      exclude: [{ id: 'long', when: [{ column: 'days', is: 'gt', value: 90 }], source: 'rule 4' }],
    });
  });

  it('removes what a parent says with null', () => {
    const files = {
      'ffs.yaml': `${baseline}period: {from: 2025-01-01, to: 2025-12-31}\npopulation: {exclude: [{id: a, when: {days_gte: 60}, source: s}]}\n`,
      'drg.yaml': `${reform}period: null\npopulation: {exclude: null}\n`,
    };
    const { period, population } = resolved('drg.yaml', files);
    expect([resolved('ffs.yaml', files).population.exclude.length, period, population.exclude]).toEqual([1, undefined, []]);
    expect(resolved('drg.yaml', files).hash).toBe(drg('').hash);
  });

  it('does not pass the known totals of a parent on: a reform has others than what happened', () => {
    const checks = 'checks: [{id: insurer, measure: fund_payment, equals: "1.00", within: "0.005", source: statement}]\n';
    const files = { 'ffs.yaml': baseline + checks, 'drg.yaml': reform };
    expect([resolved('ffs.yaml', files).checks.length, resolved('drg.yaml', files).checks.length]).toEqual([1, 0]);
  });

  it('names sources that the chain declares', () => {
    const sources = 'sources: {notice: {type: official, title: "市医保〔2025〕7号", date: 2025-02-01}}\n';
    const scenario = drg(sources + parameters('outliers.low.threshold: {value: "0.4", unit: ratio, source: notice}'));
    expect(scenario.leaves.get('outliers.low.threshold')?.source).toEqual({
      id: 'notice',
      type: 'official',
      title: '市医保〔2025〕7号',
      date: '2025-02-01',
    });
  });
});

it.each([
  ['{type: rumour, title: x}', 'source "notice" has an unknown type'],
  ['{type: official}', 'sources.notice.title is missing'],
  ['{type: official, title: x, page: "3"}', '"page" is not part of the source "notice"'],
])('refuses the source %s', (source, en) => {
  expect(failure(() => drg(`sources: {notice: ${source}}\n`))).toMatchObject({ code: 'SCENARIO_INVALID', at: 'drg.yaml:6', en });
});

describe('a parameter that cannot be meant', () => {
  it.each([
    [
      'outliers.low.treshold: {value: "0.4", unit: ratio, source: assumption}',
      'PARAMETER_UNKNOWN',
      'Did you mean "outliers.low.threshold"?',
    ],
    [
      'price.rates.tertiary.employe: {value: "9", unit: CNY/weight, source: assumption}',
      'PARAMETER_UNKNOWN',
      'Did you mean "price.rates.tertiary.employee"?',
    ],
    [
      'price.rates.tertary.employee: {value: "9", unit: CNY/weight, source: assumption}',
      'PARAMETER_UNKNOWN',
      'Did you mean "price.rates.tertiary.employee"?',
    ],
    ['outliers.low.threshold: {value: "0.4", unit: CNY, source: assumption}', 'PARAMETER_INVALID'],
    [
      'outliers.low.threshold: {value: "0.4", source: assumption}',
      'PARAMETER_INVALID',
      'Write {value: "0.30", unit: ratio, source: assumption}.',
    ],
    ['outliers.low.threshold: {value: "0.4", unit: ratio}', 'PARAMETER_INVALID', 'Write {value: "0.30", unit: ratio, source: assumption}.'],
    [
      'outliers.low.threshold: {unit: ratio, source: assumption}',
      'PARAMETER_INVALID',
      'Write {value: "0.30", unit: ratio, source: assumption}.',
    ],
    ['outliers.low.threshold: {value: 0.4, unit: ratio, source: assumption}', 'PARAMETER_INVALID'],
    ['outliers.low.threshold: "0.4"', 'PARAMETER_INVALID', 'Write {value: "0.30", unit: ratio, source: assumption}.'],
    [
      'outliers.low.threshold: {value: "0.4", unit: ratio, source: assumptoin}',
      'PARAMETER_INVALID',
      'Declare it under sources, or write the document out. Declared: made.',
    ],
    ['outliers.low.threshold: {value: "0.4", unit: ratio, sourse: assumption}', 'SCENARIO_INVALID', 'Did you mean "source"?'],
    ['outliers.low.pay: {value: actual_costs, unit: rule, source: assumption}', 'PARAMETER_INVALID'],
    ['outliers.low.threshold: {value: "-0.4", unit: ratio, source: assumption}', 'PARAMETER_INVALID'],
  ])('%s', (line: string, code: string, hint?: string) => {
    expect(failure(() => drg(parameters('', line)))).toMatchObject({ code, at: 'drg.yaml:8', ...(hint ? { hint } : {}) });
  });

  it('says so with file and line', () => {
    expect(failure(() => drg(parameters('outliers.low.treshold: {value: "0.4", unit: ratio, source: assumption}')))).toEqual({
      code: 'PARAMETER_UNKNOWN',
      at: 'drg.yaml:7',
      en: 'no parameter named "outliers.low.treshold"',
      hint: 'Did you mean "outliers.low.threshold"?',
    });
  });
});

describe('what is known and not built', () => {
  it.each([
    ['behaviour: behaviour-central.yaml\n', 'behaviour is not built yet'],
    ['behaviour: {length_of_stay: {days: "-1.0"}}\n', 'behaviour is not built yet'],
    ['budget: {kind: capped, employee: "16500000"}\n', 'a budget and its clearing are not built yet'],
    ['budget: {kind: open, employee: "16500000"}\n', 'a budget and its clearing are not built yet'],
    ['cost_basis: {value: cost-centre, unit: rule}\n', 'the cost basis cost-centre is not built yet'],
  ])('%s is refused', (text, en) => {
    expect(failure(() => drg(text))).toMatchObject({ code: 'SCENARIO_INVALID', at: 'drg.yaml:6', en });
  });

  it('takes empty behaviour and an open budget', () => {
    expect(drg('behaviour: {}\nbudget: {kind: open}\ncost_basis: {value: charges, unit: rule}\n').hash).toBe(drg('').hash);
  });

  it.each([['drg_rat', 'no payment method named "drg_rat"']])('refuses the method %s', (method, en) => {
    const text = reform.replace('drg_rate', method);
    expect(failure(() => resolved('drg.yaml', { 'ffs.yaml': baseline, 'drg.yaml': text }))).toMatchObject({
      code: 'PARAMETER_INVALID',
      at: 'drg.yaml:5',
      en,
    });
  });
});

describe('the policy and the data of a scenario', () => {
  it.each(['/etc/city.yaml', '../city.yaml'])('lie in the project: %s', path => {
    expect(failure(() => drg(`policy: ${path}\n`))).toMatchObject({ code: 'SCENARIO_OUTSIDE', at: 'drg.yaml:6' });
    const table = parameters(`weights.table: {value: ${path}, source: assumption}`);
    expect(failure(() => drg(table))).toMatchObject({ code: 'SCENARIO_OUTSIDE', at: 'drg.yaml:7' });
    expect(failure(() => drg(`population: {data: ${path}}\n`))).toMatchObject({ code: 'SCENARIO_OUTSIDE', at: 'drg.yaml:6' });
  });

  it('can be another policy than the parent has', () => {
    const other = cityPolicy.replace('id: city', 'id: town').replace('"10000"', '"7000"');
    expect(inForce(drg('policy: policies/town.yaml\n', { 'policies/town.yaml': other }), 'price.rates.tertiary.employee')).toBe('7000');
  });
});
