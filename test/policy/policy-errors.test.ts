/** Everything that can be written wrongly in a policy is refused with its file, its line and the nearest right name; nothing is a default. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyPolicy } from '../../src/payment/verify-policy.ts';
import { policyFrom } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { refusal } from './short-policy.ts';

const sound = readFileSync('test/cases/policies/round-rate.yaml', 'utf8');
const lineOf = (part: string): number => sound.slice(0, sound.indexOf(part)).split('\n').length;

/** The sound policy with one part written otherwise. */
function refused(part: string, instead: string) {
  expect(sound).toContain(part);
  return refusal(() => {
    const file = readPolicy(sound.replace(part, instead), 'p.yaml');
    verifyPolicy(policyFrom(file, file.leaves), undefined, () => '');
  });
}

it('the policy is sound as it stands', () => {
  expect(refused('payment_method', 'payment_method')).toEqual(['accepted']);
});

const put = (text: string) => ['known_answers: none', `${text}\nknown_answers: none`] as const;

describe('names', () => {
  it.each([
    ['basis: total_cost', 'bases: total_cost', 'PARAMETER_UNKNOWN', 'no parameter named "bases"', 'Did you mean "basis"?'],
    [
      'fund_share: {method',
      'fund_share: {methud',
      'PARAMETER_UNKNOWN',
      'no parameter named "fund_share.methud"',
      'Did you mean "fund_share.method"?',
    ],
    [
      'method: difference',
      'method: diference',
      'PARAMETER_INVALID',
      'fund_share.method cannot be "diference"',
      'Did you mean "difference"? It is one of difference, ratio, recalc, fund_basis.',
    ],
    [
      'unit: weight,',
      'unit: waight,',
      'PARAMETER_INVALID',
      'weights.unit cannot be "waight"',
      'Did you mean "weight"? It is one of weight, point, yuan.',
    ],
    [
      'pay: actual_cost}\n  high',
      'pay: actual_costs}\n  high',
      'PARAMETER_INVALID',
      'outliers.low.pay cannot be "actual_costs"',
      'Did you mean "actual_cost"? It is one of actual_cost, points_at_cost, points_at_cost_k.',
    ],
    ['  source: made\n  unit', '  source: maid\n  unit', 'PARAMETER_INVALID', 'no source named "maid"', 'Did you mean "made"?'],
  ])('%j as %j', (part, instead, code, message, hint) => {
    const [said, text, meant] = refused(part, instead);
    expect([said, text?.replace(/^p\.yaml:\d+: /, ''), meant]).toEqual([code, message, hint]);
    // the line is that of what is wrong, which for a source stands below the part's first line
    expect(text).toMatch(/^p\.yaml:\d+: /);
  });

  it.each([
    ['level: tertiary,', 'level: tertary,', 'hospital.level is "tertary", a level that has no rate and no coefficient', '"tertiary"'],
    ['三级: tertiary', '三级: tertairy', 'hospital.levels.三级 is "tertairy", a level that has no rate and no coefficient', '"tertiary"'],
    [
      'tertiary: {employee: "10000"',
      'tertiary: {employe: "10000"',
      'no parameter named "price.rates.tertiary.employe": the policy does not know "employe"',
      '"price.rates.tertiary.employee"',
    ],
  ])('of levels and insurances: %j as %j', (part, instead, message, near) => {
    expect(refused(part, instead)).toEqual(['PARAMETER_UNKNOWN', `p.yaml:${lineOf(part)}: ${message}`, `Did you mean ${near}?`]);
  });

  it('a rate of a level that no hospital can be of leaves a level without one', () => {
    expect(refused('    secondary: {employee', '    secondry: {employee').slice(0, 2)).toEqual([
      'PARAMETER_UNKNOWN',
      `p.yaml:${lineOf('hospital:')}: hospital.levels.二级 is "secondary", a level that has no rate and no coefficient`,
    ]);
  });
});

