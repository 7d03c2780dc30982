/** A price on fund basis is the fund's alone; of what is paid at cost the fund pays its part, and the patient is not paid for twice. */
import { describe, expect, it } from 'vitest';
import { yuanText } from '../../src/money.ts';
import { billOf } from '../../src/payment/bill.ts';
import { linesOf } from '../../src/payment/explain.ts';
import { fundPays } from '../../src/payment/fund-share.ts';
import { settle } from '../../src/payment/settle.ts';
import { bands, unpricedReasons } from '../../src/payment/settlement.ts';
import { groups, policyOf, staysOf, type TestStay, weights } from './small-hospital.ts';
import { hospitalOf } from './written-stays.ts';

// the standard of AB11 is 28,000 of the fund: low below 14,000, high above 56,000
const policy = policyOf(`
payment_method: drg_rate
basis: fund
price: {source: shape, rates: {tertiary: {employee: {value: "28000", unit: CNY/weight}}}}
fund_share: {method: fund_basis}
ungrouped: {source: shape, "0000": {pay_ratio: {value: "0.7", unit: ratio}}}
stay_rules:
  - {when: {days_gt: 60}, pay: actual_cost, source: shape}
  - {when: {discharge_way: "5"}, pay: share_of_standard, share: "0.5", source: shape}
exempt: [materials]
outliers:
  source: shape
  low: {threshold: {value: "0.5", unit: ratio}, pay: actual_cost}
  high: {tiers: {value: [{max_weight: null, cap: "2"}], unit: ratio}, pay: actual_cost}
`);

const rows: readonly [string, TestStay, string, readonly string[]][] = [
  // paid at cost: the fund 6,000 as on the bill, and nothing is left over: 6,000 + 3,000 − 9,000
  [
    'low',
    { group: 3, total: '9000', fund: '6000', cash: '3000' },
    'low 9000.00 6000.00 0.00',
    ['fund_of_cost 9000.00 × 6000.00 ÷ 9000.00'],
  ],
  [
    'high',
    { group: 3, total: '60000', fund: '40000', cash: '20000' },
    'high 60000.00 40000.00 0.00',
    ['fund_of_cost 60000.00 × 40000.00 ÷ 60000.00'],
  ],
  // the price is the fund's: 28,000 + 5,436 − 30,000
  ['normal', { group: 3, total: '30000', fund: '24564', cash: '5436' }, 'normal 28000.00 28000.00 3436.00', ['payment 28000.00']],
  // 10,000 × 0.7 = 7,000, of which 7,000 × 6,000 ÷ 10,000 = 4,200; 4,200 + 4,000 − 10,000
  [
    '0000',
    { group: 0, total: '10000', fund: '6000', cash: '4000' },
    'ratio 7000.00 4200.00 -1800.00',
    ['fund_of_cost 7000.00 × 6000.00 ÷ 10000.00'],
  ],
  [
    'a rule at cost',
    { group: 3, total: '30000', fund: '20000', cash: '10000', days: 61 },
    'rule 30000.00 20000.00 0.00',
    ['fund_of_cost 30000.00 × 20000.00 ÷ 30000.00'],
  ],
  // half of the standard is no cost: 14,000 + 10,000 − 30,000
  [
    'a rule by price',
    { group: 3, total: '30000', fund: '20000', cash: '10000', days: 60, discharge_way: '5' },
    'rule 14000.00 14000.00 -6000.00',
    ['payment 14000.00'],
  ],
  // 28,000 are left, normal; 2,000 apart, of which 2,000 × 24,000 ÷ 30,000 = 1,600; 29,600 + 6,000 − 30,000
  [
    'exempt',
    { group: 3, total: '30000', fund: '24000', cash: '6000', materials: '2000' },
    'normal 30000.00 29600.00 5600.00',
    ['payment 28000.00', 'fund_of_cost 2000.00 × 24000.00 ÷ 30000.00'],
  ],
];

describe('on fund basis', () => {
  const { stays, grouping } = staysOf(rows.map(([, stay]) => ({ days: 5, materials: '0', ...stay })));
  const part = { policy, grouping, groups, weights };
  const settlement = settle({ stays, ...part });

  it.each(rows.map(([name, , said, lines], row) => [name, row, said, lines] as const))('%s', (_name, row, said, fundLines) => {
    const { band, payment, fund, margin, reason, price, prices } = settlement;
    const bandOf = bands[band[row]!]!;
    expect(`${bandOf} ${yuanText(payment[row]!)} ${yuanText(fund[row]!)} ${yuanText(margin[row]!)}`).toBe(said);
    const given = { bill: billOf(stays, row), band: bandOf, reason: unpricedReasons[reason[row]!]!, price: prices[price[row]!], policy };
    const { lines } = linesOf({ ...given, within: { stays, row, settlement, part } });
    const ofFund = lines.filter(line => line.part === 'fund');
    expect(ofFund.map(({ label, working }) => `${label} ${working}`)).toEqual(fundLines);
    expect(ofFund.reduce((sum, { amount }) => sum + amount, 0)).toBe(fund[row]);
  });

  it('a file that does not say who paid gives no part of a cost, and the price all the same', () => {
    const bare = hospitalOf([{ total: '9000' }, { total: '30000' }].map(stay => ({ insurance: '310', materials: '0', days: 5, ...stay })));
    const { fund, margin } = settle({ stays: bare, ...part, grouping: staysOf([rows[0]![1], rows[2]![1]]).grouping });
    expect([...fund, ...margin]).toEqual([Number.NaN, 2_800_000, Number.NaN, Number.NaN]);
  });

  // 1 of 3 fen of the fund: of 2 fen at cost .67, of 1 fen .33; beside a price of 10
  it('rounds the part of the cost alone', () => {
    const bill = { cost: 3, fund: 1, patient: 2, other: 0 };
    expect([fundPays('fund_basis', 12, bill, 2), fundPays('fund_basis', 11, bill, 1)]).toEqual([11, 10]);
  });
});
