/** A rule that no method of the policy reads is refused in a policy file, and counted where a scenario changes the method. */
import { expect, it } from 'vitest';
import { refuseUnread, unreadSections } from '../../src/policy/names-read.ts';
import { read, refusal } from './short-policy.ts';

const rule = 'stay_rules: [{when: {days_gt: 60}, pay: actual_cost, source: notice}]\n';
const special = 'special_case: {source: notice, outcome: actual_cost}\n';
const lines = 'outliers: {source: notice, low: {threshold: {value: "0.4", unit: ratio}, pay: actual_cost}}\n';
const beds = 'mix: [{id: beds, when: {department: "x"}, method: drg_rate, source: notice}]\n';

const unread = (body: string) => unreadSections(read(body).leaves).map(({ section, at }) => `${section} ${at.file}:${at.line}`);

it('the methods by groups read all of them', () => {
  for (const method of ['drg_rate', 'drg_points'])
    expect(unread(`payment_method: ${method}\n${rule}${special}${lines}exempt: [patent_drug]\n`)).toEqual([]);
});

it('payment by scores reads special cases, not rules of stays or lines', () => {
  expect(unread(`payment_method: dip\n${rule}${special}${lines}`)).toEqual(['stay_rules p.yaml:10', 'outliers p.yaml:12']);
});

it('a method of the mix reads them for all', () => {
  expect(unread(`payment_method: quota\n${beds}${rule}`)).toEqual([]);
  expect(unread(`payment_method: quota\n${beds.replace('drg_rate', 'per_diem')}${rule}`)).toEqual(['stay_rules p.yaml:11']);
});

it('what is switched off says nothing', () => {
  expect(unread('payment_method: quota\nstay_rules: none\nexempt: []\nhospital_coefficient: {from: none}\n')).toEqual([]);
});

it.each(['dip', 'quota', 'per_diem', 'single_disease', 'global_budget', 'capitation', 'ffs'])(
  'rules of stays are refused under %s',
  method => {
    const refused = (body: string) => refusal(() => refuseUnread(read(body).leaves));
    expect(refused(`payment_method: ${method}\n${rule}`)).toEqual([
      'POLICY_INVALID',
      `p.yaml:10: a policy that pays by ${method} never reads stay_rules`,
      'Leave stay_rules out, or pay by a method that reads it: drg_rate, drg_points.',
    ]);
    expect(refused(`payment_method: ${method}\nexempt: [patent_drug]\n`)[1]).toContain('never reads exempt');
    expect(refused(`payment_method: ${method}\n${lines}`)).toEqual(['accepted']);
  },
);
