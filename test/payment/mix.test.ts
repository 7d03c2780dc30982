/** Several methods in one run: each stay is paid by exactly one, the first rule that it meets, else the main method. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupColumns } from '../../grouper/result.ts';
import { yuanText } from '../../src/money.ts';
import { allOf } from '../../src/payment/condition-test.ts';
import type { Part } from '../../src/payment/part.ts';
import { settleParts } from '../../src/payment/settle.ts';
import { bands, type Settlement, unpricedReasons } from '../../src/payment/settlement.ts';
import { type Policy, policyFrom } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { policy, refusal } from '../policy/short-policy.ts';
import { withCodes } from './methods/with-codes.ts';
import { groups, weights } from './small-hospital.ts';
import { hospitalOf, type WrittenStay } from './written-stays.ts';

const text = (path: string) => readFileSync(path, 'utf8');
const file = 'test/cases/policies/mix-of-methods.yaml';
const mixed = readPolicy(text(file), file);
const part: Part = { policy: policyFrom(mixed, mixed.leaves), groups, weights, readText: text };

/** Group 3 weighs 1. */
const grouped = (count: number): GroupColumns => ({
  count,
  group: new Uint16Array(count).fill(3),
  row: new Uint16Array(count),
  severity: new Uint8Array(count),
  decider: new Uint8Array(count),
});
const stay = (total: string, more: WrittenStay = {}): WrittenStay => ({
  insurance: '310',
  total,
  fund: '0',
  cash: '100',
  account: '0',
  department: '内科',
  days: 3,
  ...more,
});
const methodOf = ({ policies, by }: Settlement, row: number): string => policies[by[row]!]?.method ?? 'nobody';

describe('a policy with a mix', () => {
  // paid by the first rule, worked by hand; the fund pays the rest after 100 of the patient
  const rows: [string, WrittenStay, string][] = [
    // DRG: 1 × 10,000; resident 9,000; secondary 8,000; below 0.3 × 10,000 its cost
    ['A00', stay('9500'), 'drg_rate normal 10000.00 9900.00'],
    ['A00', stay('9500', { insurance: '390' }), 'drg_rate normal 9000.00 8900.00'],
    ['A00', stay('9500', { level: '二级' }), 'drg_rate normal 8000.00 7900.00'],
    ['A00', stay('2999.99'), 'drg_rate low 2999.99 2899.99'],
    // 精神科 from 5 days on: 30 × 300 + 10 × 260; a listed disease there is paid by the day, the rule before
    ['F20', stay('20000', { department: '精神科', days: 40 }), 'per_diem per_diem 11600.00 11500.00'],
    ['K35.2 / 47.0', stay('20000', { department: '精神科', days: 5 }), 'per_diem per_diem 1500.00 1400.00'],
    // 4 days: the quota; a listed disease comes before it
    ['F20', stay('20000', { department: '精神科', days: 4 }), 'quota quota 1500.00 1400.00'],
    ['K35.2 / 47.0', stay('5000', { department: '精神科', days: 4 }), 'single_disease single_disease 6200.00 6100.00'],
    // no bed-day price for residents: as on the bill, not by DRG
    ['F20', stay('2000', { department: '精神科', days: 6, insurance: '390' }), 'per_diem unpriced insurance_unmapped 2000.00 0.00'],
    // listed; with an exit reason back to DRG, and not on to the quota
    ['K35.2 / 47.0', stay('5000'), 'single_disease single_disease 6200.00 6100.00'],
    ['K35.2 / 47.0', stay('5000', { discharge_way: '5' }), 'drg_rate normal 10000.00 9900.00'],
    ['K35.2 / 47.0', stay('12400.01', { department: '精神科', days: 4 }), 'drg_rate normal 10000.00 9900.00'],
    ['K35.2 / 47.0', stay('12400.00'), 'single_disease single_disease 6200.00 6100.00'],
    ['H26.9 / 13.41', stay('8000', { insurance: '390' }), 'drg_rate normal 9000.00 8900.00'],
    // a price that leaves out materials, and a file that does not give them
    ['H26.9 / 13.41', stay('8000'), 'single_disease unpriced no_charges 8000.00 0.00'],
    ['K35.2 / 47.0', stay('5000', { level: '二级' }), 'drg_rate normal 8000.00 7900.00'],
    // 安宁疗护科 by item, whatever else
    ['K35.2 / 47.0', stay('5000', { department: '安宁疗护科' }), 'ffs ffs 5000.00 0.00'],
    ['A00', stay(''), 'nobody unpriced no_cost 0.00 0.00'],
  ];
  const stays = withCodes(
    hospitalOf(rows.map(([, written]) => written)),
    rows.map(([codes]) => codes),
  );
  const settlement = settleParts({ stays, parts: [{ ...part, grouping: grouped(rows.length) }] });

  it('pays each stay by one method', () => {
    const { band, reason, payment, fund } = settlement;
    const said = rows.map((_, row) =>
      [methodOf(settlement, row), bands[band[row]!], unpricedReasons[reason[row]!], yuanText(payment[row]!), yuanText(fund[row]!)]
        .filter(word => word !== '')
        .join(' '),
    );
    expect(said).toEqual(rows.map(([, , expected]) => expected));
  });

  it('its policies are the main one and one for each rule, in their order', () => {
    expect(settlement.policies.map(({ method }) => method)).toEqual(['drg_rate', 'ffs', 'per_diem', 'single_disease', 'quota']);
  });

  it('Σ over the methods is Σ over the stays', () => {
    const total = settlement.payment.reduce((sum, fen) => sum + fen, 0);
    const byMethod = settlement.policies.map((_, me) =>
      settlement.payment.reduce((sum, fen, row) => (settlement.by[row] === me ? sum + fen : sum), 0),
    );
    expect(byMethod.reduce((sum, fen) => sum + fen, 0)).toBe(total);
    // 10,000 + 9,000 + 8,000 + 2,999.99 + 10,000 × 2 + 9,000 + 8,000 · 5,000 · 11,600 + 1,500 + 2,000 · 6,200 × 3 + 8,000 · 1,500
    expect(byMethod.map(yuanText)).toEqual(['66999.99', '5000.00', '15100.00', '26600.00', '1500.00']);
  });
});

