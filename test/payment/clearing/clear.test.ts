import { describe, expect, it } from 'vitest';
import { yuanText } from '../../../src/money.ts';
import { clear } from '../../../src/payment/clearing/clear.ts';
import { policy, refusal } from '../../policy/short-policy.ts';
import { groups, points, policyFile, policyOf, weights } from '../small-hospital.ts';
import { cleared, type DatedStay, insured, ledgerOf, linesOf, read, yearOf, yearTotal } from './small-year.ts';

const wuhan = policyFile('wuhan-2024-illustrative');
// AB11 is 1 weight, AB15 1.2, AB13 0.96; a point is 90 yuan, the mean cost 9,000
const byPoints = policyOf(`${points('9000', '90', '1')}outliers:
  low: {threshold: {value: "0.4", unit: ratio, source: shape}, pay: points_at_cost}
`);

/** Employees: cost, fund on the bill, cash; the patient pays 2,000 of everything. */
const stay = (group: number, discharged: string | undefined, total: string, more: Partial<DatedStay> = {}): DatedStay => ({
  ...{ group, total, fund: String(Number(total) - 2000), account: '500', cash: '1500', hospital: 'H1' },
  ...(discharged === undefined ? {} : { discharged }),
  ...more,
});

describe('a year at a fixed rate', () => {
  // weights 1 and 1.2 at 10,228: 10,228.00 and 12,273.60; the fund has 2,000 less: 8,228.00 and 10,273.60
  const rows = [
    stay(3, '2025-01-31', '9000'),
    stay(5, '2025-02-01', '14000'),
    stay(3, undefined, '8000'),
    stay(3, '2024-12-31', '9000'),
    stay(3, '2026-01-01', '9000'),
    stay(3, '2025-02-03', '7000', { insurance: '340' }),
  ];
  const clearing = cleared(
    wuhan,
    rows,
    `settlement:
  source: notice
  unit: ratio
  monthly_pay_ratio: "0.95"
  deposit_ratio: "0.05"
  score_tiers: [{from: "0", to: "80", release: "0"}, {from: "80", to: "90", release: "0.8", rises_to: "1"}, {from: "90", to: null, release: "1"}]
insurances:
${insured(
  '30000.00',
  '0.75',
  `    expected_weight: {value: "4", unit: weight}
    quality_score: {value: "85", unit: score}
    quality_factor: {value: "0.99", unit: ratio}
    prepayments: [{month: "2025-01", amount: "3000.00"}, {month: "2025-12", amount: "-1000.00"}]
    deductions: [{month: "2025-02", amount: "100.00", reason: 违规扣款}]
`,
)}`,
  );

  // January: 8,228.00 × 0.95 = 7,816.60; February 10,273.60 × 0.95 = 9,759.92; without a date 8,228.00 again
  it('has a row for every month, one without a date, and other years beside them', () => {
    expect(
      ledgerOf(
        clearing,
        'stays',
        'cost',
        'payment',
        'fund',
        'patient',
        'paid_by_rule',
        'deposit',
        'deductions',
        'paid',
        'prepaid',
        'clearing',
      ),
    ).toEqual([
      'employee H1 0 1 9000.00 10228.00 8228.00 2000.00 7816.60 411.40 0.00 7816.60 3000.00 0.00 -2588.60',
      'employee H1 1 1 14000.00 12273.60 10273.60 2000.00 9759.92 513.68 100.00 9759.92 0.00 0.00 -2174.92',
      'employee H1 11 0 0.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00 -1000.00 0.00 -1174.92',
      'employee H1 12 1 8000.00 10228.00 8228.00 2000.00 7816.60 411.40 0.00 7816.60 0.00 0.00 -763.52',
      'employee H1 13 2 18000.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00 -763.52',
      // 1 % of 26,729.60 is 267.30, a tenth of the deposit 133.65: −763.52 − 267.30 − 133.65
      'employee H1 15 0 0.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00 -1164.47 0.00',
      // nobody's rate: on the bill, without a budget
      '340 H1 1 1 7000.00 7000.00 5000.00 2000.00 0.00 0.00 0.00 0.00 0.00 0.00 5000.00',
    ]);
    expect(clearing.unbudgeted).toEqual(['340']);
  });

  it('states the clearing line by line', () => {
    expect(linesOf(clearing, 'pool', 'price', 'due', 'final')).toEqual([
      'fund_budget 30000.00 | insurances.employee.fund_budget | b.yaml:15',
      'usable 30000.00',
      'total_cost_basis 40000.00 | 30000.00 ÷ 0.75 | insurances.employee.fund_share | b.yaml:16',
      `price_fixed_weight 10228 | price.rates.tertiary.employee | data/policies/wuhan-2024-illustrative.yaml:${wuhan.leaves.get('price.rates.tertiary.employee')!.at.line}`,
      'own_weight 3.2', // 1 + 1.2 + 1
      'budget_rate 10000 | 40000.00 ÷ 4 | insurances.employee.expected_weight | b.yaml:17',
      'declared 26729.60',
      'quality -267.30 | 26729.60 × 0.99 − 26729.60 | insurances.employee.quality_factor | b.yaml:19', // 26,462.304
      'deduction -100.00 | 2025-02 违规扣款 | insurances.employee.deductions | b.yaml:21',
      'due 26362.30',
      'executed 0.8787 | 26362.30 ÷ 30000.00',
      'deposit_held -1336.48 | settlement.deposit_ratio | b.yaml:10', // 411.40 + 513.68 + 411.40
      'deposit_released 1202.83 | 1336.48 × 0.9 [85] | settlement.score_tiers | b.yaml:11', // 1,202.832
      'paid_by_rule -25393.12 | settlement.monthly_pay_ratio | b.yaml:9',
      'prepaid -2000.00 | 3000.00 − 1000.00 | insurances.employee.prepayments | b.yaml:20',
      'final -1164.47',
    ]);
  });

  it('adds up to the year and to the settlement', () => {
    const { payment, fund, stays, balance } = { ...yearTotal(clearing), balance: clearing.ledger.at(-2)!.balance };
    expect([stays, yuanText(payment), yuanText(fund), balance]).toEqual([6, '39729.60', '31729.60', 0]);
    expect(clearing.final.payment.reduce((sum, one) => sum + one, 0)).toBe(payment);
  });
});

