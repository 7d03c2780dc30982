/** The worked cases of the payment reference, to the fen, by the exact rule and by the columns. */
import { describe, expect, it } from 'vitest';
import { toFen } from '../../src/money.ts';
import { payStay } from '../../src/payment/pay-stay.ts';
import { settle } from '../../src/payment/settle.ts';
import { bands } from '../../src/payment/settlement.ts';
import { readWeights } from '../../src/payment/weights.ts';
import type { DrgPolicy } from '../../src/policy/policy.ts';
import { groups, points, policyFile, policyOf, priced, staysOf } from './small-hospital.ts';

/** Pays one stay both ways; the two must agree before either is compared. */
function paid(policy: DrgPolicy, weight: string, cost: string) {
  const exact = payStay({ cost: toFen(cost), fund: 0, patient: 0, other: 0 }, priced(policy, { weight }), policy);
  const { stays, grouping } = staysOf([{ group: 3, total: cost, cash: '0' }]);
  const table = readWeights(`drg\tname\tweight\nAB11\t\t${weight}\n`, 'weights.tsv');
  const columns = settle({ stays, grouping, groups, policy, weights: table });
  expect([bands[columns.band[0]!], columns.payment[0]]).toEqual([exact.band, exact.payment]);
  return { band: exact.band, payment: exact.payment };
}

type Expected = { readonly cost: string; readonly band: string; readonly payment: string };
const pays =
  (policy: DrgPolicy, weight: string) =>
  ({ cost, band, payment }: Expected) =>
    expect(paid(policy, weight, cost)).toEqual({ band, payment: toFen(payment) });

// 1. S = 10,228 × 0.96 = 9,818.88; low under 0.3 × S = 2,945.664; high from 3 × S = 29,456.64, which is itself high
describe('Wuhan, rate, tertiary, employee, weight 0.96', () => {
  const wuhan = policyFile('wuhan-2024-illustrative');
  it.each([
    { cost: '8000', band: 'normal', payment: '9818.88' },
    { cost: '2500', band: 'low', payment: '2500' },
    { cost: '35000', band: 'high', payment: '9818.88' },
    { cost: '2945.66', band: 'low', payment: '2945.66' },
    { cost: '2945.67', band: 'normal', payment: '9818.88' },
    { cost: '29456.63', band: 'normal', payment: '9818.88' },
    { cost: '29456.64', band: 'high', payment: '9818.88' },
    { cost: '0', band: 'low', payment: '0' },
  ])('$cost is $band and pays $payment', pays(wuhan, '0.96'));
});

// 2. b = 9,427 × 1.2 = 11,312.40; low under 0.4 × b = 4,524.96; weight 1.2 has the cap 2.5: high above 28,281.00
//    normal 1.2 × 100 × 84.71 = 10,165.20; 40,000 ÷ 11,312.40 = 3.535943, so 120 + 1.035943 × 120 = 244.3131 points
//    low 3,500 ÷ 9,427 × 100 = 37.12740 points × 84.71 = 3,145.06
describe('Jinhua, points, weight 1.2', () => {
  const jinhua = policyFile('jinhua-illustrative');
  it.each([
    { cost: '12000', band: 'normal', payment: '10165.20' },
    { cost: '40000', band: 'high', payment: '20695.77' },
    { cost: '3500', band: 'low', payment: '3145.06' },
    { cost: '4524.95', band: 'low', payment: '4066.07' }, // × 8,471 ÷ 9,427 = 4,066.0710
    { cost: '4524.96', band: 'normal', payment: '10165.20' },
    { cost: '28281.00', band: 'normal', payment: '10165.20' },
    { cost: '28281.01', band: 'high', payment: '10165.21' }, // 0.01 ÷ 9,427 × 8,471 = 0.0090 on top
  ])('$cost is $band and pays $payment', pays(jinhua, '1.2'));
});

