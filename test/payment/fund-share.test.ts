import { describe, expect, it } from 'vitest';
import { type Fen, toFen } from '../../src/money.ts';
import { fundLines } from '../../src/payment/fund-lines.ts';
import { fundPays, patientPays } from '../../src/payment/fund-share.ts';
import { settle } from '../../src/payment/settle.ts';
import { groups, policyOf, staysOf, weights } from './small-hospital.ts';

// bill of 30,000: own-pay 1,500, pre-selfpay 1,200, so 27,300 in scope; deductible 600, then 92 % of 26,700: fund 24,564, patient 5,436
const scope = { ownPay: toFen(1_500), preSelfpay: toFen(1_200), inScope: toFen(27_300), deductible: toFen(600) };
const bill = { cost: toFen(30_000), fund: toFen(24_564), patient: toFen(5_436), other: 0, scope };
// the standard after outlier rules
const payment = toFen(28_000);

const table = [
  // 28,000 − 5,436
  { method: 'difference', way: 'by_item', fund: '22564.00', patient: '5436.00', receipts: '28000.00' },
  // 28,000 × 24,564 ÷ 30,000
  { method: 'ratio', way: 'by_item', fund: '22926.40', patient: '5436.00', receipts: '28362.40' },
  { method: 'ratio', way: 'by_share', fund: '22926.40', patient: '5073.60', receipts: '28000.00' },
  { method: 'ratio', way: 'recalculated', fund: '22926.40', patient: '5073.60', receipts: '28000.00' },
  // (28,000 − 1,500 − 1,200 − 600) × 0.92
  { method: 'recalc', way: 'by_item', fund: '22724.00', patient: '5436.00', receipts: '28160.00' },
  { method: 'recalc', way: 'by_share', fund: '22724.00', patient: '5276.00', receipts: '28000.00' },
  { method: 'recalc', way: 'recalculated', fund: '22724.00', patient: '5276.00', receipts: '28000.00' },
  { method: 'fund_basis', way: 'by_item', fund: '28000.00', patient: '5436.00', receipts: '33436.00' },
] as const;

