/** What is taken out of a bill before the ratio and paid apart: categories, items, both, and what the data does not say. */
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { exemptColumn } from '../../../src/payment/cases/exempt.ts';
import { chargeCategories as named } from '../../../src/policy/exempt-rule.ts';
import { chargeCategories } from '../../../src/stay/stay-table.ts';
import { type CaseOfStay, linesOfCases } from '../any-case-rules.ts';
import { paidBothWays, said } from '../both-ways.ts';
import { policyOf, staysOf } from '../small-hospital.ts';

const policy = (exempt: string) =>
  policyOf(`
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "10000", unit: CNY/weight}}}}
exempt: ${exempt}
outliers:
  source: shape
  low: {threshold: {value: "0.3", unit: ratio}, pay: actual_cost}
  high: {tiers: {value: [{max_weight: null, cap: "2"}], unit: ratio}, pay: standard_times_1_plus}
ungrouped: {source: shape, "0000": {pay_ratio: {value: "0.7", unit: ratio}}}
stay_rules:
  - {when: {days_lt: 2}, pay: actual_cost, source: shape}
  - {when: {days_gt: 60}, pay: share_of_standard, share: "1.1", source: shape}
  - {when: {discharge_way: "4", ratio_lte: "0.5"}, pay: share_of_standard, share: "0.7", source: shape}
`);
const lines = (...of: readonly (readonly [item: string, category: number, yuan: number])[]): CaseOfStay => ({
  ...{ days: -1, discharge_way: '', hospital: '', materials: 0 },
  lines: of.map(([item, category, yuan]) => ({ item, category, amount: yuan * 100 })),
});
const [bed, materials] = [1, 8];

// S = 10,000; low under 3,000, high above 20,000, of what is left of the bill
describe('a category', () => {
  it.each([
    ['the ratio is of the rest', { total: '21000', materials: '2000' }, 'normal 12000.00'],
    ['high by the rest', { total: '32000', materials: '2000' }, 'high 22000.00'], // 10,000 × (1 + 1) + 2,000
    ['low by the rest', { total: '4999.99', materials: '2000' }, 'low 4999.99'],
    ['on the line of low', { total: '5000', materials: '2000' }, 'normal 12000.00'],
    ['all of the bill', { total: '2000', materials: '2000' }, 'low 2000.00'],
    ['more than the bill: no more than it is paid apart', { total: '2000', materials: '2500' }, 'low 2000.00'],
    ['a refund outweighs it', { total: '9000', materials: '-100' }, 'normal 10000.00'],
    ['an empty cell', { total: '9000', materials: '' }, 'normal 10000.00'],
    ['without a group: a share of the whole bill', { total: '10000', materials: '2000', group: 0 }, 'ratio ungrouped 7000.00'],
    ['by a rule that pays the bill', { total: '9000', materials: '2000', days: 1 }, 'rule 9000.00 by 1'],
    ['by a rule that pays of the standard: apart as well', { total: '9000', materials: '2000', days: 61 }, 'rule 13000.00 by 2'],
    ['a rule asks the ratio of the rest', { total: '7000', materials: '2000', discharge_way: '4' }, 'rule 9000.00 by 3'],
    ['and not that of the bill', { total: '7000.01', materials: '2000', discharge_way: '4' }, 'normal 12000.00'],
  ])('%s', (_name, stay, paid) => {
    expect(said(paidBothWays({ policy: policy('[materials]'), weight: '1', stays: [stay] })[0]!)).toBe(paid);
  });
});

describe('items by code', () => {
  const pays = (exempt: string, of: CaseOfStay, total = '21000') =>
    said(paidBothWays({ policy: policy(exempt), weight: '1', stays: [{ total, materials: '3000' }], charges: linesOfCases([of]) })[0]!);
  it.each([
    ['["X001"]', lines(['X001', materials, 1500], ['X002', materials, 700]), 'normal 11500.00'],
    ['["X001", "X002"]', lines(['X001', materials, 1500], ['X002', bed, 700]), 'normal 12200.00'],
    ['["X001"]', lines(['X001', materials, 1500], ['X001', materials, -1500]), 'high 11000.00'], // taken back: 10,000 × (1 + 0.1)
    ['["X001"]', lines(['X002', materials, 700]), 'high 11000.00'],
    // of an exempt category every line counts once, by the category
    ['[materials, "X001"]', lines(['X001', materials, 1500]), 'normal 13000.00'],
    ['[materials, "X001"]', lines(['X001', bed, 1500]), 'normal 14500.00'],
    // a stay without any line: nobody knows
    ['["X001"]', lines(), 'unpriced no_charges 21000.00'],
  ])('%s of %j is %s', (exempt, of, paid) => expect(pays(exempt, of)).toBe(paid));

  it('has a line of its own', () => {
    const stays = [{ total: '21000' }];
    const charges = linesOfCases([lines(['X001', materials, 1500])]);
    const paid = paidBothWays({ policy: policy('["X001"]'), weight: '1', stays, charges })[0]!;
    expect(
      paid.lines.filter(({ part }) => part === 'payment').map(({ label, amount, rule, source }) => [label, amount, rule, source]),
    ).toEqual([
      ['standard', 1_000_000, 'price.rates.tertiary.employee', 'test.yaml:13 weights.tsv:2'],
      ['exempt', 150_000, 'exempt', 'test.yaml:14'],
    ]);
  });
});

describe('what the data does not have is said, never 0', () => {
  const { stays } = staysOf([{ group: 3, total: '21000' }]);
  it.each([
    ['["X001"]', 'test.yaml:14: exempt asks for the item lines of the charges, which the data does not have'],
    ['[patent_drug]', 'test.yaml:14: exempt asks for the money column "patent_drug", which the data does not have'],
  ])('%s', (exempt, message) => {
    const asking = () => exemptColumn(stays, policy(exempt).exempt!);
    expect(asking).toThrow(UserError);
    expect(asking).toThrow(message);
  });
});

it('a policy names the categories that stays have', () => expect(named).toEqual(chargeCategories));