// 8. k 0.95: S = 1.5 × 1,000 × 0.95 × 13.28 = 18,924.00; b1 = 12,839.66 × 1.5 × 0.95 = 18,296.5155, b0 = 19,259.49
//    low under 0.8 × b1 = 14,637.2124; high above 1.5 × b1 = 27,444.77325; the excess counts from 1.5 × b0 = 28,889.235
//    40,000 ÷ b0 = 2.0769, so 1,425 + 0.5769 × 1,500 = 2,290.35 points
describe('Nanchang, 1,000 points a weight, weight 1.5', () => {
  const nanchang = policyFile('nanchang-illustrative');
  it.each([
    { cost: '20000', band: 'normal', payment: '18924.00' },
    { cost: '40000', band: 'high', payment: '30415.81' },
    { cost: '10000', band: 'low', payment: '10342.95' }, // 10,000 ÷ 12,839.66 × 13,280
    { cost: '14637.22', band: 'normal', payment: '18924.00' },
    { cost: '27444.77', band: 'normal', payment: '18924.00' },
    { cost: '27444.78', band: 'high', payment: '18924.00' }, // high with k, but nothing in excess without k
    { cost: '28889.23', band: 'high', payment: '18924.00' },
    { cost: '28900', band: 'high', payment: '18935.13' }, // + (28,900 − 28,889.235) ÷ 12,839.66 × 13,280 = 11.1342
  ])('$cost is $band and pays $payment', pays(nanchang, '1.5'));

  it('draws the low line at 14,637.2124', () => {
    expect(paid(nanchang, '1.5', '14637.21').band).toBe('low');
  });
});

const lines = (pay: string, cap: string, rest = '') => `
outliers:
  source: shape
  high: {tiers: {value: [{max_weight: null, cap: "${cap}"}], unit: ratio}, pay: ${pay}${rest}}
`;
const rate = (money: string, k = '1') => `
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "${money}", unit: CNY/weight}}}}
hospital_coefficient: {from: level, values: {tertiary: {value: "${k}", unit: ratio, source: shape}}}
`;

