import { describe, expect, it } from 'vitest';
import { requireKnown } from '../../src/policy/check-leaves.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { header, read, refusal } from './short-policy.ts';

const ratio = (value: string) => `{value: "${value}", unit: ratio, source: shape}`;

describe('a parameter that does not exist names the nearest that does', () => {
  it.each([
    [
      `outliers: {low: {treshold: ${ratio('0.3')}}}`,
      'p.yaml:9: no parameter named "outliers.low.treshold"',
      'Did you mean "outliers.low.threshold"?',
    ],
    ['payment_metod: drg_rate', 'p.yaml:9: no parameter named "payment_metod"', 'Did you mean "payment_method"?'],
    [
      'price: {rate: {tertiary: {employee: {value: "1", unit: CNY/weight, source: shape}}}}',
      'p.yaml:9: no parameter named "price.rate.tertiary.employee"',
      'Did you mean "price.rates.tertiary.employee"?',
    ],
    [
      'ungrouped: {QZ: {pay_ratio: null}}',
      'p.yaml:9: no parameter named "ungrouped.QZ.pay_ratio"',
      'Did you mean "ungrouped.QY.pay_ratio"?',
    ],
    [
      'price:\n  rates:\n    tertiary:\n      employe: {value: "1", unit: CNY/weight, source: shape}',
      'p.yaml:12: no parameter named "price.rates.tertiary.employe": the policy does not know "employe"',
      'Did you mean "price.rates.tertiary.employee"?',
    ],
    ['outliers: drg', 'p.yaml:9: no parameter named "outliers"', undefined],
  ])('%s', (body, message, hint) => {
    const [code, said, meant] = refusal(() => read(body));
    expect([code, said]).toEqual(['PARAMETER_UNKNOWN', message]);
    if (hint) expect(meant).toBe(hint);
  });

  it('in a change, says where a level is named when the policy has none', () => {
    expect(refusal(() => requireKnown('hospital_coefficient.values.tertiary', { file: 's.yaml', line: 7 }, read('').leaves))).toEqual([
      'PARAMETER_UNKNOWN',
      's.yaml:7: no parameter named "hospital_coefficient.values.tertiary": the policy does not know "tertiary"',
      'Name this level in hospital.level first.',
    ]);
  });

  it('in a change, a level or insurance that the policy does not have is not known either', () => {
    const { leaves } = read(
      'price: {rates: {tertiary: {employee: {value: "10228", unit: CNY/weight, source: shape}}}}\nhospital: {level: tertiary}',
    );
    const at = { file: 's.yaml', line: 7 };
    const changed = (path: string) => refusal(() => requireKnown(path, at, leaves));
    expect(changed('price.rates.tertiary.employee')).toEqual(['accepted']);
    expect(changed('price.rates.tertiary.resident')).toEqual(['accepted']);
    expect(changed('hospital_coefficient.values.tertiary')).toEqual(['accepted']);
    expect(changed('hospital.levels.H007')).toEqual(['accepted']);
    expect(changed('outliers.high')).toEqual(['accepted']);
    expect(changed('price.rates.tertary.employee')).toEqual([
      'PARAMETER_UNKNOWN',
      's.yaml:7: no parameter named "price.rates.tertary.employee": the policy does not know "tertary"',
      'Did you mean "price.rates.tertiary.employee"?',
    ]);
    expect(changed('outliers.low.treshold')).toEqual([
      'PARAMETER_UNKNOWN',
      's.yaml:7: no parameter named "outliers.low.treshold"',
      'Did you mean "outliers.low.threshold"?',
    ]);
  });
});

