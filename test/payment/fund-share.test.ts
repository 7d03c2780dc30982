import { describe, expect, it } from 'vitest';
import { toFen } from '../../src/money.ts';
import { fundPays } from '../../src/payment/fund-share.ts';

// bill of 30,000: fund 24,564, patient 5,436; the standard after outlier rules is 28,000
const bill = { cost: toFen(30_000), fund: toFen(24_564), patient: toFen(5_436), other: 0 };
const payment = toFen(28_000);

describe("the fund's part of a payment", () => {
  it.each([
    { method: 'difference', pays: '22564.00' }, // 28,000 − 5,436
    { method: 'ratio', pays: '22926.40' }, // 28,000 × 24,564 ÷ 30,000
    { method: 'fund_basis', pays: '28000.00' },
  ] as const)('$method pays $pays', ({ method, pays }) => {
    expect(fundPays(method, payment, bill)).toBe(toFen(pays));
  });

  it('takes the other payers off too', () => {
    expect(fundPays('difference', payment, { ...bill, other: toFen(1_000) })).toBe(toFen(21_564));
  });

  it('never takes money back under difference', () => {
    expect(fundPays('difference', toFen(5_436), bill)).toBe(0);
    expect(fundPays('difference', toFen('5435.99'), bill)).toBe(0);
    expect(fundPays('difference', toFen('5436.01'), bill)).toBe(1);
  });

  // 1 × 1 ÷ 2 fen is half a fen and rounds up; 1 × 1 ÷ 3 rounds down
  it('rounds half a fen away from zero under ratio', () => {
    expect(fundPays('ratio', 1, { cost: 2, fund: 1, patient: 0, other: 0 })).toBe(1);
    expect(fundPays('ratio', 1, { cost: 3, fund: 1, patient: 0, other: 0 })).toBe(0);
    expect(fundPays('ratio', 100, { cost: 0, fund: 0, patient: 0, other: 0 })).toBe(0);
  });

  it('knows nothing where the file does not say', () => {
    expect(fundPays('difference', payment, { ...bill, patient: Number.NaN })).toBeNaN();
    expect(fundPays('ratio', payment, { ...bill, fund: Number.NaN })).toBeNaN();
    expect(fundPays('fund_basis', payment, { ...bill, fund: Number.NaN, patient: Number.NaN })).toBe(payment);
  });
});
