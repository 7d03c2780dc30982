import { describe, expect, it } from 'vitest';
import { exemptRule } from '../../src/policy/exempt-rule.ts';
import { stayRules } from '../../src/policy/stay-rules.ts';
import { header, read, refusal } from './short-policy.ts';

const firstLine = header.split('\n').length;
const rules = (...written: readonly string[]) => `stay_rules:\n${written.map(rule => `  - {${rule}}`).join('\n')}`;
const refused = (body: string, after: (text: string) => unknown = read) => refusal(() => after(body)).slice(0, 2);

describe('rules about the single stay are refused by the line they stand on', () => {
  it.each([
    ['when: {days_gt: 60}, pay: actual_costs, source: shape', 'stay_rules has a rule that cannot pay "actual_costs"'],
    ['when: {days_gt: 60}, pays: ffs, pay: ffs, source: shape', 'stay_rules has a rule with "pays", which is no part of one'],
    ['when: {days_gt: 60}, pay: ffs', 'stay_rules has a rule without a source'],
    ['when: {days_gt: "60"}, pay: ffs, source: shape', '"days_gt" must be a whole number'],
    ['when: {ratio_gt: 1}, pay: ffs, source: shape', '"ratio_gt" must be a quoted decimal'],
    ['when: {rato_gt: "1"}, pay: ffs, source: shape', 'no condition named "rato_gt"'],
    ['pay: ffs, source: shape', 'has no `when`'],
    ['when: {days_gt: 60}, pay: share_of_standard, source: shape', 'stay_rules has a rule of share_of_standard without share'],
    ['when: {days_gt: 60}, pay: actual_cost, share: "1", source: shape', 'stay_rules has a rule of actual_cost with share'],
    ['when: {days_gt: 60}, pay: per_diem, source: shape', 'stay_rules has a rule of per_diem without rate'],
    ['when: {days_gt: 60}, pay: share_of_cost, share: "0", source: shape', 'stay_rules has a share that is not a quoted number above 0'],
    ['when: {days_gt: 60}, pay: share_of_cost, share: 1, source: shape', 'stay_rules has a share that is not a quoted number above 0'],
  ])('%s', (rule, message) => {
    const good = 'when: {days_lt: 2}, pay: ffs, source: shape';
    // the good rule is on the line below `stay_rules:`, the bad one on the next
    expect(refused(rules(good, rule))).toEqual(['PARAMETER_INVALID', `p.yaml:${firstLine + 2}: ${message}`]);
  });

  it('points at cost belong to payment by points', () => {
    const body = `payment_method: drg_rate\n${rules('when: {days_gt: 60}, pay: points_at_cost, source: shape')}`;
    expect(refused(body, text => stayRules(read(text).leaves))).toEqual([
      'PARAMETER_INVALID',
      `p.yaml:${firstLine + 2}: stay_rules has points_at_cost, which only payment by points has`,
    ]);
  });

  it('a byte counts 255 rules', () => {
    const many = (count: number) => rules(...Array.from({ length: count }, () => 'when: {days_gt: 60}, pay: ffs, source: shape'));
    expect(refused(many(255))).toEqual(['accepted']);
    expect(refused(many(256))).toEqual(['PARAMETER_INVALID', `p.yaml:${firstLine}: stay_rules has 256 rules`]);
  });
});

describe('what is exempt', () => {
  it.each([
    ['exempt: [material]', 'exempt has "material", which is no charge category and no item code'],
    ['exempt: [12]', 'exempt has an item that is not quoted text'],
    ['exempt: [""]', 'exempt has an item that is not quoted text'],
  ])('%s', (body, message) => expect(refused(body)).toEqual(['PARAMETER_INVALID', `p.yaml:${firstLine}: ${message}`]));

  it('is categories by name and items by code, each once; nothing is exempt in an empty list', () => {
    const said = (body: string) => {
      const rule = exemptRule(read(body).leaves);
      return rule && [rule.categories, rule.items];
    };
    expect(said('exempt: [materials, "C0203", "C0203", materials, patent_drug]')).toEqual([['materials', 'patent_drug'], ['C0203']]);
    expect(said('exempt: []')).toBeUndefined();
    expect(said('exempt: null')).toBeUndefined();
  });
});

describe('lines in their order', () => {
  const ratio = (value: string) => `{value: "${value}", unit: ratio, source: shape}`;
  const outliers = (low: string, midLow: string, tiers: string, more = '') =>
    `outliers: {low: {threshold: ${ratio(low)}}, mid_low: {threshold: ${ratio(midLow)}}, high: {tiers: {value: ${tiers}, unit: ratio, source: shape}${more}}}`;
  const open = (cap: string) => `[{max_weight: null, cap: "${cap}"}]`;
  it.each([
    [outliers('0.4', '0.8', open('3')), undefined],
    [outliers('0.4', '0.4', open('3')), 'outliers.mid_low.threshold is 0.4, not above the low line 0.4'],
    [outliers('0.4', '0.3999', open('3')), 'outliers.mid_low.threshold is 0.3999, not above the low line 0.4'],
    [outliers('0.4', '1.5', open('1.5')), 'outliers.mid_low.threshold is 1.5, not below the high line 1.5'],
    [outliers('0.4', '1.4999', open('1.5')), undefined],
    [
      outliers('0.4', '0.8', open('1.4'), `, excess_up_to: ${ratio('1.4')}`),
      'outliers.high.excess_up_to is 1.4, not above the high line 1.4',
    ],
    [outliers('0.4', '0.8', open('1.4'), `, excess_up_to: ${ratio('1.4001')}`), undefined],
    [outliers('0.4', '0.8', '[{below_weight: "4", cap: "3"}, {max_weight: null, cap: "2"}]'), undefined],
    [
      outliers('0.4', '0.8', '[{below_weight: "4", max_weight: "4", cap: "3"}, {max_weight: null, cap: "2"}]'),
      'outliers.high.tiers has a tier 1 that is not {max_weight, cap}',
    ],
    [
      outliers('0.4', '0.8', '[{max_weight: "4", cap: "3"}, {below_weight: "4", cap: "2.5"}, {max_weight: null, cap: "2"}]'),
      'outliers.high.tiers overlaps: 4 comes after 4',
    ],
  ])('%s', (body, message) =>
    expect(refused(body)).toEqual(message ? ['PARAMETER_INVALID', `p.yaml:${firstLine}: ${message}`] : ['accepted']),
  );
});
