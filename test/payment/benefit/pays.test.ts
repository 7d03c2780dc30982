import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFen, yuanText } from '../../../src/money.ts';
import { benefitLines } from '../../../src/payment/benefit/benefit-lines.ts';
import { type BenefitPaid, benefitPays, type Charges, type Insured, newYear, type SoFar } from '../../../src/payment/benefit/pays.ts';
import { bill, employee, resident, shangluo, usual, year } from './shangluo.ts';

const pays = (insured: Insured, charges: Charges, soFar: SoFar = newYear) => benefitPays(shangluo, insured, charges, soFar);
const shown = ({ deductible, pool, beyond, aid, patient }: BenefitPaid) => [deductible, pool, beyond, aid, patient].map(yuanText).join(' ');

// deductible, pool, 大病 or 大额, 救助, patient
describe('the benefit of one stay of Shangluo', () => {
  it.each<{ title: string; insured: Insured; soFar?: Partial<SoFar>; gives: string }>([
    // (27,300 − 600) × 0.92 = 24,564
    { title: 'first admission', insured: employee, gives: '600.00 24564.00 0.00 0.00 5436.00' },
    // (27,300 − 460) × 0.92 = 24,692.80
    { title: 'second', insured: employee, soFar: { admissions: 1 }, gives: '460.00 24692.80 0.00 0.00 5307.20' },
    // (27,300 − 320) × 0.92 = 24,821.60
    { title: 'third', insured: employee, soFar: { admissions: 2 }, gives: '320.00 24821.60 0.00 0.00 5178.40' },
    { title: 'tenth as the third', insured: employee, soFar: { admissions: 9 }, gives: '320.00 24821.60 0.00 0.00 5178.40' },
    // 26,700 × 0.94 = 25,098
    { title: 'retired', insured: { ...employee, retired: true }, gives: '600.00 25098.00 0.00 0.00 4902.00' },
    { title: 'filed away', insured: { ...employee, place: 'filed' }, gives: '600.00 24564.00 0.00 0.00 5436.00' },
    // 26,700 × 0.82 = 21,894
    { title: 'referred', insured: { ...employee, place: 'referred' }, gives: '600.00 21894.00 0.00 0.00 8106.00' },
    // 26,700 × 0.77 = 20,559
    { title: 'unfiled', insured: { ...employee, place: 'unfiled' }, gives: '600.00 20559.00 0.00 0.00 9441.00' },
    // 26,700 × (0.94 − 0.15) = 21,093
    { title: 'retired, unfiled', insured: { ...employee, retired: true, place: 'unfiled' }, gives: '600.00 21093.00 0.00 0.00 8907.00' },
    // (27,300 − 300) × 0.94 = 25,380
    { title: 'primary', insured: { ...employee, level: '一级' }, gives: '300.00 25380.00 0.00 0.00 4620.00' },
    // (27,300 − 100) × 0.85 = 23,120; out of pocket 4,180
    { title: 'resident in a township', insured: { ...resident, level: '乡镇' }, gives: '100.00 23120.00 0.00 0.00 6880.00' },
    // (27,300 − 500) × 0.70 = 18,760; out of pocket in scope 8,540, below 10,000
    { title: 'resident', insured: resident, gives: '500.00 18760.00 0.00 0.00 11240.00' },
  ])('$title', ({ insured, soFar = {}, gives }) => {
    expect(shown(pays(insured, usual, year(soFar)))).toBe(gives);
  });

  it('a bill below the deductible is the deductible', () => {
    expect(shown(pays(employee, bill('600')))).toBe('600.00 0.00 0.00 0.00 600.00');
    expect(shown(pays(employee, bill('599.99')))).toBe('599.99 0.00 0.00 0.00 599.99');
    // 0.01 × 0.92 is 0.0092, one fen
    expect(shown(pays(employee, bill('600.01')))).toBe('600.00 0.01 0.00 0.00 600.00');
  });

  it('the cap of the pool, and 大额 beyond it', () => {
    const left = (yuan: string) => year({ admissions: 0, pool: toFen('280000') - toFen(yuan) });
    expect(shown(pays(employee, usual, left('24564')))).toBe('600.00 24564.00 0.00 0.00 5436.00');
    // one fen less: 0.01 ÷ 0.92 = 0.0109 is beyond the cap, 0.01 of it counts, × 0.9 = 0.009, one fen
    expect(shown(pays(employee, usual, left('24563.99')))).toBe('600.00 24563.99 0.01 0.00 5436.00');
    // 10,000 left reach 10,000 ÷ 0.92 = 10,869.5652 of 26,700; 15,830.43 × 0.9 = 14,247.387; 30,000 − 10,000 − 14,247.39
    expect(shown(pays(employee, usual, left('10000')))).toBe('600.00 10000.00 14247.39 0.00 5752.61');
    // nothing left: 26,700 × 0.9
    expect(shown(pays(employee, usual, left('0')))).toBe('600.00 0.00 24030.00 0.00 5970.00');
    // the resident's cap is 130,000, and what is above it is out of pocket: (300,000 − 500) × 0.7 = 209,650 capped;
    // 170,000 out of pocket: 20,000 × 0.6 + 70,000 × 0.7 + 70,000 × 0.8 = 117,000
    expect(shown(pays(resident, bill('300000')))).toBe('500.00 130000.00 117000.00 0.00 53000.00');
  });

  it('大病 counts the year, with both sides of every bound', () => {
    // (50,000 − 500) × 0.7 = 34,650; 15,350 out of pocket: 5,350 × 0.6 = 3,210
    expect(shown(pays(resident, bill('50000')))).toBe('500.00 34650.00 3210.00 0.00 12140.00');
    // a bill of 100 is out of pocket whole: 9,900 + 100 reaches the line, one fen more passes it by 0.01 × 0.6, one fen
    expect(pays(resident, bill('100'), year({ outOfPocket: toFen('9900') })).beyond).toBe(0);
    expect(pays(resident, bill('100.01'), year({ outOfPocket: toFen('9900') })).beyond).toBe(1);
    // from 25,000 to 40,350: 5,000 × 0.6 + 10,350 × 0.7 = 10,245
    expect(pays(resident, bill('50000'), year({ outOfPocket: toFen('25000') })).beyond).toBe(toFen('10245'));
    // 29,900 to 30,000 at 0.6; to 30,000.10 adds 0.10 × 0.7
    expect(pays(resident, bill('100'), year({ outOfPocket: toFen('29900') })).beyond).toBe(6_000);
    expect(pays(resident, bill('100.10'), year({ outOfPocket: toFen('29900') })).beyond).toBe(6_007);
    // 99,900 to 100,000.10: 100 × 0.7 + 0.10 × 0.8
    expect(pays(resident, bill('100.10'), year({ outOfPocket: toFen('99900') })).beyond).toBe(7_008);
    // 300,000 a year: 299,950 paid, 80 due, 50 left
    expect(pays(resident, bill('100'), year({ outOfPocket: toFen('450000'), beyond: toFen('299950') })).beyond).toBe(5_000);
  });

  it('救助 pays of what is left in scope, up to its cap of the year', () => {
    const poor: Insured = { ...resident, aid: '低保' };
    // 15,350 − 3,210 = 12,140 × 0.7 = 8,498
    expect(shown(pays(poor, bill('50000')))).toBe('500.00 34650.00 3210.00 8498.00 3642.00');
    expect(shown(pays(poor, bill('50000'), year({ aid: toFen('21502') })))).toBe('500.00 34650.00 3210.00 8498.00 3642.00');
    expect(shown(pays(poor, bill('50000'), year({ aid: toFen('21502.01') })))).toBe('500.00 34650.00 3210.00 8497.99 3642.01');
  });

  it('what civil servants’ and other funds and the hospital pay comes off the patient', () => {
    const shared = bill('30000', { ownPay: '1500', preSelfpay: '1200', civilServant: '1000', otherFund: '200', hospital: '36' });
    expect(yuanText(pays(employee, shared).patient)).toBe('4200.00');
    expect(yuanText(pays(employee, { ...shared, civilServant: toFen('5200') }).patient)).toBe('0.00');
    expect(() => pays(employee, { ...shared, civilServant: toFen('5200.01') })).toThrow('what all pay is 0.01 yuan more than the cost');
  });

  it('refuses what the file does not say', () => {
    expect(() => pays({ ...employee, level: '乡镇' }, usual)).toThrow('shangluo-illustrative does not say pool.employee.乡镇');
    expect(() => pays({ ...resident, aid: '五保' }, usual)).toThrow('shangluo-illustrative does not say aid.五保');
    expect(() => pays(employee, bill('100', { ownPay: '60', overLimit: '40.01' }))).toThrow('together are more than the cost');
  });

  it('the next stay counts what this one used', () => {
    // 24,564 paid, 27,300 − 24,564 = 2,736 out of pocket
    expect(pays(employee, usual).after).toEqual(year({ admissions: 1, pool: 2_456_400, outOfPocket: 273_600 }));
    // 10,000 of the pool; 17,300 not paid by it, 15,830.43 of them beyond the cap
    expect(pays(employee, usual, year({ pool: toFen('270000') })).after).toEqual(
      year({ admissions: 1, pool: toFen('280000'), outOfPocket: toFen('17300'), aboveCap: toFen('15830.43'), beyond: toFen('14247.39') }),
    );
  });
});