const nobodyElse = '    others_points: {value: "0", unit: point}\n';
const fixed = (settlement: string, more = ''): string =>
  `settlement:\n  source: notice\n${settlement}insurances:\n${insured('10000.00', '0.7', more)}`;

describe('what is over or left', () => {
  const tiers = `  sharing:
    - {from: "0", to: "1", hospital_keeps: "1"}
    - {from: "1", to: "1.1", fund_pays: "0.6"}
    - {from: "1.1", to: null, fund_pays: "0"}
`;
  it('is shared by hospital from what the fund paid by item', () => {
    // by the method 8,228.00; on the bill 9,000.00: u = 1.09383, 60 % of 772.00 is 463.20; the ungrouped stay is by item and stays out
    const rows = [stay(3, '2025-05-01', '11000'), stay(0, '2025-05-02', '5000')];
    const clearing = cleared(wuhan, rows, fixed(tiers, '    reserve_share: {value: "0.05", unit: ratio}\n'));
    expect(linesOf(clearing, 'final', 'reserve')).toEqual([
      'u 1.0938 | 9000.00 ÷ 8228.00 | settlement.sharing | b.yaml:8',
      'share_fund_pays 463.20 | 1–1.1: 772.00 × 0.6 | settlement.sharing | b.yaml:10',
      'shared_excess 463.20 | 8691.20 − 8228.00 | settlement.sharing | b.yaml:8',
      'u_leaves_out 3000.00 | n = 1',
      'paid_by_rule -11228.00 | settlement.monthly_pay_ratio',
      'final 463.20', // 8,228 + 3,000 + 463.20 − 11,228
      'reserve_held 500.00',
      'reserve_shared -463.20',
      'reserve_left 36.80',
    ]);
    expect(clearing.insurances[0]!.u!.toFixed(5)).toBe('1.09383');
  });

  it('is shared by every hospital for itself, and each line says whose it is', () => {
    // H1 as above; H2 4,000 − 2,000 of 8,228.00: u 0.2431, all of what it did not spend is kept
    const rows = [stay(3, '2025-05-01', '11000'), stay(3, '2025-05-01', '4000', { hospital: 'H2' })];
    const clearing = cleared(wuhan, rows, fixed(tiers, '    reserve_share: {value: "0.05", unit: ratio}\n'));
    expect(linesOf(clearing, 'final', 'reserve')).toEqual([
      'u 1.0938 | H1: 9000.00 ÷ 8228.00 | settlement.sharing | b.yaml:8',
      'share_fund_pays 463.20 | H1: 1–1.1: 772.00 × 0.6 | settlement.sharing | b.yaml:10',
      'shared_excess 463.20 | H1: 8691.20 − 8228.00 | settlement.sharing | b.yaml:8',
      'u 0.2431 | H2: 2000.00 ÷ 8228.00 | settlement.sharing | b.yaml:8',
      'share_hospital_keeps 6228.00 | H2: 0–1: 6228.00 × 1 | settlement.sharing | b.yaml:9',
      'shared_excess 0.00 | H2: 8228.00 − 8228.00 | settlement.sharing | b.yaml:8',
      'paid_by_rule -16456.00 | settlement.monthly_pay_ratio',
      'final 463.20',
      'reserve_held 500.00',
      'reserve_shared -463.20',
      'reserve_left 36.80',
    ]);
    expect(clearing.insurances[0]!.u).toBeUndefined();
  });

  it('is shared by pool: the hospital bears its part of a deficit', () => {
    // own fund 8,228.00; others 1 weight × 10,228 × 0.7 = 7,159.60; 15,387.60 of 10,000: 15 % of −5,387.60 is −808.14, × 8,228 ÷ 15,387.60 = −432.1253
    const pool = '  unit: ratio\n  pool_sharing: {surplus_to_hospitals: "0.15", deficit_by_hospitals: "0.15"}\n';
    const others = '    others_weight: {value: "1", unit: weight}\n';
    expect(linesOf(cleared(wuhan, [stay(3, '2025-05-01', '11000')], fixed(pool, others)), 'final')).toEqual([
      'pool_deficit -432.13 | (10000.00 − 15387.60) × 0.15 × 8228.00 ÷ 15387.60 | settlement.pool_sharing.deficit_by_hospitals | b.yaml:9',
      'paid_by_rule -8228.00 | settlement.monthly_pay_ratio',
      'final -432.13',
    ]);
  });

  it('of a floating price is shared before the pool is divided', () => {
    // on the bills 9,000 + 10,000 = 19,000 of 10,000: the fund bears 85 % of 9,000: 17,650.00, ÷ 0.7 = 25,214.29 for 100 points
    const pool = '  unit: ratio\n  pool_sharing: {surplus_to_hospitals: "0.15", deficit_by_hospitals: "0.15"}\n';
    const clearing = cleared(
      byPoints,
      [stay(3, '2025-05-01', '11000')],
      fixed(pool, `    others_fund: {value: "10000.00", unit: CNY}\n${nobodyElse}`),
    );
    expect(linesOf(clearing, 'pool').slice(2)).toEqual([
      'pool_spent 19000.00',
      'pool_deficit_shared 17650.00 | 19000.00 + (10000.00 − 19000.00) × 0.15 | settlement.pool_sharing.deficit_by_hospitals | b.yaml:9',
      'total_cost_basis 25214.29 | 17650.00 ÷ 0.7 | insurances.employee.fund_share | b.yaml:14',
    ]);
    expect([clearing.insurances[0]!.price!.price.toFixed(), clearing.insurances[0]!.sharing]).toEqual(['252.1429', 0]);
  });

  it('of a global budget is shared in what it pays, and not again', () => {
    const budgeted = policy(`hospital: {level: tertiary, levels: {}}
fund_share: {method: fund_basis}
payment_method: global_budget
global_budget: {source: notice, unit: CNY, allot: {H1: "10000"}}
settlement: {source: notice, sharing: [{from: "0", to: "1", hospital_keeps: "0.5"}, {from: "1", to: null, fund_pays: "0"}]}
`);
    // 8,000 spent of 10,000: half of 2,000 is kept, 9,000 is paid
    const clearing = cleared(budgeted, [stay(3, '2025-05-01', '8000')], `insurances:\n${insured('10000.00', '0.7')}`);
    expect([yuanText(clearing.insurances[0]!.due), clearing.insurances[0]!.u, clearing.insurances[0]!.sharing]).toEqual([
      '9000.00',
      undefined,
      0,
    ]);
  });
});

