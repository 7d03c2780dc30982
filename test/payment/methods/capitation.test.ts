import { describe, expect, it } from 'vitest';
import { toFen } from '../../../src/money.ts';
import { policy, refusal } from '../../policy/short-policy.ts';
import { hospitalOf, type WrittenStay } from '../written-stays.ts';
import { levels, paid, settledBy, unexplained, why } from './paid.ts';

const body = `${levels}payment_method: capitation
capitation:
  source: notice
  amount: {unit: CNY/head, employee: "500", resident: "300"}
  enrolled:
    unit: head
    employee:
      - {to_age: 6, heads: 20, factor: "1.2"}
      - {to_age: null, heads: 80, factor: "1"}
    resident: [{to_age: null, heads: 10, factor: "1"}]
  referred_out: {unit: CNY, employee: "2000", resident: "4000"}
  quality_factor: {value: "0.9", unit: ratio}
`;
const stay = (total: string, insurance = '310'): WrittenStay => ({ insurance, total, cash: '0' });

describe('a capitation for the insured', () => {
  // employees: 20 × 500 × 1.2 + 80 × 500 − 2,000 = 50,000; spent 46,000: 46,000 + 4,000 × 0.9 = 49,600 over 16,000 / 30,000
  // residents: 10 × 300 − 4,000 is below nothing: nothing is paid and nothing taken back
  const settled = settledBy(body, hospitalOf([stay('16000'), stay('700', '390'), stay('30000'), stay('50', '340')]));

  it('pays the cost and the surplus that quality leaves', () => {
    // 49,600 × 16 ÷ 46 = 17,252.173913, 32,347.826087: cut 17,252.17 and 32,347.82, the odd fen to .6087
    expect(paid(settled)).toEqual(['capitation 17252.17', 'capitation 0.00', 'capitation 32347.83', 'unpriced insurance_unmapped 50.00']);
    expect(settled.settlement.payment[0]! + settled.settlement.payment[2]!).toBe(toFen('49600'));
  });

  it('says why', () => {
    expect(why(settled, 0)).toEqual([
      'cost | 16000.00 | 16000.00',
      'surplus_kept | 1252.17 | ((20 × 500 × 1.2 + 80 × 500 × 1 − 2000 − 46000.00) × 0.9) × 16000.00 ÷ 46000.00 | p.yaml:14 p.yaml:18 p.yaml:19 p.yaml:21 p.yaml:22 | capitation.enrolled.employee capitation.quality_factor | u = 0.9200 < 1',
    ]);
    expect(why(settled, 1)).toEqual([
      'cost | 700.00 | 700.00',
      'excess_borne | -700.00 | (max(0, 10 × 300 × 1 − 4000) − 700.00) × 700.00 ÷ 700.00 | p.yaml:14 p.yaml:20 p.yaml:21 | capitation.enrolled.resident | u = ∞ ≥ 1',
    ]);
    expect(unexplained(settled)).toEqual([]);
  });

  it.each([
    // the hospital bears what is beyond, and all of it
    ['50000', '50000.00'],
    ['50000.01', '50000.00'],
    ['49999.99', '50000.00'], // + 0.01 × 0.9 = 0.009
    ['80000', '50000.00'],
    ['0', '45000.00'], // 50,000 × 0.9
  ])('spent %s, paid %s', (spent, expected) => {
    const one = settledBy(body, hospitalOf([stay(spent)]));
    expect(paid(one)).toEqual([`capitation ${expected}`]);
    expect(unexplained(one)).toEqual([]);
  });
});

describe('capitations that cannot be meant', () => {
  const name = 'p.yaml:18: capitation.enrolled.employee';
  it.each([
    [
      'ages that overlap',
      body.replace(
        '{to_age: null, heads: 80, factor: "1"}',
        '{to_age: 6, heads: 80, factor: "1"}\n      - {to_age: null, heads: 1, factor: "1"}',
      ),
      'PARAMETER_INVALID',
      'p.yaml:19: capitation.enrolled.employee has a band 2 with a `to_age` that is not age 7 or later',
    ],
    [
      'no open end',
      body.replace('{to_age: null, heads: 80', '{to_age: 99, heads: 80'),
      'PARAMETER_INVALID',
      'p.yaml:19: capitation.enrolled.employee has a band 2 that ends at age 99, and later ages have none',
    ],
    [
      'a band after the open one',
      body.replace('to_age: 6', 'to_age: null'),
      'PARAMETER_INVALID',
      `${name} has a band 1 that is open, and others follow it`,
    ],
    [
      'an unquoted factor',
      body.replace('factor: "1.2"', 'factor: 1'),
      'PARAMETER_INVALID',
      `${name} has a band 1 with the unquoted number 1`,
    ],
    [
      'half a person',
      body.replace('heads: 20', 'heads: "20.5"'),
      'PARAMETER_INVALID',
      `${name} has a band 1 with \`heads\` that are no number of persons`,
    ],
    [
      'another word',
      body.replace('heads: 20', 'persons: 20'),
      'PARAMETER_INVALID',
      `${name} has a band 1 that is not {to_age, heads, factor}`,
    ],
    ['more than the whole surplus', body.replace('"0.9"', '"1.1"'), 'PARAMETER_INVALID', 'p.yaml:22: capitation.quality_factor is 1.1'],
    [
      'no quality factor',
      body.replace(/ {2}quality_factor.*\n/, ''),
      'POLICY_INVALID',
      'p.yaml: test does not say capitation.quality_factor',
    ],
    [
      'no cost elsewhere',
      body.replace(', resident: "4000"', ''),
      'POLICY_INVALID',
      'p.yaml: test does not say capitation.referred_out.resident',
    ],
    [
      'nobody enrolled',
      body.replace(/ {4}resident: \[.*\n/, ''),
      'POLICY_INVALID',
      'p.yaml: test does not say capitation.enrolled.resident',
    ],
    ['nothing', `${levels}payment_method: capitation\n`, 'POLICY_INVALID', 'p.yaml: test does not say capitation.amount.<insurance>'],
    ['no source', body.replace('  source: notice\n', ''), 'PARAMETER_INVALID', 'p.yaml:13: capitation.amount.employee has no source'],
    [
      'an insurance that nobody has',
      body.replace('resident: "300"', 'residents: "300"'),
      'PARAMETER_UNKNOWN',
      'p.yaml:14: no parameter named "capitation.amount.residents": the policy does not know "residents"',
    ],
  ])('%s', (_, body, code, message) => expect(refusal(() => policy(body)).slice(0, 2)).toEqual([code, message]));
});
