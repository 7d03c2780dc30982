/** What a policy leaves out and what it is taken as; the typed policy takes the very same values. */
import { expect, it } from 'vitest';
import { defaultsTaken } from '../../src/policy/defaults-taken.ts';
import { policy, read } from './short-policy.ts';

const taken = (body: string) => defaultsTaken(read(body).leaves).map(({ path, value }) => `${path} ${value}`);

const rate =
  'payment_method: drg_rate\nhospital: {level: tertiary}\nprice: {source: shape, rates: {tertiary: {employee: {value: "100", unit: CNY/weight}}}}\n';
const lines = (more: string) =>
  `outliers: {source: shape, unit: ratio, ${more}low: {threshold: "0.4", pay: actual_cost}, high: {tiers: [{max_weight: null, cap: "3"}], pay: standard_plus_excess}}\n`;
const priced = ['basis total_cost', 'fund_share.method difference', 'fund_share.patient by_item'];
const grouped = ['weights.unit weight', 'weights.fallback none', ...priced, 'rounding.standard none', 'hospital_coefficient.from none'];

it('payment by item takes none; any price takes what belongs to every price', () => {
  expect(taken('payment_method: ffs\n')).toEqual([]);
  expect(taken('payment_method: quota\n')).toEqual(priced);
  expect(taken('payment_method: quota\nbasis: total_cost\nfund_share: {method: ratio, patient: by_item}\n')).toEqual([]);
});

it('a rate takes what its groups and its lines ask for, and the typed policy takes the same', () => {
  expect(taken(rate)).toEqual(grouped);
  expect(taken(rate + lines(''))).toEqual([
    ...grouped,
    'outliers.ratio_benchmark with_coefficient',
    'outliers.low.inclusive false',
    'outliers.high.inclusive false',
    'outliers.high.excess_benchmark with_coefficient',
    'outliers.high.excess_pay_ratio 1',
  ]);
  const typed = policy(rate + lines(''));
  expect(typed).toMatchObject({
    fund: { method: 'difference', patient: 'by_item' },
    weightRule: { unit: 'weight', fallback: { kind: 'none' } },
    coefficients: undefined,
    ratioBenchmark: 'with_coefficient',
    low: { inclusive: false },
    high: { inclusive: false, excessBenchmark: 'with_coefficient' },
  });
  expect('high' in typed && typed.high?.excessShare.toString()).toBe('1');
});

it('an excess is measured as the ratio is said to be; null is not written', () => {
  expect(taken(rate + lines('ratio_benchmark: without_coefficient, '))).toContain('outliers.high.excess_benchmark without_coefficient');
  expect(taken(`${rate}basis: null\n`)).toEqual(grouped);
});

it('what a method of the mix reads is asked too', () => {
  const beds = 'payment_method: ffs\nmix: [{id: beds, when: {department: "x"}, method: per_diem, source: notice}]\n';
  expect(taken(beds)).toEqual(priced);
});

it('scores take their own', () => {
  const dip = 'payment_method: dip\ndip: {source: shape, deviation: {unit: ratio, low: "0.5", high: "2"}}\n';
  expect(taken(dip)).toEqual([
    ...priced,
    'rounding.standard none',
    'rounding.points none',
    'rounding.point_value none',
    'hospital_coefficient.from none',
    'dip.deviation.low_inclusive false',
    'dip.deviation.high_inclusive false',
    'dip.auxiliary none',
  ]);
});