describe('the months of a year', () => {
  const rows = [
    stay(3, '2025-01-31', '9000', { settled: '2025-02-02' }),
    stay(3, '2025-12-31', '9000', { settled: '2026-01-02', hospital: 'H2' }),
  ];
  const months = (budget: string) => ledgerOf(cleared(wuhan, rows, budget), 'stays', 'fund', 'paid');

  it('go by discharge, or by settlement as the policy says, and the other clock is told', () => {
    expect(months(fixed('')).map(row => row.split(' ').slice(1, 4).join(' '))).toEqual(['H1 0 1', 'H2 11 1', ' 15 0']);
    expect(months(fixed('  month_by: settled\n')).map(row => row.split(' ').slice(1, 4).join(' '))).toEqual(['H1 1 1', 'H2 13 1', ' 15 0']);
    const { otherClock } = cleared(wuhan, rows, fixed(''));
    expect([otherClock!.stays, yuanText(otherClock!.cost)]).toEqual([2, '18000.00']);
  });

  it('take what was paid as the budget file says, also in the next year and for a hospital that is not named', () => {
    const paid = `    paid:
      - {month: "2025-02", amount: "7000.00", hospital: H1}
      - {month: "2025-03", amount: "50.00"}
      - {month: "2026-01", amount: "6000.00", hospital: H2}
`;
    expect(months(fixed('', paid))).toEqual([
      'employee H1 0 1 8228.00 0.00 8228.00',
      'employee H1 1 0 0.00 7000.00 1228.00',
      'employee  2 0 0.00 50.00 1178.00',
      'employee H2 11 1 8228.00 0.00 9406.00',
      'employee H2 15 0 0.00 6000.00 0.00', // 3,406.00 is cleared
    ]);
  });

  it('leave out places that the budget does not pay', () => {
    const remote = [stay(3, '2025-01-31', '9000', { place: 'local' }), stay(3, '2025-01-31', '8000', { place: 'remote' })];
    const clearing = cleared(wuhan, remote, `places: [local]\n${fixed('')}`);
    expect(ledgerOf(clearing, 'stays', 'cost', 'fund')).toEqual([
      'employee H1 0 1 9000.00 8228.00 0.00',
      'employee H1 14 1 8000.00 0.00 0.00',
      'employee H1 15 0 0.00 0.00 0.00',
    ]);
  });
});