describe('who pays a payment', () => {
  it.each(table)('$method, patient $way: fund $fund, patient $patient', ({ method, way, fund, patient, receipts }) => {
    const paid = fundPays(method, payment, bill);
    const rest = patientPays(way, payment, { ...bill, fund: paid });
    expect([paid, rest, paid + rest]).toEqual([toFen(fund), toFen(patient), toFen(receipts)]);
  });

  // rate 28,000 × weight 1
  it.each(table)('settles a file by $method, patient $way, with the margin that is left', ({ method, way, fund, patient, receipts }) => {
    const policy = policyOf(`
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "28000", unit: CNY/weight}}}}
fund_share: {method: ${method}, patient: ${way}}
`);
    const { stays, grouping } = staysOf([
      { group: 3, total: '30000', fund: '24564', cash: '5436', own_pay: '1500', pre_selfpay: '1200', in_scope: '27300', deductible: '600' },
    ]);
    const settled = settle({ stays, grouping, groups, policy, weights });
    expect([settled.fund[0], settled.patient[0], settled.margin[0]]).toEqual([
      toFen(fund),
      toFen(patient),
      toFen(receipts) - toFen(30_000),
    ]);
  });

  it('takes the other payers off too', () => {
    expect(fundPays('difference', payment, { ...bill, other: toFen(1_000) })).toBe(toFen(21_564));
    // 28,000 − 22,926.40 − 1,000
    expect(patientPays('by_share', payment, { ...bill, fund: toFen('22926.40'), other: toFen(1_000) })).toBe(toFen('4073.60'));
  });

  it('never takes money back under difference', () => {
    expect(fundPays('difference', toFen(5_436), bill)).toBe(0);
    expect(fundPays('difference', toFen('5435.99'), bill)).toBe(0);
    expect(fundPays('difference', toFen('5436.01'), bill)).toBe(1);
  });

  // own-pay, pre-selfpay and deductible are 3,300; one fen above them is 0.92 of a fen, which is one
  it('pays nothing under recalc of a payment that stays below what the fund never pays', () => {
    expect(fundPays('recalc', toFen(3_300), bill)).toBe(0);
    expect(fundPays('recalc', toFen('3299.99'), bill)).toBe(0);
    expect(fundPays('recalc', toFen('3300.01'), bill)).toBe(1);
  });

  it('gives the patient nothing back where fund and others already pay more', () => {
    const over = { fund: toFen(900), patient: toFen(50), other: toFen(101) };
    expect(patientPays('by_share', toFen(1_001), over)).toBe(0);
    expect(patientPays('by_share', toFen(1_000), over)).toBe(0);
    expect(patientPays('by_share', toFen('1001.01'), over)).toBe(1);
  });

  // 1 × 1 ÷ 2 fen is half a fen and rounds up; 1 × 1 ÷ 3 rounds down
  it('rounds half a fen away from zero under ratio and recalc', () => {
    expect(fundPays('ratio', 1, { cost: 2, fund: 1, patient: 0, other: 0 })).toBe(1);
    expect(fundPays('ratio', 1, { cost: 3, fund: 1, patient: 0, other: 0 })).toBe(0);
    expect(fundPays('ratio', 100, { cost: 0, fund: 0, patient: 0, other: 0 })).toBe(0);
    const all = { ownPay: 0, preSelfpay: 0, deductible: 0 };
    expect(fundPays('recalc', 1, { cost: 2, fund: 1, patient: 0, other: 0, scope: { ...all, inScope: 2 } })).toBe(1);
    expect(fundPays('recalc', 1, { cost: 3, fund: 1, patient: 0, other: 0, scope: { ...all, inScope: 3 } })).toBe(0);
  });

  it('knows nothing where the file does not say', () => {
    expect(fundPays('difference', payment, { ...bill, patient: Number.NaN })).toBeNaN();
    expect(fundPays('ratio', payment, { ...bill, fund: Number.NaN })).toBeNaN();
    for (const part of ['ownPay', 'preSelfpay', 'inScope', 'deductible'] as const) {
      expect(fundPays('recalc', payment, { ...bill, scope: { ...scope, [part]: Number.NaN } })).toBeNaN();
    }
    expect(fundPays('recalc', payment, { cost: bill.cost, fund: bill.fund, patient: bill.patient, other: 0 })).toBeNaN();
    expect(fundPays('fund_basis', payment, { ...bill, fund: Number.NaN, patient: Number.NaN })).toBe(payment);
    expect(patientPays('by_share', payment, { ...bill, fund: Number.NaN })).toBeNaN();
  });

  it('a fund that paid nothing has the share 0; one that paid where nothing is in scope has a share nobody knows', () => {
    const none = { ...scope, inScope: toFen(500), deductible: toFen(500) };
    expect(fundPays('recalc', payment, { ...bill, fund: 0, scope: none })).toBe(0);
    expect(fundPays('recalc', payment, { ...bill, fund: 1, scope: none })).toBeNaN();
  });
});

describe('the lines of who pays', () => {
  const rule = (method: 'recalc' | 'ratio', patient: 'by_item' | 'by_share') => ({ method, patient, leaf: undefined });
  const short = (lines: ReturnType<typeof fundLines>) => lines.map(({ part, label, amount, working }) => [part, label, amount, working]);

  it('show the recalculation and the rest that the patient pays', () => {
    expect(short(fundLines(payment, bill, rule('recalc', 'by_share')))).toEqual([
      ['fund', 'recalc', 2_272_400, '(28000.00 − 1500.00 − 1200.00 − 600.00) × 24564.00 ÷ (27300.00 − 600.00)'],
      ['patient', 'payment', 2_800_000, '28000.00'],
      ['patient', 'less_fund', -2_272_400, '− 22724.00'],
    ]);
  });

  it('say why the fund pays nothing, and why the patient does', () => {
    expect(short(fundLines(toFen(3_000) as Fen, bill, rule('recalc', 'by_item')))).toEqual([
      ['fund', 'nothing_in_scope', 0, '3000.00 − 1500.00 − 1200.00 − 600.00 < 0'],
    ]);
    // 1,000 × 24,564 ÷ 30,000 = 818.80; with 500 from others 318.80 more than the payment
    expect(short(fundLines(toFen(1_000) as Fen, { ...bill, other: toFen(500) }, rule('ratio', 'by_share')))).toEqual([
      ['fund', 'fund_share', 81_880, '1000.00 × 24564.00 ÷ 30000.00'],
      ['patient', 'payment', 100_000, '1000.00'],
      ['patient', 'less_fund', -81_880, '− 818.80'],
      ['patient', 'less_other', -50_000, '− 500.00'],
      ['patient', 'patient_not_below_zero', 31_880, '0 − (-318.80)'],
    ]);
  });
});
