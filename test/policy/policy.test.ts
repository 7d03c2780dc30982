import { describe, expect, it } from 'vitest';
import { policyFrom } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { nameOf, names } from '../../src/policy/vocabulary.ts';
import { header, policy, read, refusal } from './short-policy.ts';

const rates = 'price: {source: shape, rates: {tertiary: {employee: {value: "10228", unit: CNY/weight}}}}\n';
const points = `price:
  source: shape
  scale: {value: 100, unit: point/weight}
  region_mean_cost: {value: "9427", unit: CNY}
  point_value: {employee: {value: "84.71", unit: CNY/point}}
`;
const rate = `payment_method: drg_rate\n${rates}`;

it('a rate of 10^9 yuan is read, a budget of 10^12; one fen more is refused', () => {
  const rated = (yuan: string) =>
    `payment_method: drg_rate\nprice: {rates: {tertiary: {employee: {value: "${yuan}", unit: CNY/weight, source: notice}}}}\n`;
  const allotted = (yuan: string) => `payment_method: ffs\nglobal_budget: {allot: {"*": {value: "${yuan}", unit: CNY, source: notice}}}\n`;
  const told = (body: string) => refusal(() => read(body));
  expect(told(rated('1000000000'))).toEqual(['accepted']);
  expect(told(rated('1000000000.01')).slice(1)).toEqual([
    'p.yaml:10: price.rates.tertiary.employee is 1000000000.01',
    'It must be at most 1000000000.',
  ]);
  expect(told(allotted('1000000000000'))).toEqual(['accepted']);
  expect(told(allotted('1000000000000.01')).slice(1)).toEqual([
    'p.yaml:10: global_budget.allot.* is 1000000000000.01',
    'It must be at most 1000000000000.',
  ]);
});

describe('a policy as typed values', () => {
  it('by rate, every number with its line', () => {
    const read = policy(`${rate}outliers: {source: shape, low: {threshold: {value: "0.30", unit: ratio}, pay: actual_cost}}\n`);
    if (read.method !== 'drg_rate' || read.price.kind !== 'rate') throw new Error('not by rate');
    const employee = read.price.rates.get('tertiary')?.get('employee');
    expect([employee?.value.toFixed(), employee?.leaf.at]).toEqual(['10228', { file: 'p.yaml', line: 10 }]);
    expect([read.low?.threshold.value.toFixed(), read.low?.inclusive, read.high, read.fund.method, read.ratioBenchmark]).toEqual([
      '0.3',
      false,
      undefined,
      'difference',
      'with_coefficient',
    ]);
    expect([...read.insurance]).toEqual([
      ['310', 'employee'],
      ['390', 'resident'],
    ]);
  });

  it('fee for service asks for no price', () => {
    expect(policy('payment_method: ffs\nstay_rules: [{when: {days_gt: 60}, pay: ffs, source: shape}]').method).toBe('ffs');
  });
});

