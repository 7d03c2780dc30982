import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, toFen } from '../../../src/money.ts';
import { bedDayPay, bedDayPrice, bedDaySteps } from '../../../src/payment/bed-days.ts';
import { bedDayRule } from '../../../src/policy/methods/per-diem.ts';
import { policy, read, refusal } from '../../policy/short-policy.ts';
import { hospitalOf, type WrittenStay } from '../written-stays.ts';
import { levels, paid, settledBy, unexplained, why } from './paid.ts';

// lines 11 to 21
const byRate = `${levels}payment_method: per_diem
per_diem:
  source: notice
  unit: CNY/day
  rates:
    tertiary:
      employee:
        - {to_day: 30, rate: "300"}
        - {to_day: 90, rate: "260"}
        - {to_day: null, rate: "220.5"}
      resident: [{to_day: null, rate: "250"}]
    secondary: {employee: [{to_day: null, rate: "180.125"}]}
`;
const stay = (days: number, more: WrittenStay = {}): WrittenStay => ({ insurance: '310', total: '500', cash: '0', days, ...more });

describe('days in bed by a rate', () => {
  const stays = hospitalOf([
    stay(1),
    stay(30),
    stay(31),
    stay(90),
    stay(91),
    stay(0),
    stay(-1),
    stay(10, { insurance: '390' }),
    stay(1, { level: '二级' }),
    stay(10, { level: '二级', insurance: '390' }),
    stay(10, { level: '一级' }),
    stay(10, { insurance: '340' }),
    stay(10, { total: '' }),
  ]);
  const settled = settledBy(byRate, stays);

  it('pays each day what its band says', () => {
    expect(paid(settled)).toEqual([
      'per_diem 300.00',
      'per_diem 9000.00', // 30 × 300
      'per_diem 9260.00', // + 1 × 260
      'per_diem 24600.00', // 30 × 300 + 60 × 260
      'per_diem 24820.50', // + 1 × 220.50
      'per_diem 300.00', // in and out on one day counts one
      'unpriced no_days 500.00',
      'per_diem 2500.00',
      'per_diem 180.13', // 180.125: half a fen away from zero
      'unpriced insurance_unmapped 500.00',
      'unpriced level_unmapped 500.00',
      'unpriced insurance_unmapped 500.00',
      'unpriced no_cost 0.00',
    ]);
    expect([...settled.settlement.standard].slice(0, 2)).toEqual([30_000, 900_000]);
  });

  it('says why, band by band', () => {
    expect(why(settled, 4)).toEqual([
      'bed_days | 9000.00 | 30 × 300 | p.yaml:18 | per_diem.rates.tertiary.employee | 1 d ≤ d ≤ 30 d',
      'bed_days | 15600.00 | 60 × 260 | p.yaml:19 | per_diem.rates.tertiary.employee | 31 d ≤ d ≤ 90 d',
      'bed_days | 220.50 | 1 × 220.5 | p.yaml:20 | per_diem.rates.tertiary.employee | 91 d ≥ 91 d',
    ]);
    expect(why(settled, 5)).toEqual(['bed_days | 300.00 | 1 × 300 | p.yaml:18 | per_diem.rates.tertiary.employee | 0 d → 1 d']);
    expect(why(settled, 6)).toEqual(['cost | 500.00 | 500.00']);
  });

  it('the lines of every stay sum to what it is paid', () => expect(unexplained(settled)).toEqual([]));
});

// 100 points a weight, a mean case 9,427, a point 84.71
const byPoints = `${levels}payment_method: per_diem
price:
  source: notice
  scale: {value: 100, unit: point/weight}
  region_mean_cost: {value: "9427", unit: CNY}
  point_value: {employee: {value: "84.71", unit: CNY/point}}
per_diem:
  source: notice
  means: {tertiary: {employee: {value: [{to_day: 30, mean: "450"}, {to_day: null, mean: "380"}], unit: CNY/day}}}
`;

describe('days in bed by points', () => {
  // 10 × 450 ÷ 9,427 × 100 = 47.735228 points × 84.71 = 4,043.6512
  // 31 days: 13,880 ÷ 9,427 × 100 = 147.236660 points × 84.71 = 12,472.4175; 30 of them 13,500 ÷ 9,427 × 8,471 = 12,130.9536
  it('turns the mean cost of a day into points of a case', () => {
    const settled = settledBy(byPoints, hospitalOf([stay(10), stay(31)]));
    expect(paid(settled)).toEqual(['per_diem 4043.65', 'per_diem 12472.42']);
    expect(why(settled, 1)).toEqual([
      'bed_days | 12130.95 | 30 × 450 ÷ 9427 × 100 × 84.71 | p.yaml:19 | per_diem.means.tertiary.employee | 1 d ≤ d ≤ 30 d',
      'bed_days | 341.47 | 1 × 380 ÷ 9427 × 100 × 84.71 | p.yaml:19 | per_diem.means.tertiary.employee | 31 d ≥ 31 d',
    ]);
    expect(unexplained(settled)).toEqual([]);
  });

  // 47.74 × 84.71 = 4,044.0554
  it('rounds the points of a stay where the policy says so', () => {
    expect(paid(settledBy(`${byPoints}rounding: {points: 2}\n`, hospitalOf([stay(10)])))).toEqual(['per_diem 4044.06']);
  });
});

