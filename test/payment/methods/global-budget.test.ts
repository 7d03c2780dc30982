import { describe, expect, it } from 'vitest';
import { yuanText } from '../../../src/money.ts';
import { policy, refusal } from '../../policy/short-policy.ts';
import { hospitalOf, type WrittenStay } from '../written-stays.ts';
import { levels, paid, settledBy, unexplained, why } from './paid.ts';

// the tiers of the policy format: half of a surplus below 85 % is kept, all above; 60 % of an excess up to 110 % is paid, none beyond
const sharing = `settlement:
  source: notice
  sharing:
    - {from: "0", to: "0.85", hospital_keeps: "0.5"}
    - {from: "0.85", to: "1", hospital_keeps: "1"}
    - {from: "1", to: "1.1", fund_pays: "0.6"}
    - {from: "1.1", to: null, fund_pays: "0"}
`;
const body = `${levels}payment_method: global_budget
global_budget:
  source: notice
  unit: CNY
  allot:
    H1: "10000"
    H2: {employee: "1000", resident: "600"}
${sharing}`;
const stay = (hospital: string, total: string, insurance = '310'): WrittenStay => ({ hospital, insurance, total, cash: '0' });

describe('a budget for a hospital', () => {
  // H1 spent 8,000 of 10,000: all of the 1,500 from 85 % on and half of the 500 below are kept: 8,000 + 1,750 = 9,750
  //    over 1,000 / 3,000 / 4,000: 1,218.75 / 3,656.25 / 4,875.00
  // H2 employees spent 1,150 of 1,000: 60 % of 100 is paid, none of 50: 1,060 over 383.33 / 766.67
  //    1,060 × 383.33 ÷ 1,150 = 353.33026 and 706.66974: the odd fen to the larger remainder (the second)
  // H2 residents spent exactly 600
  const stays = hospitalOf([
    stay('H1', '1000'),
    stay('H2', '383.33'),
    stay('H1', '3000', '390'),
    stay('H2', '600', '390'),
    stay('H2', '766.67'),
    stay('H1', '4000'),
    stay('H3', '70'),
    stay('H2', '80', '340'),
    stay('H1', ''),
  ]);
  const settled = settledBy(body, stays);

  it('is shared by its stays in proportion to cost', () => {
    expect(paid(settled)).toEqual([
      'budget 1218.75',
      'budget 353.33',
      'budget 3656.25',
      'budget 600.00',
      'budget 706.67',
      'budget 4875.00',
      'unpriced hospital_unlisted 70.00',
      'unpriced insurance_unmapped 80.00',
      'unpriced no_cost 0.00',
    ]);
    const { payment, fund, margin } = settled.settlement;
    const sum = (amounts: Float64Array) => yuanText(amounts.slice(0, 6).reduce((a, b) => a + b, 0));
    // 9,750 + 1,060 + 600 is paid for 8,000 + 1,150 + 600
    expect([sum(payment), sum(fund), sum(margin)]).toEqual(['11410.00', '11410.00', '1660.00']);
  });

  it('says why: the cost, and what the tiers leave or take', () => {
    expect(why(settled, 0)).toEqual([
      'cost | 1000.00 | 1000.00',
      'surplus_kept | 218.75 | (500 × 0.5 + 1500 × 1) × 1000.00 ÷ 8000.00 | p.yaml:16 p.yaml:21 p.yaml:22 | global_budget.allot.H1 settlement.sharing | u = 0.8000 < 1',
    ]);
    expect(why(settled, 1)).toEqual([
      'cost | 383.33 | 383.33',
      'excess_borne | -30.00 | (1000.00 + 100 × 0.6 + 50 × 0 − 1150.00) × 383.33 ÷ 1150.00 | p.yaml:17 p.yaml:23 p.yaml:24 | global_budget.allot.H2.employee settlement.sharing | u = 1.1500 > 1',
    ]);
    expect(why(settled, 3)).toEqual(['cost | 600.00 | 600.00']);
    expect(unexplained(settled)).toEqual([]);
  });

  it('a tier may say the whole payment', () => {
    const times = body.replace('hospital_keeps: "0.5"', 'allot_times: "0.85"');
    const whole = settledBy(times, stays);
    // 8,500 over 1,000 / 3,000 / 4,000
    expect(paid(whole).filter((_, row) => [0, 2, 5].includes(row))).toEqual(['budget 1062.50', 'budget 3187.50', 'budget 4250.00']);
    expect(why(whole, 0)[1]).toMatch(/^surplus_kept \| 62.50 \| \(10000 × 0.85 − 8000.00\) × 1000.00 ÷ 8000.00 \|/);
    expect(unexplained(whole)).toEqual([]);
  });

  it('the hospital * is all that are not listed, together', () => {
    const others = settledBy(
      body.replace('H1:', '"*":'),
      hospitalOf([stay('H1', '1000'), stay('', '3000'), stay('H9', '4000'), stay('H2', '600', '390')]),
    );
    expect(paid(others)).toEqual(['budget 1218.75', 'budget 3656.25', 'budget 4875.00', 'budget 600.00']);
    expect(unexplained(others)).toEqual([]);
  });

  it('stays that cost nothing share what is kept alike', () => {
    // 10,000: 1,500 + 8,500 × 0.5 = 5,750
    const free = settledBy(body, hospitalOf([stay('H1', '0'), stay('H1', '0'), stay('H1', '0')]));
    expect(paid(free)).toEqual(['budget 1916.67', 'budget 1916.67', 'budget 1916.66']);
    expect(why(free, 0)[1]).toMatch(/^surplus_kept \| 1916.67 \| \(8500 × 0.5 \+ 1500 × 1\) ÷ 3 \|/);
    expect(unexplained(free)).toEqual([]);
  });

  // an odd fen goes to the earlier of two stays that cost the same: the only thing that the order of stays decides
  it('in another order every stay is paid the same', () => {
    const rows = [stay('H1', '1000'), stay('H2', '383.33'), stay('H1', '3000', '390'), stay('H2', '766.67'), stay('H1', '4001.11')];
    const forth = paid(settledBy(body, hospitalOf(rows)));
    expect(paid(settledBy(body, hospitalOf(rows.toReversed()))).toReversed()).toEqual(forth);
  });
});