describe('a year that cannot be cleared', () => {
  const one = [stay(3, '2025-01-31', '9000')];
  const noShare = 'insurances: {employee: {source: notice, fund_budget: {value: "1", unit: CNY}}}\n';
  it.each([
    [
      'an insurance nobody has',
      () => cleared(wuhan, one, `insurances:\n${insured('1', '0.7', '', 'employe')}`),
      'PARAMETER_UNKNOWN',
      'b.yaml:9: b.yaml has the insurance "employe", the policy wuhan-2024-illustrative does not',
      'Did you mean "employee"?',
    ],
    [
      'total cost without p',
      () => cleared(wuhan, one, noShare),
      'BUDGET_INVALID',
      'b.yaml:6: the policy pays on total cost, but employee has no fund_share',
      'Write the fund\'s share of total cost, such as "0.7".',
    ],
    [
      'weights of others for a policy by points',
      () => cleared(byPoints, one, fixed('', '    others_weight: {value: "1", unit: weight}\n')),
      'BUDGET_INVALID',
      'b.yaml:13: the policy pays by point, but employee has others_weight',
      'Write others_points.',
    ],
    [
      'a floating price without the points of others',
      () => cleared(byPoints, one, fixed('')),
      'BUDGET_INVALID',
      'b.yaml:11: the price floats with all units, but employee does not say others_points of the other hospitals',
      'Write others_points: {value: "4000000", unit: point}, or "0" where there are no others.',
    ],
    [
      'a budget below what no price moves',
      () => cleared(byPoints, [stay(0, '2025-01-31', '90000'), ...one], fixed('', nobodyElse)),
      'BUDGET_INVALID',
      'b.yaml:11: the budget of employee does not cover the payments that no price moves',
      'Check fund_budget, fund_share and the year of the data.',
    ],
    [
      'no stay paid by points',
      () => cleared(byPoints, [stay(0, '2025-01-31', '900')], fixed('', nobodyElse)),
      'BUDGET_INVALID',
      'b.yaml:11: no stay of employee is paid by points or weight: there is no floating price',
      'Check fund_budget, fund_share and the year of the data.',
    ],
    [
      'a year of which no stay is loaded',
      () => cleared(wuhan, [stay(3, '2024-12-31', '9000'), stay(3, '2026-01-01', '9000')], fixed('')),
      'BUDGET_INVALID',
      'b.yaml:4: b.yaml is the budget of 2025, and none of the 2 stays loaded belongs to it (2 of other years, 0 of other places)',
      'Check year and the files that were loaded.',
    ],
    [
      'places of which no stay is loaded',
      () => cleared(wuhan, [stay(3, '2025-12-31', '9000', { place: 'remote' })], `places: [local]\n${fixed('')}`),
      'BUDGET_INVALID',
      'b.yaml:4: b.yaml is the budget of 2025, and none of the 1 stays loaded belongs to it (0 of other years, 1 of other places)',
      'Check year, places and the files that were loaded.',
    ],
    [
      'an adjustment that leaves nothing',
      () => cleared(wuhan, one, fixed('', '    adjustments: [{date: "2025-02-01", amount: "-10000.00", reason: none}]\n')),
      'PARAMETER_INVALID',
      'b.yaml:11: nothing is left of the budget of employee after its adjustments',
      'Check the amounts of its adjustments.',
    ],
  ])('%s', (_, act, ...expected) => expect(refusal(act)).toEqual(expected));

  it.each(['06-31', '02-29', '13-01', '6-30'])('a deadline on %s', day => {
    expect(refusal(() => cleared(wuhan, one, fixed(`  clearance_deadline: "${day}"\n`)))).toEqual([
      'PARAMETER_INVALID',
      'b.yaml:8: settlement.clearance_deadline is not a month and day',
      'Write "06-30".',
    ]);
  });

  it('a file that does not say who paid', () => {
    const { stays, grouping } = yearOf(one);
    const { total } = stays.money;
    const act = () =>
      clear({ stays: { ...stays, money: { total: total! } }, part: { policy: wuhan, grouping, groups, weights }, budget: read(fixed('')) });
    expect(refusal(act)).toEqual([
      'HEADER_UNKNOWN',
      'the file does not say what fund and patient paid, so the year cannot be cleared',
      'It needs the columns of the fund, the personal account and cash.',
    ]);
  });
});