describe('one stay by days, for other rules', () => {
  const file = read(byRate);
  const rule = bedDayRule(file.leaves, file.id)!;

  it('no bands in the policy, no rule; no price for a payer, no price', () => {
    expect(bedDayRule(read(levels).leaves, 'test')).toBeUndefined();
    expect(bedDayPrice(rule, 'secondary', 'resident')).toBeUndefined();
    expect(bedDayPay(bedDayPrice(rule, 'tertiary', 'employee')!, 45)).toBe(toFen('12900'));
  });

  // the slow way: one day after another
  it('is the sum over the days, and its steps are the payment', () => {
    const price = bedDayPrice(rule, 'tertiary', 'employee')!;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), days => {
        let yuan = new Decimal(0);
        for (let day = 1; day <= Math.max(1, days); day++) yuan = yuan.plus(day <= 30 ? 300 : day <= 90 ? 260 : '220.5');
        expect(bedDayPay(price, days)).toBe(toFen(yuan));
        expect(bedDaySteps(price, days).reduce((sum, { pays }) => sum + pays, 0)).toBe(toFen(yuan));
      }),
    );
  });
});

describe('bands that cannot be meant', () => {
  const withBands = (bands: string) => `${levels}payment_method: per_diem
per_diem: {source: notice, unit: CNY/day, rates: {tertiary: {employee: ${bands}}}}
`;
  const name = 'p.yaml:12: per_diem.rates.tertiary.employee';
  it.each([
    ['a price unquoted', '[{to_day: null, rate: 300}]', `${name} has a band 1 with the unquoted number 300`],
    ['no end', '[{to_day: 30, rate: "300"}]', `${name} has a band 1 that ends on day 30, and later days have no price`],
    [
      'a band after the open one',
      '[{to_day: null, rate: "300"}, {to_day: null, rate: "2"}]',
      `${name} has a band 1 that is open, and others follow it`,
    ],
    [
      'an overlap',
      '[{to_day: 30, rate: "3"}, {to_day: 30, rate: "2"}, {to_day: null, rate: "1"}]',
      `${name} has a band 2 with a \`to_day\` that is not day 31 or later`,
    ],
    ['day 0', '[{to_day: 0, rate: "3"}, {to_day: null, rate: "1"}]', `${name} has a band 1 with a \`to_day\` that is not day 1 or later`],
    [
      'half a day',
      '[{to_day: "30", rate: "3"}, {to_day: null, rate: "1"}]',
      `${name} has a band 1 with a \`to_day\` that is not day 1 or later`,
    ],
    ['the other word', '[{to_day: null, mean: "3"}]', `${name} has a band 1 that is not {to_day, rate}`],
    ['no number', '[{to_day: null, rate: "dear"}]', `${name} has a band 1 with a \`rate\` that is not a decimal`],
    ['no band', '[]', `${name} is not a list of bands of days`],
  ])('%s', (_, bands, message) => expect(refusal(() => policy(withBands(bands))).slice(0, 2)).toEqual(['PARAMETER_INVALID', message]));

  const open = '[{to_day: null, rate: "3"}]';
  it.each([
    ['no source', withBands(open).replace('source: notice, ', ''), 'PARAMETER_INVALID', `${name} has no source`],
    ['no unit', withBands(open).replace('unit: CNY/day, ', ''), 'PARAMETER_INVALID', `${name} has no unit`],
    ['a unit of something else', withBands(open).replace('CNY/day', 'CNY/weight'), 'PARAMETER_INVALID', `${name} has the unit CNY/weight`],
    [
      'a level that nobody has',
      withBands(open).replace('{tertiary', '{tertiery'),
      'PARAMETER_UNKNOWN',
      'p.yaml:12: per_diem.rates.tertiery.employee: the policy has no level of hospital "tertiery"',
    ],
    [
      'an insurance that nobody has',
      withBands(open).replace('employee:', 'employe:'),
      'PARAMETER_UNKNOWN',
      'p.yaml:12: no parameter named "per_diem.rates.tertiary.employe": the policy does not know "employe"',
    ],
    [
      'nothing at all',
      `${levels}payment_method: per_diem\n`,
      'POLICY_INVALID',
      'p.yaml: test does not say per_diem.rates.<level>.<insurance>',
    ],
    [
      'points without a point value',
      byPoints.replace('employee: {value: "84.71"', 'resident: {value: "84.71"'),
      'POLICY_INVALID',
      'p.yaml: test does not say price.point_value.employee',
    ],
    [
      'points without a mean case',
      byPoints.replace('  region_mean_cost: {value: "9427", unit: CNY}\n', ''),
      'POLICY_INVALID',
      'p.yaml: test does not say price.region_mean_cost',
    ],
    [
      'yuan and points',
      `${byPoints}  rates: {tertiary: {employee: {value: ${open}, unit: CNY/day}}}\n`,
      'PARAMETER_INVALID',
      'p.yaml:19: per_diem has both rates and means',
    ],
  ])('%s', (_, body, code, message) => expect(refusal(() => policy(body)).slice(0, 2)).toEqual([code, message]));
});
