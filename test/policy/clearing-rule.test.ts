import { describe, expect, it } from 'vitest';
import { clearingRule } from '../../src/policy/clearing-rule.ts';
import { policy, refusal } from './short-policy.ts';

/** On line 9 stands what a test says under `settlement`. */
const rule = (settlement: string, more = '') =>
  clearingRule(policy(`settlement: {source: notice, ${settlement}}\npayment_method: ffs\n${more}`));
const ratio = (name: string, value: string): string => `${name}: {value: "${value}", unit: ratio}`;
const sharesHint = 'Pay "0.95" monthly and hold "0.05", for example.';
const mostHint = 'It must be at most 1; eighty per cent is "0.8".';
const tiersHint =
  'Write [{from: "0", to: "60", release: "0"}, {from: "60", to: "80", release: "0.5"}, {from: "80", to: "90", release: "0.8", rises_to: "1"}, {from: "90", to: null, release: "1"}].';
const bandHint = 'Write ["0.95", "1.05"]: from 95 % to 105 % of the budgeted price.';

describe('how a policy clears the year', () => {
  it.each([
    ['', '1'],
    [ratio('monthly_pay_ratio', '0.95'), '0.95'],
    [ratio('deposit_ratio', '0.08'), '0.92'],
    [`${ratio('deposit_ratio', '0.08')}, ${ratio('monthly_pay_ratio', '0.92')}`, '0.92'],
  ])('%s pays %s of a month', (settlement, share) => expect(rule(settlement).monthly.share.toFixed()).toBe(share));

  it('takes what was agreed before what the policy says', () => {
    const agreed = policy(
      `settlement: {source: notice, ${ratio('deposit_ratio', '0.02')}, month_by: settled, price_digits: 2}\npayment_method: ffs\n`,
    );
    const { monthly, clock, digits } = clearingRule(
      policy(`settlement: {source: notice, ${ratio('deposit_ratio', '0.08')}}\npayment_method: ffs\n`),
      agreed.leaves,
    );
    expect([monthly.share.toFixed(), clock, digits]).toEqual(['0.98', 'settled', 2]);
  });

  it.each([
    ['payment_method: drg_points\n', 'floating'],
    ['payment_method: drg_points\nprice: {mode: fixed}\n', 'fixed'],
    ['payment_method: ffs\n', 'fixed'],
    ['payment_method: ffs\nprice: {mode: floating}\n', 'floating'],
  ])('%j is %s', (body, mode) => {
    const known = policy(`${body.replace('drg_points', 'ffs')}`);
    const asked = body.includes('drg_points') ? { ...known, method: 'drg_points' } : known;
    expect(clearingRule(asked as typeof known).mode).toBe(mode);
  });

  it.each([
    [ratio('deposit_ratio', '1.01'), 'p.yaml:9: settlement.deposit_ratio is 1.01', mostHint],
    [
      `${ratio('deposit_ratio', '0.05')}, ${ratio('monthly_pay_ratio', '0.94')}`,
      'p.yaml:9: settlement.deposit_ratio and monthly_pay_ratio make 0.99, not 1',
      sharesHint,
    ],
    ['month_by: month', 'p.yaml:9: settlement.month_by cannot be "month"', 'Did you mean "settled"? It is one of discharged, settled.'],
    ['clearance_deadline: "6-30"', 'p.yaml:9: settlement.clearance_deadline is not a month and day', 'Write "06-30".'],
    [
      `pool_sharing: {${ratio('surplus_to_hospitals', '0.15')}, ${ratio('deficit_by_hospitals', '1.15')}}`,
      'p.yaml:9: settlement.pool_sharing.deficit_by_hospitals is 1.15',
      mostHint,
    ],
    [
      `pool_sharing: {${ratio('surplus_to_hospitals', '0.15')}, ${ratio('deficit_by_hospitals', '0.15')}}, sharing: [{from: "0", to: "1", hospital_keeps: "1"}, {from: "1", to: null, fund_pays: "0"}]`,
      'p.yaml:9: settlement.sharing stands beside settlement.pool_sharing',
      'Share by hospital or by pool, not both; set one of them to null.',
    ],
    ['point_value_band: ["0.9"]', 'p.yaml:9: settlement.point_value_band is not two quoted numbers', bandHint],
    ['point_value_band: ["1.01", "1.1"]', 'p.yaml:9: settlement.point_value_band is 1.01 to 1.1, which leaves out 1', bandHint],
    ['point_value_band: ["0.9", "0.99"]', 'p.yaml:9: settlement.point_value_band is 0.9 to 0.99, which leaves out 1', bandHint],
    ['score_tiers: []', 'p.yaml:9: settlement.score_tiers is not a list of tiers', tiersHint],
    [
      'score_tiers: [{from: "0", to: "60", release: 0}]',
      'p.yaml:9: settlement.score_tiers has a tier 1 whose release is not a quoted number',
      tiersHint,
    ],
    ['score_tiers: [{from: "0", to: "60", release: "0"}]', 'p.yaml:9: settlement.score_tiers has no tier from 60 on', tiersHint],
    [
      'score_tiers: [{from: "0", to: "60", release: "0"}, {from: "61", to: null, release: "1"}]',
      'p.yaml:9: settlement.score_tiers has a gap between 60 and 61',
      'Begin this tier at "60".',
    ],
    [
      'score_tiers: [{from: "0", to: "60", release: "0"}, {from: "59", to: null, release: "1"}]',
      'p.yaml:9: settlement.score_tiers overlaps from 59 to 60',
      'Begin this tier at "60".',
    ],
    [
      'score_tiers: [{from: "0", to: null, release: "0"}, {from: "59", to: null, release: "1"}]',
      'p.yaml:9: settlement.score_tiers goes on after the open tier',
      tiersHint,
    ],
    [
      'score_tiers: [{from: "0", to: null, release: "0", rises_to: "1"}]',
      'p.yaml:9: settlement.score_tiers has a tier 1 that is open and cannot rise',
      tiersHint,
    ],
    [
      'score_tiers: [{from: "0", to: null, release: "1.1"}]',
      'p.yaml:9: settlement.score_tiers has a tier 1 that releases more than all',
      tiersHint,
    ],
    [
      'score_tiers: [{from: "0", to: "0", release: "1"}]',
      'p.yaml:9: settlement.score_tiers has a tier 1 that ends before it begins',
      tiersHint,
    ],
    [
      'score_tiers: [{from: "0", to: null, realease: "1"}]',
      'p.yaml:9: settlement.score_tiers has a tier 1 with an unknown "realease"',
      tiersHint,
    ],
  ])('refuses %s', (settlement, ...expected) => expect(refusal(() => rule(settlement))).toEqual(['PARAMETER_INVALID', ...expected]));

  it('asks for both shares of a pool', () => {
    expect(refusal(() => rule(`pool_sharing: {${ratio('surplus_to_hospitals', '0.15')}}`)).slice(0, 2)).toEqual([
      'POLICY_INVALID',
      'p.yaml: test does not say settlement.pool_sharing.deficit_by_hospitals',
    ]);
  });
});
