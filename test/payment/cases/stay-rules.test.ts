/** Rules about the single stay as regions write them, section 2 of the payment reference, on both sides of every bound. */
import { describe, expect, it } from 'vitest';
import { paidBothWays, said } from '../both-ways.ts';
import { points, policyOf, type TestStay } from '../small-hospital.ts';

const rate = (money: string) => `
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "${money}", unit: CNY/weight}}}}
`;
const outliers = (low: string, high: string) => `
outliers:
  source: shape
  low: {threshold: {value: "${low}", unit: ratio}, inclusive: true, pay: actual_cost}
  high: {tiers: {value: ${high}, unit: ratio}, inclusive: true, pay: actual_cost}
`;
const rules = (...written: readonly string[]) => `\nstay_rules:\n${written.map(rule => `  - {${rule}, source: shape}`).join('\n')}\n`;
const pays = (body: string, weight: string, stay: Partial<TestStay>) =>
  said(paidBothWays({ policy: policyOf(body), weight, stays: [stay] })[0]!);

// Kunming: 11,294 × 2 = 22,588 = S; 0.3 × S = 6,776.40, 0.5 × S = 11,294, 3 × S = 67,764
describe('Yunnan family: sent elsewhere too soon, and stays of more than 20 days', () => {
  const kunming =
    rate('11294') +
    outliers('0.3', '[{below_weight: "4", cap: "3"}, {max_weight: null, cap: "2"}]') +
    rules(
      'when: {days_gte: 60}, pay: actual_cost',
      'when: {discharge_way: "4", ratio_gt: "0.3", ratio_lte: "0.5"}, pay: share_of_standard, share: "0.7"',
      'when: {days_gt: 20, ratio_gt: "1", ratio_lt: "3"}, pay: share_of_standard, share: "1.1"',
    );
  it.each([
    [{ total: '6776.40', discharge_way: '4' }, 'low 6776.40'],
    [{ total: '6776.41', discharge_way: '4' }, 'rule 15811.60 by 2'], // 0.7 × 22,588
    [{ total: '11294.00', discharge_way: '4' }, 'rule 15811.60 by 2'],
    [{ total: '11294.01', discharge_way: '4' }, 'normal 22588.00'],
    [{ total: '11294.00', discharge_way: '1' }, 'normal 22588.00'],
    [{ total: '22588.00', days: 21 }, 'normal 22588.00'],
    [{ total: '22588.01', days: 21 }, 'rule 24846.80 by 3'], // 1.1 × 22,588
    [{ total: '22588.01', days: 20 }, 'normal 22588.00'],
    [{ total: '67763.99', days: 21 }, 'rule 24846.80 by 3'],
    [{ total: '67764.00', days: 21 }, 'high 67764.00'],
    [{ total: '30000.00', days: 59 }, 'rule 24846.80 by 3'],
    [{ total: '30000.00', days: 60 }, 'rule 30000.00 by 1'], // the first rule that is met
    [{ total: '30000.00' }, 'normal 22588.00'], // the days are missing: no rule about them is met
    // without a group there is no ratio; a rule about days needs none
    [{ total: '30000.00', days: 21, group: 0 }, 'unpriced ungrouped 30000.00'],
    [{ total: '30000.00', days: 60, group: 0 }, 'rule 30000.00 by 1'],
  ])('%j is %s', (stay, paid) => expect(pays(kunming, '2', stay)).toBe(paid));

  // weight 4 belongs to the second tier: S = 45,176, 2 × S = 90,352
  it.each([
    ['3.9999', '90352.00', 'normal 45174.87'], // 11,294 × 3.9999 = 45,174.8706; 3 × S = 135,524.61
    ['4', '90351.99', 'normal 45176.00'],
    ['4', '90352.00', 'high 90352.00'],
  ])('weight %s at %s is %s', (weight, total, paid) => expect(pays(kunming, weight, { total })).toBe(paid));
});

