import { expect, it } from 'vitest';
import { Decimal } from '../../../src/money.ts';
import { budgetRate, expectedWeight } from '../../../src/payment/history/budget-rate.ts';
import { digits } from './vector.ts';

it('the rate that a budget pays for', () => {
  // 98,000 cases × CMI 1.02 = 99,960; 680,000,000 / 0.70 = 971,428,571.43
  const weight = new Decimal(98_000).times('1.02');
  const { total, rate } = budgetRate(new Decimal(680_000_000), { share: new Decimal('0.70'), weight });
  expect([digits(total, 2), digits(rate, 2)]).toEqual(['971428571.43', '9718.17']);
  // on the fund basis: 680,000,000 / 99,960
  expect(digits(budgetRate(new Decimal(680_000_000), { weight }).rate, 2)).toBe('6802.72');
});

it('what is expected: the cases of last year by level, grown, without groups that have no weight', () => {
  const weights = new Map([
    ['AA11', new Decimal('0.5')],
    ['BB11', new Decimal('4')],
  ]);
  const cases = (...of: readonly [string, number][]) => new Map(of);
  const tertiary = { cases: cases(['AA11', 100], ['BB11', 10], ['ZZ11', 3]), k: new Decimal(1) };
  const secondary = { cases: cases(['AA11', 40]), k: new Decimal('0.9') };
  const expecting = { weightOf: (drg: string) => weights.get(drg), growth: new Decimal('0.05') };
  // (50 + 40) x 1 + 20 x 0.9 = 108; x 1.05
  expect(expectedWeight([tertiary, secondary], expecting).toString()).toBe('113.4');
});