describe('numbers', () => {
  it.each([
    ['employee: "10000"', 'employee: 10000.5', 'the decimal 10000.5 is not quoted'],
    ['employee: "10000"', 'employee: 10000', 'price.rates.tertiary.employee is the unquoted number 10000'],
    ['employee: "10000"', 'employee: "ten"', 'price.rates.tertiary.employee is not a decimal number'],
    ['employee: "10000"', 'employee: "1000000000.01"', 'price.rates.tertiary.employee is 1000000000.01'],
    ['employee: "10000"', 'employee: "0"', 'price.rates.tertiary.employee is 0'],
    ['value: "0.5", unit: ratio', 'value: "0.5", unit: CNY', 'outliers.low.threshold has the unit CNY'],
    ['value: "0.5", unit: ratio', 'value: "0.5"', 'outliers.low.threshold has no unit'],
    ['value: "0.5"', 'value: "2"', 'outliers.low.threshold is 2, not below the high line 2'],
    ['cap: "2"', 'cap: "0.9"', 'outliers.high.tiers has a cap of 0.9, below one times the benchmark'],
    ['{max_weight: null,', '{max_weight: "3",', 'outliers.high.tiers leaves weights above 3 without a cap'],
    [
      '[{max_weight: null',
      '[{max_weight: "2", cap: "3"}, {below_weight: "2", cap: "3"}, {max_weight: null',
      'outliers.high.tiers overlaps: 2 comes after 2',
    ],
  ])('%j as %j', (part, instead, message) => {
    expect(refused(part, instead).slice(0, 2)).toEqual(['PARAMETER_INVALID', `p.yaml:${lineOf(part)}: ${message}`]);
  });

  it('without a source', () => {
    expect(refused('outliers:\n  source: made\n', 'outliers:\n').slice(0, 2)).toEqual([
      'PARAMETER_INVALID',
      `p.yaml:${lineOf('  low:') - 1}: outliers.low.threshold has no source`,
    ]);
  });

  it.each([
    ['ungrouped: {source: made, QY: {pay_ratio: {value: "80", unit: ratio}}}', 'ungrouped.QY.pay_ratio is 80'],
    ['ungrouped: {source: made, "0000": {pay_ratio: {value: "1.01", unit: ratio}}}', 'ungrouped.0000.pay_ratio is 1.01'],
    ['settlement: {source: made, deposit_ratio: {value: "5", unit: ratio}}', 'settlement.deposit_ratio is 5'],
  ])('a share of more than all: %s', (text, message) => {
    expect(refused(...put(text))).toEqual([
      'PARAMETER_INVALID',
      `p.yaml:${lineOf('known_answers')}: ${message}`,
      'It must be at most 1; eighty per cent is "0.8".',
    ]);
  });

  it('a share of all is one', () => {
    expect(refused(...put('ungrouped: {source: made, QY: {pay_ratio: {value: "1", unit: ratio}}}'))).toEqual(['accepted']);
  });
});

describe('rules', () => {
  it.each([
    [
      'stay_rules: [{when: {days_gt: 60}, pay: actual_costs, source: made}]',
      'stay_rules has a rule that cannot pay "actual_costs"',
      'Did you mean "actual_cost"?',
    ],
    ['stay_rules: [{when: {dayz_gt: 60}, pay: ffs, source: made}]', 'no condition named "dayz_gt"', 'Did you mean "days_gt"?'],
    ['exempt: [material]', 'exempt has "material", which is no charge category and no item code', 'Did you mean "materials"?'],
    [
      'primary_care_groups: {source: made, list: [AB1], mode: use_level, level: secundary}',
      'primary_care_groups.level names the level "secundary", which the policy does not have',
      'Did you mean "secondary"?',
    ],
  ])('%s', (text, message, hint) => {
    expect(refused(...put(text))).toEqual(['PARAMETER_INVALID', `p.yaml:${lineOf('known_answers')}: ${message}`, hint]);
  });
});

describe('known answers', () => {
  const answer = (text: string) => refused('known_answers: none', `known_answers:\n  - {${text}}`);
  const at = `p.yaml:${lineOf('known_answers') + 1}`;
  it.each([
    ['insurance: employee, wieght: "1", cost: "1", payment: "1"', 'a stay has nothing named "wieght"', 'Did you mean "weight"?'],
    ['insurance: employee, weight: "1", cost: "1", paymnet: "1"', 'a stay has nothing named "paymnet"', 'Did you mean "patient"?'],
    [
      'insurance: employee, weight: 1.5, cost: "1", payment: "1"',
      'the decimal 1.5 is not quoted',
      'Write "1.5": a quoted decimal stays exact.',
    ],
    ['insurance: employee, weight: "0", cost: "1", payment: "1"', '"weight" is not a quoted number above 0', 'Write weight: "1.2".'],
    ['insurance: employee, weight: "1", cost: "1.005", payment: "1"', '"cost" is not a quoted amount of yuan', 'Write cost: "12000.00".'],
    [
      'insurance: employee, weight: "1", cost: "1", days: "3", payment: "1"',
      '"days" is not a whole number without quotes',
      'Write days: 9.',
    ],
    ['insurance: employee, weight: "1", cost: "1"', 'nothing is expected', 'Write expect: {payment: "9818.88"}.'],
    ['weight: "1", cost: "1", payment: "1"', 'insurance is missing', 'Write {insurance: "310", weight: "1.2", cost: "12000.00"}.'],
    [
      'insurance: employe, weight: "1", cost: "1", payment: "1"',
      'known_answers names the insurance "employe", which the policy does not have',
      'Did you mean "employee"?',
    ],
    [
      'insurance: employee, level: tertary, weight: "1", cost: "1", payment: "1"',
      'known_answers names the level "tertary", which the policy does not have',
      'Did you mean "tertiary"?',
    ],
    ['table: a.tsv, colum: x, insurance: employee', 'known_answers has a table of prices with "colum"', 'Did you mean "column"?'],
    [
      'table: a.tsv, insurance: employee',
      'known_answers has a table of prices that is not complete',
      'Write {table: prices.tsv, column: standard, level: tertiary, insurance: employee}.',
    ],
  ])('%s', (text, message, hint) => {
    expect(answer(text)).toEqual(['PARAMETER_INVALID', `${at}: ${message}`, hint]);
  });

  it('may name a loaded code and a loaded level', () => {
    expect(answer('insurance: "310", level: 三级, weight: "1", cost: "1", payment: "1"')).toEqual(['accepted']);
  });
});
