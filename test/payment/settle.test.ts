import { describe, expect, it } from 'vitest';
import { yuanText } from '../../src/money.ts';
import { settle } from '../../src/payment/settle.ts';
import { bands, type Settlement, unpricedReasons } from '../../src/payment/settlement.ts';
import { policyFrom } from '../../src/policy/policy.ts';
import { groups, policyFile, policyOf, staysOf, type TestStay, weights } from './small-hospital.ts';

const row = (s: Settlement, i: number) =>
  [
    bands[s.band[i]!],
    unpricedReasons[s.reason[i]!],
    ...[s.standard, s.payment, s.fund, s.patient, s.other, s.margin].map(column => yuanText(column[i]!)),
  ].join(' ');
const settled = (policy: Parameters<typeof settle>[0]['policy'], rows: readonly TestStay[], inScope?: Uint8Array) => {
  const { stays, grouping } = staysOf(rows);
  const s = settle({ stays, grouping, groups, weights, policy, inScope });
  return rows.map((_, i) => row(s, i));
};

const wuhan = policyFile('wuhan-2024-illustrative');
const bill = { total: '8000', fund: '6000', account: '500', cash: '1300', other: '200' };

// AB13 has weight 0.96: 0.96 × 10,228 = 9,818.88 for employees, × 9,736 = 9,346.56 for residents; fund = payment − 1,800 − 200
describe('settling a load by rate', () => {
  it.each([
    ['employee', { ...bill, group: 4 }, 'normal  9818.88 9818.88 7818.88 1800.00 200.00 1818.88'],
    ['resident', { ...bill, group: 4, insurance: '390' }, 'normal  9346.56 9346.56 7346.56 1800.00 200.00 1346.56'],
    [
      'maternity insurance counts as employee',
      { ...bill, group: 4, insurance: '510' },
      'normal  9818.88 9818.88 7818.88 1800.00 200.00 1818.88',
    ],
    ['level as loaded', { ...bill, group: 4, level: '二级' }, 'normal  8032.32 8032.32 6032.32 1800.00 200.00 32.32'], // × 8,367
    ['level by its own name', { ...bill, group: 4, level: 'primary' }, 'normal  6049.92 6049.92 4049.92 1800.00 200.00 -1950.08'], // × 6,302
    ['low pays cost', { ...bill, group: 4, total: '2500', fund: '500' }, 'low  9818.88 2500.00 500.00 1800.00 200.00 0.00'],
    // the patient and aid paid 2,000 of a low payment of 1,500: the fund pays nothing and takes nothing back
    ['fund not below zero', { ...bill, group: 4, total: '1500', fund: '0' }, 'low  9818.88 1500.00 0.00 1800.00 200.00 500.00'],
    ['high pays the standard', { ...bill, group: 4, total: '35000' }, 'high  9818.88 9818.88 7818.88 1800.00 200.00 -25181.12'],
    ['no weight', { ...bill, group: 2 }, 'unpriced no_weight 0.00 8000.00 6000.00 1800.00 200.00 0.00'],
    ['ungrouped, whatever a table lists', { ...bill, group: 0 }, 'unpriced ungrouped 0.00 8000.00 6000.00 1800.00 200.00 0.00'],
    ['ambiguous', { ...bill, group: 1 }, 'unpriced ambiguous 0.00 8000.00 6000.00 1800.00 200.00 0.00'],
    ['insurance 340', { ...bill, group: 4, insurance: '340' }, 'unpriced insurance_unmapped 0.00 8000.00 6000.00 1800.00 200.00 0.00'],
    ['no insurance', { ...bill, group: 4, insurance: '' }, 'unpriced insurance_unmapped 0.00 8000.00 6000.00 1800.00 200.00 0.00'],
    ['a level of nowhere', { ...bill, group: 4, level: '特级' }, 'unpriced level_unmapped 0.00 8000.00 6000.00 1800.00 200.00 0.00'],
    ['no total cost', { ...bill, group: 4, total: '' }, 'unpriced no_cost 0.00 0.00 0.00 0.00 0.00 0.00'],
    ['an empty cell counts 0', { group: 4, total: '8000', cash: '1000' }, 'normal  9818.88 9818.88 8818.88 1000.00 0.00 1818.88'],
  ] satisfies [string, TestStay, string][])('%s', (_name, stay, expected) => {
    expect(settled(wuhan, [stay])).toEqual([expected]);
  });

  it('leaves stays that a rule excluded out of everything', () => {
    expect(
      settled(
        wuhan,
        [
          { ...bill, group: 4 },
          { ...bill, group: 4 },
        ],
        Uint8Array.of(0, 1),
      ),
    ).toEqual(['out  0.00 0.00 0.00 0.00 0.00 0.00', 'normal  9818.88 9818.88 7818.88 1800.00 200.00 1818.88']);
  });

  it('computes one price for the stays that share it', () => {
    const { stays, grouping } = staysOf([4, 4, 5].map(group => ({ ...bill, group })));
    const { price, prices } = settle({ stays, grouping, groups, weights, policy: wuhan });
    expect([...price]).toEqual([0, 0, 1]);
    expect(prices.map(({ group, level, insurance, weight, weightAt }) => [group, level, insurance, weight.toFixed(), weightAt])).toEqual([
      [4, 'tertiary', 'employee', '0.96', 'weights.tsv:6'],
      [5, 'tertiary', 'employee', '1.2', 'weights.tsv:7'],
    ]);
  });
});

