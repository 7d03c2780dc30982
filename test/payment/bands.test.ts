/** The bands that cities draw, both sides of every line; and where a fen more of cost is paid less, by name. */
import { describe, expect, it } from 'vitest';
import { toFen } from '../../src/money.ts';
import { paidBothWays, said } from './both-ways.ts';
import { points, policyOf } from './small-hospital.ts';

const pays = (body: string, weight: string, total: string) =>
  said(paidBothWays({ policy: policyOf(body), weight, stays: [{ total }] })[0]!);
const ratio = (value: string) => `{value: "${value}", unit: ratio}`;
const open = (cap: string) => `{value: [{max_weight: null, cap: "${cap}"}], unit: ratio}`;
const rate = (money: string, k = '1') => `
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "${money}", unit: CNY/weight}}}}
hospital_coefficient: {from: level, values: {tertiary: {value: "${k}", unit: ratio, source: shape}}}
`;

// 3. b = 9,543.61 × 0.8 × 1.05 = 8,016.6324; 0.4 × b = 3,206.65296; 0.8 × b = 6,413.30592; cap 3: 24,049.8972
//    6,000 ÷ 9,543.61 × 100 + 0.8 × 100 × 0.2 = 78.86928 points × 92 = 7,255.9737; normal 0.8 × 1.05 × 100 × 92 = 7,728.00
describe('Hangzhou: a mid-low band between cost and the standard', () => {
  const hangzhou = (inclusive: string) => `${points('9543.61', '92', '1.05')}
outliers:
  source: shape
  low: {threshold: ${ratio('0.4')}, pay: points_at_cost}
  mid_low: {threshold: ${ratio('0.8')}, inclusive: ${inclusive}, pay: cost_plus_share, share: ${ratio('0.2')}}
  high: {tiers: ${open('3')}, pay: standard_plus_excess, excess_benchmark: without_coefficient}
`;
  it.each([
    ['3206.65', 'low 3091.20'], // × 9,200 ÷ 9,543.61 = 3,091.1967
    ['3206.66', 'mid_low 4563.21'], // 3,091.2064 + 1,472
    ['6000', 'mid_low 7255.97'],
    ['6413.30', 'mid_low 7654.39'], // 6,182.3943 + 1,472
    ['6413.31', 'normal 7728.00'],
  ])('%s is %s', (cost, paid) => expect(pays(hangzhou('false'), '0.8', cost)).toBe(paid));

  // weight 1, k 1: b = 10,000, 0.8 × b = 8,000 exactly; 8,000 + 2,000 = 10,000
  it.each([
    ['false', 'normal 10000.00'],
    ['true', 'mid_low 10000.00'],
  ])('a cost on the line itself, inclusive %s, is %s', (inclusive, paid) => {
    const round = hangzhou(inclusive).replace('9543.61', '10000').replace('"92"', '"100"').replace('"1.05"', '"1"');
    expect(pays(round, '1', '8000')).toBe(paid);
  });
});

// b = 3 × score × k yuan; score 1,000, k 1.1: b = 3,300; a point is worth 2.80: S = 3,080
describe('Yinchuan: five bands', () => {
  const yinchuan = `
payment_method: drg_points
price:
  source: shape
  scale: {value: 1, unit: point/weight}
  region_mean_cost: {value: "3", unit: CNY}
  point_value: {employee: {value: "2.8", unit: CNY/point}}
hospital_coefficient: {from: level, values: {tertiary: {value: "1.1", unit: ratio, source: shape}}}
outliers:
  source: shape
  low: {threshold: ${ratio('0.4')}, inclusive: true, pay: actual_cost}
  mid_low: {threshold: ${ratio('0.8')}, inclusive: true, pay: standard_times_ratio}
  high: {tiers: ${open('1.4')}, pay: standard_times_1_plus, excess_up_to: ${ratio('2.5')}}
`;
  it.each([
    ['1320.00', 'low 1320.00'], // 0.4 × 3,300
    ['1320.01', 'mid_low 1232.01'], // 3,080 × 1,320.01 ÷ 3,300 = 1,232.0093
    ['2640.00', 'mid_low 2464.00'], // 0.8 × S
    ['2640.01', 'normal 3080.00'],
    ['4620.00', 'normal 3080.00'], // 1.4 × 3,300
    ['4620.01', 'high 3080.01'], // + 0.01 × 3,080 ÷ 3,300 = 0.0093
    ['6600.00', 'high 4928.00'], // S × (2 − 0.4)
    ['8250.00', 'high 6468.00'], // S × (2.5 − 0.4) = 2.1 × S
    ['8250.01', 'high 6468.00'],
    ['99999.99', 'high 6468.00'],
  ])('%s is %s', (cost, paid) => expect(pays(yinchuan, '1000', cost)).toBe(paid));
});