describe('a value that cannot be meant', () => {
  const rate = (value: string, unit = 'CNY/weight', source = 'shape') =>
    `price: {rates: {tertiary: {employee: {value: ${value}, unit: ${unit}, source: ${source}}}}}`;
  const tiers = (list: string, unit = 'ratio') => `outliers: {high: {tiers: {value: ${list}, unit: ${unit}, source: shape}}}`;
  it.each([
    [rate('10228'), 'price.rates.tertiary.employee is the unquoted number 10228'],
    [rate('"ten"'), 'price.rates.tertiary.employee is not a decimal number'],
    [rate('"1e4"'), 'price.rates.tertiary.employee is not a decimal number'],
    [rate('"0"'), 'price.rates.tertiary.employee is 0'],
    [rate('"-1"'), 'price.rates.tertiary.employee is -1'],
    [rate('"1"', 'CNY/point'), 'price.rates.tertiary.employee has the unit CNY/point'],
    ['price: {region_mean_cost: {value: "9427", source: shape}}', 'price.region_mean_cost has no unit'],
    ['price: {region_mean_cost: {value: "9427", unit: CNY}}', 'price.region_mean_cost has no source'],
    ['price: {scale: {value: "ten", unit: point/weight, source: shape}}', 'price.scale is not a whole number'],
    [`outliers: {low: {threshold: ${ratio('-0.3')}}}`, 'outliers.low.threshold is -0.3'],
    ['outliers: {low: {inclusive: "yes"}}', 'outliers.low.inclusive is neither true nor false'],
    ['outliers: {low: {pay: actual_costs}}', 'outliers.low.pay cannot be "actual_costs"'],
    ['rounding: {points: two}', 'rounding.points is not a way of rounding'],
    ['rounding: {points: 13}', 'rounding.points is not a way of rounding'],
    ['hospital: {levels: {H1: 3}}', 'hospital.levels.H1 is not text'],
    ['hospital: {level: 3}', 'hospital.level is not text'],
    ['stay_rules: some', 'stay_rules is not a list'],
    [tiers('[]'), 'outliers.high.tiers is not a list of tiers'],
    [
      tiers('[{max_weight: "1", cap: "3"}, {max_weight: "1", cap: "2"}, {max_weight: null, cap: "2"}]'),
      'outliers.high.tiers overlaps: 1 comes after 1',
    ],
    [
      tiers('[{max_weight: "2", cap: "3"}, {max_weight: "1", cap: "2"}, {max_weight: null, cap: "2"}]'),
      'outliers.high.tiers overlaps: 1 comes after 2',
    ],
    [tiers('[{max_weight: null, cap: "3"}, {max_weight: "1", cap: "2"}]'), 'outliers.high.tiers goes on after the open tier'],
    [tiers('[{max_weight: "1", cap: "3"}]'), 'outliers.high.tiers leaves weights above 1 without a cap'],
    [tiers('[{max_weight: null, cap: "0.99"}]'), 'outliers.high.tiers has a cap of 0.99, below one times the benchmark'],
    [tiers('[{max_weight: null, cap: 3}]'), 'outliers.high.tiers has a tier 1 that is not {max_weight, cap}'],
    [tiers('[{max_weight: null, cap: "3", pay: x}]'), 'outliers.high.tiers has a tier 1 that is not {max_weight, cap}'],
    [tiers('[{max_weight: null, cap: "3"}]', 'CNY'), 'outliers.high.tiers has the unit CNY'],
  ])('%s', (body, message) => {
    expect(refusal(() => read(body)).slice(0, 2)).toEqual(['PARAMETER_INVALID', `p.yaml:9: ${message}`]);
  });

  it.each([
    rate('"10228.5"'),
    tiers('[{max_weight: null, cap: "1"}]'),
    'price: {scale: {value: 100, unit: point/weight, source: shape}}',
    'outliers: null',
  ])('accepts %s', body => {
    expect(refusal(() => read(body))).toEqual(['accepted']);
  });

  it('insurance codes are quoted', () => {
    expect(refusal(() => readPolicy(header.replace('"310"', '310'), 'p.yaml')).slice(0, 2)).toEqual([
      'PARAMETER_INVALID',
      'p.yaml:8: insurance_map.employee is not a list of quoted codes',
    ]);
  });
});