it('the lines name each payer’s sum and the line of the file', () => {
  const soFar = year({ pool: toFen('270000') });
  const lines = benefitLines(shangluo, employee, usual, soFar, pays(employee, usual, soFar));
  expect(lines.map(({ part, label, amount, working }) => [part, label, yuanText(amount), working])).toEqual([
    ['in_scope', 'cost', '30000.00', '30000.00'],
    ['in_scope', 'own_pay', '-1500.00', '− 1500.00'],
    ['in_scope', 'pre_selfpay', '-1200.00', '− 1200.00'],
    ['deductible', 'deductible', '600.00', '600.00 / 460.00 / 320.00'],
    ['pool', 'pool', '24564.00', '(27300.00 − 600.00) × 0.92'],
    ['pool', 'pool_over_cap', '-14564.00', '10000.00 − 24564.00'],
    ['beyond', 'large_amount', '14247.39', '15830.43 × 0.9'],
    ['patient', 'cost', '30000.00', '30000.00'],
    ['patient', 'less_pool', '-10000.00', '− 10000.00'],
    ['patient', 'less_beyond', '-14247.39', '− 14247.39'],
  ]);
  expect(lines.every(({ source, illustrative }) => (source !== undefined) === illustrative)).toBe(true);
});

describe('every benefit', () => {
  const money = fc.integer({ min: 0, max: 60_000_000 });
  const anyone = fc.record<Insured>({
    insurance: fc.constantFrom('employee', 'resident'),
    level: fc.constantFrom('三级', '二级', '一级'),
    retired: fc.boolean(),
    place: fc.constantFrom('local', 'filed', 'referred', 'unfiled'),
    aid: fc.constantFrom(undefined, '低保', '低收入'),
  });
  const anyYear = fc.record<SoFar>({
    admissions: fc.integer({ min: 0, max: 5 }),
    ...{ pool: fc.integer({ min: 0, max: 29_000_000 }), outOfPocket: money, aboveCap: money },
    ...{ beyond: fc.integer({ min: 0, max: 31_000_000 }), aid: fc.integer({ min: 0, max: 3_100_000 }) },
  });
  const anyBill = fc.tuple(money, money, money, money).map(([ownPay, overLimit, preSelfpay, inScope]) => ({
    ...{ ownPay, overLimit, preSelfpay, cost: ownPay + overLimit + preSelfpay + inScope },
    ...{ civilServant: 0, otherFund: 0, hospital: 0 },
  }));

  it('sums to the cost, pays nothing below zero, never passes a cap, and its lines sum to its parts', () => {
    fc.assert(
      fc.property(anyone, anyBill, anyYear, (insured, charges, soFar) => {
        const paid = pays(insured, charges, soFar);
        const { pool, beyond, aid, patient, deductible, inScope, after } = paid;
        expect(pool + beyond + aid + patient).toBe(charges.cost);
        expect(Math.min(pool, beyond, aid, patient, deductible)).toBeGreaterThanOrEqual(0);
        expect(pool).toBeLessThanOrEqual(inScope - deductible);
        expect(pool + beyond + aid).toBeLessThanOrEqual(inScope);
        const cap = insured.insurance === 'employee' ? 28_000_000 : 13_000_000;
        expect(after.pool).toBeLessThanOrEqual(Math.max(cap, soFar.pool));
        expect(after.aid).toBeLessThanOrEqual(Math.max(3_000_000, soFar.aid));
        if (insured.insurance === 'resident') expect(after.beyond).toBeLessThanOrEqual(Math.max(30_000_000, soFar.beyond));
        const lines = benefitLines(shangluo, insured, charges, soFar, paid);
        const sum = (part: string) => lines.filter(line => line.part === part).reduce((all, { amount }) => all + amount, 0);
        expect(['in_scope', 'deductible', 'pool', 'beyond', 'aid', 'patient'].map(sum)).toEqual([
          ...[inScope, deductible, pool, beyond, aid, patient],
        ]);
      }),
      { numRuns: 400 },
    );
  });

  it('a dearer bill never gets less from a fund, and never costs the patient less without aid', () => {
    fc.assert(
      fc.property(anyone, anyBill, anyYear, fc.integer({ min: 1, max: 5_000_000 }), (someone, charges, soFar, more) => {
        const insured = { ...someone, aid: undefined };
        const [less, dearer] = [pays(insured, charges, soFar), pays(insured, { ...charges, cost: charges.cost + more }, soFar)];
        expect(dearer.pool).toBeGreaterThanOrEqual(less.pool);
        expect(dearer.beyond).toBeGreaterThanOrEqual(less.beyond);
        // each payer rounds to its own fen
        expect(dearer.patient).toBeGreaterThanOrEqual(less.patient - 1);
      }),
      { numRuns: 300 },
    );
  });
});