describe('length of stay: out of DRG, by item, by the day', () => {
  it.each([
    // Qingyang: ≤ 2 or ≥ 60 days out of DRG
    ['when: {days_lte: 2}, pay: ffs', { days: 2 }, 'ffs 3000.00 by 1'],
    ['when: {days_lte: 2}, pay: ffs', { days: 3 }, 'normal 10000.00'],
    ['when: {days_gte: 60}, pay: ffs', { days: 60 }, 'ffs 3000.00 by 1'],
    // Chongqing, Dingzhou: < 2 or > 60 days by item
    ['when: {days_lt: 2}, pay: actual_cost', { days: 1 }, 'rule 3000.00 by 1'],
    ['when: {days_lt: 2}, pay: actual_cost', { days: 2 }, 'normal 10000.00'],
    ['when: {days_gt: 60}, pay: actual_cost', { days: 60 }, 'normal 10000.00'],
    ['when: {days_gt: 60}, pay: actual_cost', { days: 61 }, 'rule 3000.00 by 1'],
    // Chenzhou: more than 60 days by the day; 61 × 350.125 = 21,357.625
    ['when: {days_gt: 60}, pay: per_diem, rate: "350.125"', { days: 61 }, 'rule 21357.63 by 1'],
    ['when: {discharge_way: "5"}, pay: per_diem, rate: "350"', { discharge_way: '5' }, 'unpriced no_days 3000.00 by 1'],
    // transfer within 3 days and death by item; death within 3 days (Xishuangbanna)
    ['when: {discharge_way: "2", days_lte: 3}, pay: actual_cost', { discharge_way: '2', days: 3 }, 'rule 3000.00 by 1'],
    ['when: {discharge_way: "2", days_lte: 3}, pay: actual_cost', { discharge_way: '2', days: 4 }, 'normal 10000.00'],
    ['when: {discharge_way: ["2", "5"], days_lte: 3}, pay: actual_cost', { discharge_way: '5', days: 3 }, 'rule 3000.00 by 1'],
    // 0.855 × 3,000 = 2,565; a group by its code
    ['when: {adrg: AB1}, pay: share_of_cost, share: "0.855"', {}, 'rule 2565.00 by 1'],
    ['when: {adrg: [AB2]}, pay: share_of_cost, share: "0.855"', {}, 'normal 10000.00'],
    ['when: {cost_gt: "2999.99"}, pay: actual_cost', {}, 'rule 3000.00 by 1'],
    ['when: {cost_gt: "3000"}, pay: actual_cost', {}, 'normal 10000.00'],
    ['when: {weight_gte: "1"}, pay: actual_cost', {}, 'rule 3000.00 by 1'],
    ['when: {weight_gt: "1"}, pay: actual_cost', {}, 'normal 10000.00'],
  ] satisfies [string, Partial<TestStay>, string][])('%s · %j is %s', (rule, stay, paid) => {
    expect(pays(rate('10000') + rules(rule), '1', { total: '3000', ...stay })).toBe(paid);
  });
});

// 7,000 of mean cost, 70 a point, k 0.9: 100 days × 0.5 × 100 × 70 = 350,000; 3,500 ÷ 7,000 × 100 × 70 = 3,500
describe('by points', () => {
  const body = (rule: string) => points('7000', '70', '0.9') + rules(rule);
  it('Foshan: a long-stay group by weight × days × 100 points, without the coefficient', () => {
    expect(pays(body('when: {drg: AB11, days_gt: 60}, pay: weight_per_day'), '0.5', { total: '90000', days: 100 })).toBe(
      'rule 350000.00 by 1',
    );
  });
  it('points at cost', () => {
    expect(pays(body('when: {days_lt: 2}, pay: points_at_cost'), '0.5', { total: '3500', days: 1 })).toBe('rule 3500.00 by 1');
  });
  // 0.333 × 3,150 = 1,048.95 = 14.985 points, 14.99 × 70 = 1,049.30
  it('points are rounded where the policy says so', () => {
    const share = 'when: {days_lt: 2}, pay: share_of_standard, share: "0.333"';
    expect(pays(body(share), '0.5', { total: '3500', days: 1 })).toBe('rule 1048.95 by 1');
    expect(pays(`${body(share)}rounding: {points: 2}\n`, '0.5', { total: '3500', days: 1 })).toBe('rule 1049.30 by 1');
  });
});

it('a line names the rule, the conditions that held and where they stand', () => {
  const policy = policyOf(
    rate('10000') +
      rules('when: {days_gt: 60}, pay: actual_cost', 'when: {discharge_way: "4", ratio_lte: "0.5"}, pay: share_of_standard, share: "0.7"'),
  );
  const [paid] = paidBothWays({ policy, weight: '1', stays: [{ total: '4000', discharge_way: '4', days: 3 }] });
  expect(paid!.lines[0]).toEqual({
    part: 'payment',
    label: 'share_of_standard',
    amount: 700_000,
    working: '10000 × 0.7',
    source: 'test.yaml:17 weights.tsv:2',
    rule: 'stay_rules[2]',
    bound: 'discharge_way = 4, R 0.4000 ≤ 0.5 (4000.00 ≤ 5000)',
  });
});