describe('other families, worked by hand', () => {
  // 4. b = 6,712.44 × 4.2 × 0.86844976 = 24,483.5510; (80,000 ÷ 6,712.44 − 0.5 × 4.2 × 0.86844976) × 100 = 1,009.4426 points × 79.68
  it('Nanning: the standard once more for what lies above the cap', () => {
    const nanning = policyOf(points('6712.44', '79.68', '0.86844976') + lines('standard_times_1_plus', '1.5'));
    expect(paid(nanning, '4.2', '80000')).toEqual({ band: 'high', payment: toFen('80432.38') });
  });

  // 5. S = 11,091.44 × 2 = 22,182.88; R = 60,000 ÷ S = 2.70478; S × 1.7 + 0.5 × (60,000 − 2 × S) = 37,710.896 + 7,817.12
  it('Harbin: a base share and half of what lies above', () => {
    const affine = lines('affine', '2', ', affine_base: {value: "1.7", unit: ratio}, excess_pay_ratio: {value: "0.5", unit: ratio}');
    expect(paid(policyOf(rate('11091.44') + affine), '2', '60000')).toEqual({ band: 'high', payment: toFen('45528.02') });
  });

  // 6. the mean 9,000 is paid between 0.7 and 1.4 times; above it C − 0.4 × 9,000; below 0.7 cost
  it.each([
    { cost: '14000', band: 'high', payment: '10400' },
    { cost: '12600', band: 'normal', payment: '9000' },
    { cost: '12600.01', band: 'high', payment: '9000.01' },
    { cost: '6300', band: 'normal', payment: '9000' },
    { cost: '6299.99', band: 'low', payment: '6299.99' },
  ])('Chengdu: $cost is $band and pays $payment', ({ cost, band, payment }) => {
    const low = '\n  low: {threshold: {value: "0.7", unit: ratio}, pay: actual_cost}\n';
    const policy = policyOf(rate('9000') + lines('cost_minus_band', '1.4', ', band_share: {value: "0.4", unit: ratio}').trimEnd() + low);
    expect(paid(policy, '1', cost)).toEqual({ band, payment: toFen(payment) });
  });

  // 7. S = 4,200 × 1.5 × 1.52 = 9,576; 0.7 × (30,000 − 2.2 × 9,576) = 6,252.96 on top
  it('Qingyang: seven tenths of what lies above', () => {
    const policy = policyOf(
      rate('4200', '1.52') + lines('standard_times_1_plus', '2.2', ', excess_pay_ratio: {value: "0.7", unit: ratio}'),
    );
    expect(paid(policy, '1.5', '30000')).toEqual({ band: 'high', payment: toFen('15828.96') });
  });

  it('Changsha and Qingdao: cost, and cost less the standard', () => {
    expect(paid(policyOf(rate('10000') + lines('actual_cost', '2.5')), '1', '25000.01').payment).toBe(toFen('25000.01'));
    expect(paid(policyOf(rate('10000') + lines('cost_minus_standard', '2.5')), '1', '25000.01').payment).toBe(toFen('15000.01'));
  });

  // S = 10,000 × 1 × 0.6 = 6,000, b0 = 10,000: with a line at 1 × b0 a cost of 10,000.01 is high; k above 1: S 16,000, cost 10,000.01 − S < 0
  it('pays nothing rather than a negative amount', () => {
    const b0 = (k: string) =>
      rate('10000', k) +
      lines('cost_minus_standard', '1').replace('source: shape', 'source: shape\n  ratio_benchmark: without_coefficient');
    expect(paid(policyOf(b0('0.6')), '1', '10000.01').payment).toBe(toFen('4000.01'));
    expect(paid(policyOf(b0('1.6')), '1', '10000.01').payment).toBe(0);
  });

  // 3,500 ÷ 9,427 × 100 × 1.05 × 84.71 = 3,302.3178
  it('Taizhou 江苏: low points carry the coefficient', () => {
    const policy = policyOf(`${points('9427', '84.71', '1.05')}
outliers: {source: shape, low: {threshold: {value: "0.4", unit: ratio}, pay: points_at_cost_k}}
`);
    expect(paid(policy, '1.2', '3500')).toEqual({ band: 'low', payment: toFen('3302.32') });
  });

  // 1 × 100.005 lies exactly between two fen
  it('half a fen rounds away from zero', () => {
    expect(paid(policyOf(rate('100.005')), '1', '50').payment).toBe(toFen('100.01'));
    // S 100; 0.5 × (300.01 − 300) = 0.005 on top of S × (1 + 0)
    const half = lines('standard_times_1_plus', '3', ', excess_pay_ratio: {value: "0.5", unit: ratio}');
    expect(paid(policyOf(rate('100') + half), '1', '300.01').payment).toBe(toFen('100.01'));
  });

  // weight 1 belongs to the first tier (cap 3), weight 1.01 to the second (cap 2)
  it('a weight on the edge belongs to its tier', () => {
    const tiers = (policy: string) =>
      policy.replace('[{max_weight: null, cap: "3"}]', '[{max_weight: "1", cap: "3"}, {max_weight: null, cap: "2"}]');
    const policy = policyOf(rate('100') + tiers(lines('actual_cost', '3')));
    expect(paid(policy, '1', '250').band).toBe('normal');
    expect(paid(policy, '1.01', '250').band).toBe('high');
  });

  // 120.004 points are 120.00 with two digits: × 84.71 = 10,165.20; without rounding 10,165.5388
  it('rounds payment points where the policy says so', () => {
    const rounded = (digits: string) =>
      policyOf(`${points('9427', '84.71', '1')}
rounding: {points: ${digits}}
outliers: {source: shape, low: {threshold: {value: "0.4", unit: ratio}, pay: points_at_cost}}
`);
    expect(paid(rounded('2'), '1.20004', '10000').payment).toBe(toFen('10165.20'));
    expect(paid(rounded('none'), '1.20004', '10000').payment).toBe(toFen('10165.54'));
    // 3,500 ÷ 9,427 × 100 = 37.1274 points, 37.13 × 84.71 = 3,145.2823
    expect(paid(rounded('2'), '1.2', '3500').payment).toBe(toFen('3145.28'));
  });
});