describe('any mix', () => {
  const conditions = [
    { department: '精神科' },
    { department: ['内科', '外科'] },
    { days_gt: 10 },
    { days_lte: 3, insurance: '390' },
    { cost_gt: '5000' },
    { discharge_way: '5' },
    { dx1: ['K35'] },
  ];
  const rule = fc.record({
    when: fc.constantFrom(...conditions),
    method: fc.constantFrom('ffs', 'per_diem', 'quota', 'global_budget', 'capitation'),
  });
  const anyStay = fc.record({
    total: fc.integer({ min: 1, max: 2_000_000 }).map(yuanText),
    department: fc.constantFrom('精神科', '内科', '外科', ''),
    insurance: fc.constantFrom('310', '390', '340'),
    days: fc.integer({ min: -1, max: 100 }),
    discharge_way: fc.constantFrom('1', '5'),
  });
  const rates = `hospital: {level: tertiary}
payment_method: quota
fund_share: {method: fund_basis}
quota: {source: notice, unit: CNY/stay, amounts: {tertiary: {employee: "1500", resident: "1400"}}}
per_diem: {source: notice, unit: CNY/day, rates: {tertiary: {employee: [{to_day: 20, rate: "300"}, {to_day: null, rate: "200"}]}}}
global_budget: {source: notice, allot: {"*": {value: "30000", unit: CNY}}}
settlement: {source: notice, sharing: [{from: "0", to: "1", hospital_keeps: "0.7"}, {from: "1", to: null, fund_pays: "0.3"}]}
capitation:
  source: notice
  amount: {unit: CNY/head, employee: "500"}
  enrolled: {unit: head, employee: [{to_age: null, heads: 40, factor: "1"}]}
  referred_out: {unit: CNY, employee: "100"}
  quality_factor: {value: "0.9", unit: ratio}
`;
  const bandsOf: Record<string, readonly string[]> = {
    ffs: ['ffs'],
    per_diem: ['per_diem', 'unpriced'],
    quota: ['quota', 'unpriced'],
    global_budget: ['budget'],
    capitation: ['capitation', 'unpriced'],
  };
  const mixOf = (rules: readonly { readonly when: object; readonly method: string }[]): Policy =>
    policy(
      `${rates}mix:\n${rules.map(({ when, method }, i) => `  - {id: r${i}, when: ${JSON.stringify(when)}, method: ${method}, source: notice}\n`).join('')}`,
    );

  it('gives every stay to the first rule it meets and to no other, and order does not matter', () => {
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 5 }), fc.array(anyStay, { minLength: 1, maxLength: 25 }), (rules, written) => {
        const own = mixOf(rules);
        const stays = withCodes(
          hospitalOf(written),
          written.map(({ discharge_way }) => (discharge_way === '5' ? 'K35.2' : 'A00')),
        );
        const settlement = settleParts({ stays, parts: [{ policy: own }] });
        const first = written.map((_, row) => own.mix.findIndex(({ when }) => allOf(when, { stays, grouped: undefined })(row)) + 1);
        expect([...settlement.by]).toEqual(first);
        for (let row = 0; row < stays.count; row++) expect(bandsOf[methodOf(settlement, row)]).toContain(bands[settlement.band[row]!]);
        // turned round, every rule pays the same in all; only odd fen of a pool may change stays
        const turned = settleParts({
          stays: withCodes(
            hospitalOf(written.toReversed()),
            written.toReversed().map(({ discharge_way }) => (discharge_way === '5' ? 'K35.2' : 'A00')),
          ),
          parts: [{ policy: own }],
        });
        const perRule = ({ by, payment, policies }: Settlement) =>
          policies.map((_, me) => payment.reduce((sum, fen, row) => (by[row] === me ? sum + fen : sum), 0));
        expect(perRule(turned)).toEqual(perRule(settlement));
      }),
      { numRuns: 60 },
    );
  });
});

