import { describe, expect, it } from 'vitest';
import { Decimal, toFen, yuanText } from '../../src/money.ts';
import { linesOf } from '../../src/payment/explain.ts';
import { lineWords } from '../../src/payment/line-words.ts';
import type { Line } from '../../src/payment/settlement.ts';
import { placeText } from '../../src/policy/leaf.ts';
import { policyFile, policyOf, priced } from './small-hospital.ts';

const said = (lines: readonly Line[]) =>
  lines.map(({ part, label, amount, working, source }) => [part, label, yuanText(amount), working, source ?? '-'].join(' | '));
/** Where a policy states its parameters. */
const at = (policy: typeof wuhan, ...paths: readonly string[]) => paths.map(path => placeText(policy.leaves.get(path)!.at)).join(' ');
const bill = { cost: toFen(8_000), fund: toFen(6_200), patient: toFen(1_600), other: toFen(200) };
const wuhan = policyFile('wuhan-2024-illustrative');
const jinhua = policyFile('jinhua-illustrative');

describe('why a stay is paid what it is paid', () => {
  it('normal: the standard, and what the patient and others already paid', () => {
    const { band, ratio, lines } = linesOf({ bill, band: 'normal', reason: '', price: priced(wuhan, { weight: '0.96' }), policy: wuhan });
    // 8,000 ÷ 9,818.88 = 0.81476
    expect([band, ratio]).toEqual(['normal', '0.8148']);
    expect(said(lines)).toEqual([
      `payment | standard | 9818.88 | 10228 × 0.96 × 1 | ${at(wuhan, 'price.rates.tertiary.employee')} weights.tsv:2`,
      `fund | payment | 9818.88 | 9818.88 | ${at(wuhan, 'fund_share.method')}`,
      `fund | less_patient | -1600.00 | − 1600.00 | ${at(wuhan, 'fund_share.method')}`,
      `fund | less_other | -200.00 | − 200.00 | ${at(wuhan, 'fund_share.method')}`,
    ]);
  });

  it('a rebased rate is shown as the policy writes it, with the factor beside it', () => {
    const price = priced(wuhan, { weight: '0.96', rateFactor: '0.5' });
    // 10,228 × 0.5 × 0.96 = 4,909.44
    expect(said(linesOf({ bill, band: 'normal', reason: '', price, policy: wuhan }).lines)[0]).toBe(
      `payment | standard | 4909.44 | 10228 × 0.5 [price.rebase] × 0.96 × 1 | ${at(wuhan, 'price.rates.tertiary.employee')} weights.tsv:2`,
    );
  });

  it('low: cost, and a fund that stops at nothing', () => {
    const poor = { cost: toFen(1_500), fund: 0, patient: toFen(1_600), other: 0 };
    const { ratio, lines } = linesOf({ bill: poor, band: 'low', reason: '', price: priced(wuhan, { weight: '0.96' }), policy: wuhan });
    expect(ratio).toBe('0.1528'); // 1,500 ÷ 9,818.88 = 0.15277
    expect(said(lines)).toEqual([
      `payment | cost | 1500.00 | 1500.00 | ${at(wuhan, 'outliers.low.pay', 'outliers.low.threshold')}`,
      `fund | payment | 1500.00 | 1500.00 | ${at(wuhan, 'fund_share.method')}`,
      `fund | less_patient | -1600.00 | − 1600.00 | ${at(wuhan, 'fund_share.method')}`,
      `fund | not_below_zero | 100.00 | 0 − (-100.00) | ${at(wuhan, 'fund_share.method')}`,
    ]);
  });

  it('high by points: the standard and the excess', () => {
    const costly = { cost: toFen(40_000), fund: toFen(30_000), patient: toFen(10_000), other: 0 };
    const { band, ratio, lines } = linesOf({
      bill: costly,
      band: 'high',
      reason: '',
      price: priced(jinhua, { weight: '1.2' }),
      policy: jinhua,
    });
    expect([band, ratio]).toEqual(['high', '3.5359']);
    // 20,695.77 − 10,165.20 = 10,530.57
    const price = at(jinhua, 'price.point_value.employee', 'price.scale');
    const high = at(jinhua, 'outliers.high.pay', 'outliers.high.tiers', 'outliers.high.excess_pay_ratio');
    expect(said(lines).slice(0, 2)).toEqual([
      `payment | standard | 10165.20 | 84.71 × 100 × 1.2 × 1 | ${price} weights.tsv:2 ${at(jinhua, 'hospital_coefficient.values.tertiary')}`,
      `payment | excess | 10530.57 | 1 × (40000.00 ÷ 11312.4 − 2.5) × 1.2 × 8471 | ${high}`,
    ]);
  });

  // b = 11,312.40; 0.4 × b = 4,524.96, 2.5 × b = 28,281
  it.each([
    ['3500', 'outliers.low.pay', 'R 0.3094 < 0.4 (3500.00 < 4524.96)'],
    ['4524.96', 'price.point_value.employee', '0.4 ≤ R 0.4000 ≤ 2.5 (4524.96 ≤ 4524.96 ≤ 28281)'],
    ['40000', 'outliers.high.pay', 'R 3.5359 > 2.5 (40000.00 > 28281)'],
  ])('the line of a cost of %s names its rule and the comparison that decided', (cost, rule, bound) => {
    const { lines } = linesOf({
      bill: { cost: toFen(cost), fund: 0, patient: 0, other: 0 },
      band: 'normal',
      reason: '',
      price: priced(jinhua, { weight: '1.2' }),
      policy: jinhua,
    });
    const line = lines.findLast(({ part }) => part === 'payment');
    expect([line?.rule, line?.bound]).toEqual([rule, bound]);
    expect(lines.filter(({ part }) => part === 'fund').map(({ rule: of }) => of)).toEqual(['fund_share.method', 'fund_share.method']);
  });

  // k 0.5: the ratio is measured by 500, the excess by 1,000. 1,500 ÷ 500 = 3 is above 2, 1,500 ÷ 1,000 = 1.5 is not; 2,000 is on the line
  it.each([
    ['1500', 'no_excess', '0.00', '1500.00 ÷ 1000 = 1.5000 ≤ 2 → 0'],
    ['2000', 'no_excess', '0.00', '2000.00 ÷ 1000 = 2.0000 ≤ 2 → 0'],
    // (2.5 − 2) × 1 × 1,000
    ['2500', 'excess', '500.00', '1 × (2500.00 ÷ 1000 − 2) × 1 × 1000'],
  ])('high by one benchmark at %s, with or without an excess by the other', (cost, label, amount, working) => {
    const policy = policyOf(`
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "1000", unit: CNY/weight}}}}
hospital_coefficient: {from: level, values: {tertiary: {value: "0.5", unit: ratio, source: shape}}}
outliers:
  source: shape
  ratio_benchmark: with_coefficient
  high: {tiers: {value: [{max_weight: null, cap: "2"}], unit: ratio}, pay: standard_plus_excess, excess_benchmark: without_coefficient, excess_pay_ratio: {value: "1", unit: ratio}}
`);
    const costly = { cost: toFen(cost), fund: 0, patient: 0, other: 0 };
    const { lines } = linesOf({ bill: costly, band: 'high', reason: '', price: priced(policy, { weight: '1' }), policy });
    const [standard, excess] = lines;
    expect([standard!.label, yuanText(standard!.amount)]).toEqual(['standard', '500.00']);
    expect([excess!.label, yuanText(excess!.amount), excess!.working]).toEqual([label, amount, working]);
  });

  it('a figure that is cut says so, and is long enough to work the fen out again', () => {
    // 1 ÷ 3 of 10,228 × 0.96: 3,272.96
    const price = priced(wuhan, { weight: '0.96', rateFactor: new Decimal(1).div(3).toString() });
    expect(linesOf({ bill, band: 'normal', reason: '', price, policy: wuhan }).lines[0]).toMatchObject({
      amount: 327_296,
      working: '10228 × ≈0.333333333333 [price.rebase] × 0.96 × 1',
    });
  });

  it('a share of cost, by the reason of the stay', () => {
    const policy = policyOf(`
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "10000", unit: CNY/weight}}}}
fund_share: {method: ratio}
ungrouped: {source: shape, "0000": {pay_ratio: {value: "0.7", unit: ratio}}, QY: {pay_ratio: {value: "0.8", unit: ratio}}}
`);
    // 0.8 × 8,000 = 6,400; 6,400 × 6,200 ÷ 8,000 = 4,960
    expect(said(linesOf({ bill, band: 'ratio', reason: 'ambiguous', price: undefined, policy }).lines)).toEqual([
      'payment | share_of_cost | 6400.00 | 8000.00 × 0.8 | test.yaml:15',
      'fund | fund_share | 4960.00 | 6400.00 × 6200.00 ÷ 8000.00 | test.yaml:14',
    ]);
  });

  it('fee for service and stays without a price: as on the bill', () => {
    const lines = ['payment | cost | 8000.00 | 8000.00 | -', 'fund | as_on_bill | 6200.00 | 6200.00 | -'];
    expect(said(linesOf({ bill, band: 'ffs', reason: '', price: undefined, policy: wuhan }).lines)).toEqual(lines);
    expect(said(linesOf({ bill, band: 'unpriced', reason: 'no_weight', price: undefined, policy: wuhan }).lines)).toEqual(lines);
    const unknown = { ...bill, fund: Number.NaN };
    expect(said(linesOf({ bill: unknown, band: 'ffs', reason: '', price: undefined, policy: wuhan }).lines)).toEqual(lines.slice(0, 1));
    const costless = { ...bill, cost: Number.NaN };
    expect(linesOf({ bill: costless, band: 'unpriced', reason: 'no_cost', price: undefined, policy: wuhan }).lines).toEqual([]);
    expect(linesOf({ bill, band: 'out', reason: '', price: undefined, policy: wuhan }).lines).toEqual([]);
  });

  it('every label has words', () => {
    expect(lineWords.zh.excess).toBe('高倍率追加');
    expect(Object.keys(lineWords.en)).toEqual(Object.keys(lineWords.zh));
  });
});