// 0.7 × 8,000 = 5,600 and 0.8 × 8,000 = 6,400; 0.005 × 0.7 … 1.05 × 0.7 = 0.735 rounds to 0.74
describe('ungrouped and ambiguous stays where the policy pays a share of cost', () => {
  const policy = policyOf(`
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "10000", unit: CNY/weight}}}}
ungrouped: {source: shape, "0000": {pay_ratio: {value: "0.7", unit: ratio}}, QY: {pay_ratio: {value: "0.8", unit: ratio}}}
`);
  it.each([
    [{ ...bill, group: 0 }, 'ratio ungrouped 0.00 5600.00 3600.00 1800.00 200.00 -2400.00'],
    [{ ...bill, group: 1 }, 'ratio ambiguous 0.00 6400.00 4400.00 1800.00 200.00 -1600.00'],
    [{ ...bill, group: 0, insurance: '340' }, 'ratio ungrouped 0.00 5600.00 3600.00 1800.00 200.00 -2400.00'],
    [{ group: 0, total: '1.05', cash: '0' }, 'ratio ungrouped 0.00 0.74 0.74 0.00 0.00 -0.31'],
    [{ ...bill, group: 2 }, 'unpriced no_weight 0.00 8000.00 6000.00 1800.00 200.00 0.00'],
  ] satisfies [TestStay, string][])('%j', (stay, expected) => {
    expect(settled(policy, [stay])).toEqual([expected]);
  });
});

describe('fee for service', () => {
  const ffs = policyFrom(wuhan, new Map(wuhan.leaves).set('payment_method', { ...wuhan.leaves.get('payment_method')!, value: 'ffs' }));
  it('pays every stay its cost, by the payers of the bill; what the hospital bore is the margin', () => {
    expect(
      settled(ffs, [
        { ...bill, group: 4, fund: '5900' },
        { ...bill, group: 0 },
        { group: 4, total: '' },
      ]),
    ).toEqual([
      'ffs  0.00 8000.00 5900.00 1800.00 200.00 -100.00',
      'ffs  0.00 8000.00 6000.00 1800.00 200.00 0.00',
      'unpriced no_cost 0.00 0.00 0.00 0.00 0.00 0.00',
    ]);
  });

  it('needs no groups', () => {
    const { stays } = staysOf([{ ...bill, group: 4 }]);
    expect(row(settle({ stays, policy: ffs }), 0)).toBe('ffs  0.00 8000.00 6000.00 1800.00 200.00 0.00');
  });
});

describe('a file without benefit columns', () => {
  const { stays, grouping } = staysOf([{ group: 4, total: '8000' }]);
  const bare = { ...stays, money: { total: stays.money.total! } };
  it('is paid, and says that it does not know who pays', () => {
    expect(row(settle({ stays: bare, grouping, groups, weights, policy: wuhan }), 0)).toBe('normal  9818.88 9818.88    ');
  });

  it('is all without a price when it has no insurance either', () => {
    const s = settle({ stays: { ...bare, words: {} }, grouping, groups, weights, policy: wuhan });
    expect(row(s, 0)).toBe('unpriced insurance_unmapped 0.00 8000.00    ');
  });
});