describe('budgets that cannot be meant', () => {
  it.each([
    ['no budget', body.replace(/ {2}allot:\n.*\n.*\n/, ''), 'POLICY_INVALID', 'p.yaml: test does not say global_budget.allot.<hospital>'],
    ['no sharing', body.replace(sharing, ''), 'POLICY_INVALID', 'p.yaml: test does not say settlement.sharing'],
    [
      'no source',
      body.replace('global_budget:\n  source: notice\n', 'global_budget:\n'),
      'PARAMETER_INVALID',
      'p.yaml:15: global_budget.allot.H1 has no source',
    ],
    [
      'tiers without a source',
      body.replace('settlement:\n  source: notice\n', 'settlement:\n'),
      'PARAMETER_INVALID',
      'p.yaml:19: settlement.sharing has no source',
    ],
    [
      'a gap',
      body.replace('from: "0.85"', 'from: "0.9"'),
      'PARAMETER_INVALID',
      'p.yaml:22: settlement.sharing has a gap between 0.85 and 0.9',
    ],
    [
      'an unquoted amount',
      body.replace('"10000"', '10000'),
      'PARAMETER_INVALID',
      'p.yaml:16: global_budget.allot.H1 is the unquoted number 10000',
    ],
    [
      'an insurance that nobody has',
      body.replace('resident: "600"', 'residents: "600"'),
      'PARAMETER_UNKNOWN',
      'p.yaml:17: no parameter named "global_budget.allot.H2.residents": the policy does not know "residents"',
    ],
  ])('%s', (_, body, code, message) => expect(refusal(() => policy(body)).slice(0, 2)).toEqual([code, message]));
});