describe('a policy that cannot be carried out', () => {
  it.each([
    ['', 'POLICY_INVALID', 'p.yaml: test does not say payment_method'],
    ['payment_method: drg_rate', 'POLICY_INVALID', 'p.yaml: test does not say price.rates.tertiary.employee'],
    ['payment_method: drg_points', 'POLICY_INVALID', 'p.yaml: test does not say price.point_value.employee'],
    [
      `payment_method: drg_points\n${points.replace(/.*region.*\n/, '')}`,
      'POLICY_INVALID',
      'p.yaml: test does not say price.region_mean_cost',
    ],
    [`${rate}hospital_coefficient: {from: level}`, 'POLICY_INVALID', 'p.yaml: test does not say hospital_coefficient.values.tertiary'],
    [
      `${rate}outliers: {low: {pay: points_at_cost, threshold: {value: "0.3", unit: ratio, source: shape}}}`,
      'PARAMETER_INVALID',
      'p.yaml:11: outliers.low.pay is points_at_cost, which only payment by points has',
    ],
    [
      `${rate}outliers: {low: {threshold: {value: "0.3", unit: ratio, source: shape}}}`,
      'POLICY_INVALID',
      'p.yaml: test does not say outliers.low.pay',
    ],
    [`${rate}outliers: {low: {pay: actual_cost}}`, 'POLICY_INVALID', 'p.yaml: test does not say outliers.low.threshold'],
    [`${rate}outliers: {high: {pay: actual_cost}}`, 'POLICY_INVALID', 'p.yaml: test does not say outliers.high.tiers'],
    [
      `${rate}outliers: {high: {pay: affine, tiers: {value: [{max_weight: null, cap: "2"}], source: shape}}}`,
      'POLICY_INVALID',
      'p.yaml: test does not say outliers.high.affine_base',
    ],
    [
      `${rate}outliers: {high: {pay: cost_minus_band, tiers: {value: [{max_weight: null, cap: "2"}], source: shape}}}`,
      'POLICY_INVALID',
      'p.yaml: test does not say outliers.high.band_share',
    ],
    [`${rate}basis: fund`, 'PARAMETER_INVALID', 'p.yaml:11: basis is fund, but fund_share.method is difference'],
    [
      `${rate}basis: total_cost\nfund_share: {method: fund_basis}`,
      'PARAMETER_INVALID',
      'p.yaml:12: basis is total_cost, but fund_share.method is fund_basis',
    ],
    ['payment_method: dip', 'POLICY_INVALID', 'p.yaml: test does not say dip.catalogue'],
    [
      `${rate}fund_share: {patient: by_share}`,
      'PARAMETER_INVALID',
      'p.yaml:11: fund_share.patient is by_share, which does not go with fund_share.method: difference',
    ],
    [
      `${rate}fund_share: {method: fund_basis, patient: recalculated}`,
      'PARAMETER_INVALID',
      'p.yaml:11: fund_share.patient is recalculated, which does not go with fund_share.method: fund_basis',
    ],
    [`${rate}stay_rules: [{when: {days_gt: 60}, pay: ffs}]`, 'PARAMETER_INVALID', 'p.yaml:11: stay_rules has a rule without a source'],
    [
      `${rate}outliers: {mid_low: {threshold: {value: "0.8", unit: ratio, source: shape}}}`,
      'POLICY_INVALID',
      'p.yaml: test does not say outliers.mid_low.pay',
    ],
    [
      `${rate}special_case: {quota: {value: "0.05", unit: share-of-stays, source: shape}}`,
      'POLICY_INVALID',
      'p.yaml: test does not say special_case.outcome',
    ],
  ])('%s', (body, code, message) => {
    expect(refusal(() => policy(body)).slice(0, 2)).toEqual([code, message]);
  });

  it('rules that are switched off, and those that come after the payment of a stay, are no hindrance', () => {
    const body = `${rate}exempt: []
stay_rules: []
benefit: null
modifiers: {tcm_factor: null, child: null, day_surgery_ratio: null}
settlement: {source: shape, monthly_pay_ratio: {value: "0.95", unit: ratio}}
alerts: {unpriced_max: "0.05", payable_months: {warn: 6, alert: 3}}
`;
    expect(policy(body).method).toBe('drg_rate');
  });

  it('an insurance code belongs to one insurance', () => {
    const twice = readPolicy(`${header}${rate}`.replace('["390"]', '["310"]'), 'p.yaml');
    expect(refusal(() => policyFrom(twice, twice.leaves)).slice(0, 2)).toEqual([
      'PARAMETER_INVALID',
      'p.yaml:8: insurance code "310" is in employee and in resident',
    ]);
  });
});

it('every name of the vocabulary is found by its own path, and once only', () => {
  expect(names.map(({ path }) => nameOf(path)?.path)).toEqual(names.map(({ path }) => path));
  expect(new Set(names.map(({ path }) => path)).size).toBe(names.length);
});
