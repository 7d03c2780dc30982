import { expect, it } from 'vitest';
import { Decimal, toFen } from '../src/money.ts';

// 2^53 − 1 fen is the last that a number tells from its neighbours
it.each(['90071992547409.91', '-90071992547409.91'])('%s yuan is money', yuan => {
  expect(toFen(yuan)).toBe(new Decimal(yuan).times(100).toNumber());
});
it.each(['90071992547409.92', '-90071992547409.92', '1e30'])('%s yuan is a mistake of the program, never a payment', yuan => {
  expect(() => toFen(yuan)).toThrow('an amount is more than a whole number of fen can hold');
});