// AC 10,000, 80 a point, k 0.9, W 2: b1 = 18,000, b0 = 20,000; S = 14,400
describe('Foshan and Hefei: an excess that is counted from other caps', () => {
  const body = (high: string) =>
    `${points('10000', '80', '0.9')}outliers: {source: shape, ratio_benchmark: without_coefficient, high: {${high}}}\n`;
  // Foshan, cap 2: C ÷ AC − (cap − k) × W, in hundreds of points: 50,000 ÷ 10,000 − 1.1 × 2 = 2.8 → 280 × 80 = 22,400
  it('Foshan: C ÷ AC − (cap − k) × W is the excess without k', () => {
    const foshan = body(`tiers: ${open('2')}, pay: standard_plus_excess, excess_benchmark: without_coefficient`);
    expect(pays(foshan, '2', '40000.00')).toBe('normal 14400.00');
    expect(pays(foshan, '2', '50000.00')).toBe('high 22400.00');
  });
  // Hefei: high above 2.5 × b0 (weight ≤ 2), the excess from 2 × b0 while W < 4: 14,400 + (50,000.01 ÷ 20,000 − 2) × 2 × 8,000
  it('Hefei: high by one tier, the excess by another', () => {
    const hefei = body(`
  tiers: {value: [{max_weight: "1", cap: "3"}, {max_weight: "2", cap: "2.5"}, {max_weight: null, cap: "2"}], unit: ratio},
  excess_tiers: {value: [{below_weight: "4", cap: "2"}, {max_weight: null, cap: "1.5"}], unit: ratio}, pay: standard_plus_excess`);
    expect(pays(hefei, '2', '50000.00')).toBe('normal 14400.00');
    expect(pays(hefei, '2', '50000.01')).toBe('high 22400.01');
    // W 4: S 28,800, b0 40,000: above 80,000, from 60,000: 28,800 + (80,000.01 ÷ 40,000 − 1.5) × 4 × 8,000 = 44,800.008
    expect(pays(hefei, '4', '80000.01')).toBe('high 44800.01');
  });
});

/** A drop is what the rule on the other side of a line makes of it: the reference has them, and each has a name here. */
describe('a fen more of cost is paid less', () => {
  const rule = (high: string) => `outliers: {source: shape, high: {${high}}}\n`;
  it.each([
    {
      name: 'the mid-low line where k is small: a share without k is added up to 0.8 of a standard with k',
      body: `${points('10000', '100', '0.9')}outliers: {source: shape, mid_low: {threshold: ${ratio('0.8')}, inclusive: true, pay: cost_plus_share, share: ${ratio('0.2')}}}\n`,
      // 0.8 × 9,000 = 7,200 + 2,000 against 9,000
      before: ['7200.00', 'mid_low 9200.00'],
      after: ['7200.01', 'normal 9000.00'],
    },
    {
      name: 'the low line of a ratio without k where k is below it: cost as points is more than the standard',
      body: `${points('10000', '100', '0.3')}outliers: {source: shape, ratio_benchmark: without_coefficient, low: {threshold: ${ratio('0.4')}, inclusive: true, pay: points_at_cost}}\n`,
      before: ['4000.00', 'low 4000.00'],
      after: ['4000.01', 'normal 3000.00'],
    },
    {
      name: 'Yinchuan, the line of cost: cost is more than the standard by the ratio where a point is worth less than 3',
      body: `${points('10000', '90', '1')}outliers: {source: shape, low: {threshold: ${ratio('0.4')}, inclusive: true, pay: actual_cost}, mid_low: {threshold: ${ratio('0.8')}, pay: standard_times_ratio}}\n`,
      before: ['4000.00', 'low 4000.00'],
      after: ['4000.01', 'mid_low 3600.01'],
    },
    {
      name: 'cost less the standard below twice the standard',
      body: rate('10000') + rule(`tiers: ${open('1.5')}, pay: cost_minus_standard`),
      before: ['15000.00', 'normal 10000.00'],
      after: ['15000.01', 'high 5000.01'],
    },
    {
      name: 'cost less a band that is wider than the cap over the mean',
      body: rate('10000') + rule(`tiers: ${open('1.4')}, pay: cost_minus_band, band_share: ${ratio('0.6')}`),
      before: ['14000.00', 'normal 10000.00'],
      after: ['14000.01', 'high 8000.01'],
    },
    {
      name: 'affine with a base below 1',
      body: rate('10000') + rule(`tiers: ${open('2')}, pay: affine, affine_base: ${ratio('0.9')}, excess_pay_ratio: ${ratio('0.5')}`),
      before: ['20000.00', 'normal 10000.00'],
      after: ['20000.01', 'high 9000.01'], // 9,000 + 0.005
    },
    {
      name: 'an excess counted from a cap above the line, times the ratio: none yet, the standard and no less',
      body: rate('10000') + rule(`tiers: ${open('2')}, excess_tiers: ${open('3')}, pay: standard_times_1_plus`),
      before: ['20000.00', 'normal 10000.00'],
      after: ['20000.01', 'high 10000.00'],
    },
  ])('$name', ({ body, before, after }) => {
    expect([pays(body, '1', before[0]!), pays(body, '1', after[0]!)]).toEqual([before[1], after[1]]);
    expect(toFen(after[0]!) - toFen(before[0]!)).toBe(1);
  });

  it.each([
    ['a stay of sixty days at cost, cheaper than its group', 'when: {days_gte: 60}, pay: actual_cost', { days: 60 }],
    ['a death paid by item', 'when: {discharge_way: "5"}, pay: actual_cost', { discharge_way: '5' }],
    ['a transfer at seven tenths', 'when: {discharge_way: "2"}, pay: share_of_standard, share: "0.7"', { discharge_way: '2' }],
  ])('%s', (_name, written, stay) => {
    const policy = policyOf(`${rate('10000')}stay_rules:\n  - {${written}, source: shape}\n`);
    const [by, without] = paidBothWays({ policy, weight: '1', stays: [{ total: '7000', ...stay }, { total: '7000' }] }).map(said);
    expect([by, without]).toEqual(['rule 7000.00 by 1', 'normal 10000.00']);
  });
});