describe('a year at a floating price', () => {
  const rows = [
    stay(3, '2025-01-05', '9000'),
    stay(5, '2025-01-06', '11000'),
    stay(3, '2025-03-07', '3000'),
    stay(0, '2025-03-08', '2500'),
  ];
  // 0000 has no price and is paid its 2,500. Points: 100, 120, 3,000 ÷ 9,000 × 100 = 33.333…; others have 246.666…: written 246.67
  // (42,857.14 … = 30,000 ÷ 0.7) − 2,500 = 40,357.142857… ÷ 500.003333… = 80.713747…
  const budget = `insurances:\n${insured('30000.00', '0.7', '    others_points: {value: "246.67", unit: point}\n')}`;
  const clearing = cleared(byPoints, rows, budget);

  it('spends the pool but for the rounding that it names', () => {
    expect(linesOf(clearing, 'pool', 'price', 'due')).toEqual([
      'fund_budget 30000.00 | insurances.employee.fund_budget | b.yaml:9',
      'usable 30000.00',
      'total_cost_basis 42857.14 | 30000.00 ÷ 0.7 | insurances.employee.fund_share | b.yaml:10',
      'price_budgeted_point 90 | price.point_value.employee | test.yaml:17',
      'fixed_payments 2500.00',
      'own_point 253.33333333…',
      'others_point 246.67 | insurances.employee.others_points | b.yaml:11',
      'price_raw 80.71374762… | (42857.14 − 2500.00) ÷ (253.33333333… + 246.67)',
      'price_final 80.7137 | ≈ 0.0001 | settlement.price_digits',
      // 8,071.37 + 9,685.644 + 2,690.456… + 2,500 = 22,947.47
      'spent_own 22947.47',
      'spent_others 19909.65 | 80.7137 × 246.67', // 19,909.648…
      'pool_tail 0.02', // 42,857.14 − 22,947.47 − 19,909.65
      // months at 90: 7,000 + 8,800 + 1,000 + 500
      'declared 17300.00',
      // 6,071.37 + 7,685.64 + 690.46 + 500 = 14,947.47
      'price_change -2352.53 | 14947.47 − 17300.00',
      'due 14947.47',
      'executed 0.4982 | 14947.47 ÷ 30000.00',
    ]);
    expect(clearing.insurances[0]!.poolTail).toBe(2);
  });

  it('foresees the price month by month', () => {
    // after January a twelfth: (3,571.428571 − 0) ÷ (220 + 20.555833…) = 14.8466…
    // nothing in February; after March a quarter: (10,714.285714 − 2,500) ÷ (253.333333 + 61.6675) = 26.07702…
    expect(clearing.insurances[0]!.price!.previews.map(({ period, price }) => `${period} ${price.toFixed()}`)).toEqual([
      '0 14.8466',
      '2 26.077',
    ]);
  });

  it('pays stays at the price that names the line of the budget', () => {
    const { policies } = clearing.final;
    const leaf = policies[0]!.leaves.get('price.point_value.employee')!;
    expect([leaf.value, leaf.unit, leaf.at, leaf.source?.id]).toEqual(['80.7137', 'CNY/point', { file: 'b.yaml', line: 9 }, 'notice']);
  });
});
