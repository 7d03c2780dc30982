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

it('what is expected: the cases of last year, grown, without groups that have no weight', () => {
  const groups = [
    { lastYear: 100, weight: new Decimal('0.5') },
    { lastYear: 10, weight: new Decimal('4') },
    { lastYear: 3, weight: undefined },
  ];
  // (50 + 40) x 1.05
  expect(expectedWeight(groups, new Decimal('0.05'), new Decimal(0)).toString()).toBe('94.5');
});
