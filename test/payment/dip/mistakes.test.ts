/** What is wrong with a DIP policy or catalogue is said with file, line and what would be right. */
import { describe, expect, it } from 'vitest';
import type { DipTexts } from '../../../src/payment/dip/catalogue.ts';
import { readDipCatalogue } from '../../../src/payment/dip/read-catalogue.ts';
import { dipPolicy } from '../../../src/policy/methods/dip.ts';
import { refusal } from '../../policy/short-policy.ts';
import { deviation, dipPolicyOf, given, settled, staysWith, texts } from './written-catalogue.ts';

describe('a policy', () => {
  const pool = (more: string) => `  point_value: settlement
  pool: {employee: {fund: {value: "680", unit: CNY}, fund_share: {value: "0.7", unit: ratio}${more}}}`;
  // what stands below dip begins on line 15
  it.each([
    ['no rule of the point value', '', '', 'p.yaml: test does not say dip.point_value'],
    ['a rule that is none', '  point_value: fixed', '', 'p.yaml:15: dip.point_value cannot be "fixed"'],
    ['no value', '  point_value: given', '', 'p.yaml: test does not say price.point_value.employee'],
    ['no pool', '  point_value: settlement', '', 'p.yaml: test does not say dip.pool.employee.fund'],
    ['a pool without points', pool(''), '', 'p.yaml: test does not say dip.pool.employee.points'],
    [
      'points twice',
      pool(', points: {value: "1", unit: point}, other_points: {value: "1", unit: point}'),
      '',
      'p.yaml:16: dip.pool.employee.other_points cannot stand beside points',
    ],
    [
      'fewer years than weights',
      `  point_value: budget
  history_year_weights: [1, 2, 7]
  budget: {employee: {annual_costs: {value: ["1"], unit: CNY}, points: {value: "1", unit: point}}}`,
      '',
      'p.yaml:17: dip.budget.employee.annual_costs has 1 years, the year weights have 3',
    ],
    [
      'year weights that are none',
      '  history_year_weights: [1, 0]',
      '',
      'p.yaml:15: dip.history_year_weights must be whole numbers above 0, the oldest year first',
    ],
    [
      'an unquoted cost',
      '  budget: {employee: {annual_costs: {value: [1], unit: CNY}}}',
      '',
      'p.yaml:15: dip.budget.employee.annual_costs must be quoted amounts, the oldest year first',
    ],
    ['an auxiliary list that is none', '  auxiliary: [ages]', '', 'p.yaml:15: dip.auxiliary names no auxiliary list: "ages"'],
    [
      'a benchmark that is not said',
      '  point_value: given\n  deviation: {low: {value: "0.5", unit: ratio}}',
      given('1'),
      'p.yaml: test does not say dip.deviation.benchmark',
    ],
    [
      'lines that cross',
      `  point_value: given\n${deviation('2', '2')}`,
      given('1'),
      'p.yaml:18: dip.deviation.low is 2, not below the next line 2',
    ],
    [
      'an extreme line below the high one',
      `  point_value: given\n${deviation('0.5', '5')}`,
      given('1'),
      'p.yaml:19: dip.deviation.high is 5, not below the next line 5',
    ],
    [
      'an extreme line without what is paid there',
      `  point_value: given\n${deviation('0.5', '2').replace('\n    extreme_pay: formula', '')}`,
      given('1'),
      'p.yaml: test does not say dip.deviation.extreme_pay',
    ],
    [
      'coefficients of a table that DIP has none of',
      '  point_value: given',
      `${given('1')}hospital_coefficient: {source: shape, unit: ratio, from: group_level, columns: {三级: k3}}\n`,
      'p.yaml:17: hospital_coefficient.from is group_level, which payment by DIP has no table for',
    ],
  ])('%s', (_, dip, rest, message) => {
    expect(refusal(() => dipPolicyOf(dip, rest))[1]).toBe(message);
  });

  it('names the nearest auxiliary list', () => {
    expect(refusal(() => dipPolicyOf('  auxiliary: [ages]'))[2]).toBe('Did you mean "age"?');
  });

  it('without its catalogue', () => {
    const policy = dipPolicyOf('  point_value: given', given('1'));
    const without = new Map([...policy.leaves].filter(([path]) => path !== 'dip.catalogue'));
    expect(refusal(() => dipPolicy(without, policy))[1]).toBe('p.yaml: test does not say dip.catalogue');
  });

  it('with scores on another scale', () => {
    const policy = { ...dipPolicyOf('  point_value: given', given('1')) };
    const hundred = { ...texts, 'manifest.json': texts['manifest.json'].replace('"scale":1000', '"scale":100') };
    expect(refusal(() => settled(staysWith([{ dx: ['I10.x00'], total: '1.00' }]), policy, hundred)).slice(0, 2)).toEqual([
      'PARAMETER_INVALID',
      'p.yaml:14: dip.score_scale is 1000, but the scores of dip-test are on 100',
    ]);
  });

  it('whose standard and point value would each need the other', () => {
    const policy = dipPolicyOf(`${pool(', other_points: {value: "1", unit: point}')}\n${deviation('0.5', '2', 'standard')}`);
    expect(refusal(() => settled(staysWith([{ dx: ['I10.x00'], total: '1.00' }]), policy))[1]).toBe(
      'p.yaml:18: dip.deviation.benchmark is standard while the point value depends on the own points: each needs the other',
    );
  });
});