describe('how many policies a run may have', () => {
  const ruleText = (n: number) =>
    Array.from({ length: n }, (_, i) => `  - {id: r${i}, when: {days_gt: ${1000 - i}}, method: ffs, source: notice}\n`).join('');
  const mixed = (n: number) => policy(`payment_method: ffs\nmix:\n${ruleText(n)}`);

  it('a mix of 253 rules is read, and its last rule pays; one of 254 is refused', () => {
    // more than 748 days meet only the last of 253 rules, days_gt 1000 − 252
    const stays = hospitalOf([stay('100', { days: 749 }), stay('100', { days: 748 })]);
    expect([...settleParts({ stays, parts: [{ policy: mixed(253) }] }).by]).toEqual([253, 0]);
    expect(refusal(() => mixed(254))).toEqual(['PARAMETER_INVALID', 'p.yaml:10: mix has 254 rules', 'At most 253.']);
  });

  it('254 policies with those of their mixes settle, 255 are refused', () => {
    const stays = hospitalOf([stay('100', { days: 1000 })]);
    const parts = (last: number): Part[] => [{ policy: mixed(200) }, { policy: mixed(last) }];
    // 201 + 1 + 52: the second part's first rule met, 1000 > 999, is number 201 + 2
    expect([...settleParts({ stays, parts: parts(52), partOf: new Uint8Array([1]) }).by]).toEqual([203]);
    expect(refusal(() => settleParts({ stays, parts: parts(53), partOf: new Uint8Array([1]) }))).toEqual([
      'POLICY_INVALID',
      'the policies and the rules of their mixes are 255',
      'At most 254 at a time: settle them in parts.',
    ]);
  });
});

describe('a mix that cannot be meant', () => {
  const body = (rule: string) => `payment_method: ffs\nmix:\n  - ${rule}\n`;
  it.each([
    ['no source', '{id: a, when: {days_gt: 60}, method: ffs}', 'PARAMETER_INVALID', 'p.yaml:11: mix has a rule a without a source'],
    [
      'no name',
      '{when: {days_gt: 60}, method: ffs, source: notice}',
      'PARAMETER_INVALID',
      'p.yaml:11: mix has an item that is not {id, when, method, source}',
    ],
    ['no condition', '{id: a, method: per_diem, source: notice}', 'PARAMETER_INVALID', 'p.yaml:11: mix has a rule a without `when`'],
    [
      'a method that nobody knows',
      '{id: a, when: {days_gt: 60}, method: per_diam, source: notice}',
      'PARAMETER_INVALID',
      'p.yaml:11: mix names no payment method: "per_diam"',
    ],
    [
      'a method without its numbers',
      '{id: a, when: {days_gt: 60}, method: per_diem, source: notice}',
      'POLICY_INVALID',
      'p.yaml: test does not say per_diem.rates.<level>.<insurance>',
    ],
    [
      'a price, before there is one',
      '{id: a, when: {ratio_gt: "3"}, method: ffs, source: notice}',
      'PARAMETER_INVALID',
      'p.yaml:11: no condition named "ratio_gt"',
    ],
    [
      'the same name twice',
      '{id: a, when: {days_gt: 60}, method: ffs, source: notice}\n  - {id: a, when: {days_gt: 90}, method: ffs, source: notice}',
      'PARAMETER_INVALID',
      'p.yaml:12: mix has two rules named a',
    ],
  ])('%s', (_, rule, code, message) => expect(refusal(() => policy(body(rule))).slice(0, 2)).toEqual([code, message]));
});