describe('a catalogue', () => {
  const said = (file: keyof DipTexts, change: (text: string) => string) =>
    refusal(() => readDipCatalogue({ ...texts, [file]: change(texts[file]) }, 'dir')).slice(0, 2);
  const lines =
    (change: (rows: string[]) => string[]) =>
    (text: string): string =>
      change(text.split('\n')).join('\n');
  it.each([
    [
      'groups.tsv',
      'no column of scores',
      (text: string) => text.replace('\tscore', '\tpoints'),
      'dir/groups.tsv:1: the header has no column score',
    ],
    ['groups.tsv', 'no group', lines(rows => [rows[0]!]), 'dir/groups.tsv:1: there is no group in the table'],
    [
      'groups.tsv',
      'a score that is no number',
      (text: string) => text.replace('\t2000\t', '\tx\t'),
      'dir/groups.tsv:3: the cell of score is not a number',
    ],
    [
      'groups.tsv',
      'a score of 0',
      (text: string) => text.replace('\t2000\t', '\t0\t'),
      'dir/groups.tsv:3: score and mean must be more than 0',
    ],
    [
      'groups.tsv',
      'a group twice',
      lines(rows => [...rows.slice(0, 3), rows[1]!, '']),
      'dir/groups.tsv:4: I25.103:36.0700 is already on line 2',
    ],
    [
      'groups.tsv',
      'a code that says something else',
      (text: string) => text.replace('I10.x00:n', 'I10.x00:y'),
      'dir/groups.tsv:4: the code "I10.x00:y" is not that of its diagnosis and operations',
    ],
    [
      'groups.tsv',
      'a kind that is none',
      (text: string) => text.replace('comprehensive', 'broad'),
      'dir/groups.tsv:5: kind must be core, or comprehensive with a treatment',
    ],
    ['means.tsv', 'a mean of 0', (text: string) => text.replace('12800.00', '0.00'), 'dir/means.tsv:3: the mean must be more than 0'],
    [
      'auxiliary.tsv',
      'a class that is none',
      (text: string) => text.replace('80+ heavy', '80+'),
      'dir/auxiliary.tsv:3: there is no such auxiliary list or class',
    ],
    [
      'auxiliary.tsv',
      'two lists',
      (text: string) => text.replace('age\t80+ heavy', 'cci\t5+'),
      'dir/auxiliary.tsv:3: a group has one auxiliary list',
    ],
    [
      'auxiliary.tsv',
      'a coefficient of 0',
      (text: string) => text.replace('\t1.1', '\t0'),
      'dir/auxiliary.tsv:2: a coefficient must be more than 0',
    ],
    [
      'procedure-types.tsv',
      'a kind that is none',
      (text: string) => text.replace('surgery', 'x'),
      'dir/procedure-types.tsv:2: type must be surgery, therapeutic or diagnostic',
    ],
    [
      'cci.tsv',
      'a graver form that is none',
      (text: string) => text.replace('\t1\t\t', '\t1\tx\t'),
      'dir/cci.tsv:2: there is no condition "x"',
    ],
    [
      'severity.tsv',
      'a grade that is none',
      (text: string) => text.replace('heavy', 'x'),
      'dir/severity.tsv:2: grade must be heavy or moderate',
    ],
    [
      'manifest.json',
      'one left half way',
      () => '{"unfinished": true}',
      'dir/manifest.json:1: there is no id, years, parameters.scale or sources',
    ],
    ['manifest.json', 'no JSON', () => '{', 'dir/manifest.json:1: is not a JSON object'],
  ] as const)('%s: %s', (file, _, change, message) => {
    expect(said(file, change)).toEqual(['CATALOGUE_INVALID', message]);
  });
});
