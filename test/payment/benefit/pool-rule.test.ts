import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFen } from '../../../src/money.ts';
import { benefitPays } from '../../../src/payment/benefit/pays.ts';
import { poolPays, poolRule } from '../../../src/payment/benefit/pool-rule.ts';
import { readBenefit } from '../../../src/payment/benefit/read-benefit.ts';
import { bill, employee, text, year } from './shangluo.ts';

/** Shangluo with bands: to 10,000 at 0.855, to 50,000.01 at 0.9, above at 0.95. */
const flat = '    三级: [{up_to: null, share: "0.92"}]';
const banded = readBenefit(
  text.replace(flat, '    三级: [{up_to: "10000", share: "0.855"}, {up_to: "50000.01", share: "0.9"}, {up_to: null, share: "0.95"}]'),
  'b.yaml',
);
const rule = poolRule(banded, employee);
const pool = (yuan: string) => poolPays(rule, toFen(yuan), 0, 0);

describe('the pool by bands of what is in scope, deductible 600 in the lowest', () => {
  it.each([
    ['600', '0'],
    // 0.01 × 0.855 = 0.00855, one fen
    ['600.01', '0.01'],
    // 9,400 × 0.855
    ['10000', '8037'],
    // + 0.01 × 0.9 = 0.009
    ['10000.01', '8037.01'],
    // 8,037 + 40,000.01 × 0.9 = 44,037.009
    ['50000.01', '44037.01'],
    // + 0.01 × 0.95 = 44,037.0185
    ['50000.02', '44037.02'],
    // 44,037.009 + 9,999.99 × 0.95 = 53,536.9995
    ['60000', '53537'],
  ])('%s in scope: %s', (inScope, pays) => {
    expect(pool(inScope)).toBe(toFen(pays));
    expect(benefitPays(banded, employee, bill(inScope), year({})).pool).toBe(toFen(pays));
  });

  // 280,000 a year: 8,037 left and one fen less
  it('stops at the cap', () => {
    expect(poolPays(rule, toFen('10000'), 0, toFen('271963'))).toBe(toFen('8037'));
    expect(poolPays(rule, toFen('10000'), 0, toFen('271963.01'))).toBe(toFen('8036.99'));
    expect(poolPays(rule, toFen('10000'), 0, toFen('300000'))).toBe(0);
  });

  it('what a band leaves above the cap is counted from the dearest part of the bill', () => {
    // due 53,537.00; 50,000 left: 8,037 and 36,000.009 are paid, 5,962.991 ÷ 0.95 = 6,276.83 of 9,999.99 reached, 3,723.16 not, × 0.9 = 3,350.84
    const paid = benefitPays(banded, employee, bill('60000'), year({ pool: toFen('230000') }));
    expect([paid.pool, paid.after.aboveCap, paid.beyond]).toEqual([toFen('50000'), toFen('3723.16'), toFen('3350.84')]);
  });

  it('in whole numbers is the exact rule, for anybody', () => {
    const anyone = fc.record({
      ...{ insurance: fc.constant('employee'), level: fc.constantFrom('三级', '二级'), retired: fc.boolean(), aid: fc.constant(undefined) },
      place: fc.constantFrom('local' as const, 'filed' as const, 'referred' as const, 'unfiled' as const),
    });
    const cost = fc.oneof(
      fc.integer({ min: 0, max: 40_000_000 }),
      fc.integer({ min: 999_990, max: 1_000_010 }),
      fc.integer({ min: 59_990, max: 60_010 }),
    );
    fc.assert(
      fc.property(
        anyone,
        cost,
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 29_000_000 }),
        (insured, fen, admissions, paid) => {
          const exact = benefitPays(banded, insured, { ...bill('0'), cost: fen }, year({ admissions, pool: paid })).pool;
          expect(poolPays(poolRule(banded, insured), fen, admissions, paid)).toBe(exact);
        },
      ),
      { numRuns: 500 },
    );
  });

  describe('where a double does not hold the product', () => {
    const fine = readBenefit(
      text
        .replace(flat, '    三级: [{up_to: "10000", share: "0.92345678"}, {up_to: null, share: "0.12345679"}]')
        .replace('employee: "280000"', 'employee: "1000000000"'),
      'b.yaml',
    );
    const pays = (fen: number) => poolPays(poolRule(fine, employee), fen, 0, 0);

    // (1,000,000 − 60,000) × .92345678 = 868,049.3732; (10^9 − 10^6) fen × .12345679 = 123,333,333.21; 124,201,382.5832
    it('10^9 fen at eight decimals, to the fen', () => {
      expect(pays(1_000_000_000)).toBe(124_201_383);
      // 5 × 10^11 fen: 868,049.3732 + (5 × 10^11 − 10^6) × .12345679 = 61,728,395,000 − 123,456.79 + 868,049.3732 = 61,729,139,592.5832
      expect(pays(500_000_000_000)).toBe(61_729_139_593);
    });

    // 868,049.3732 + 1,072,920,081 × .12345679 = 133,327,318.49999999; + 46,772,920,000 × .12345679 = 5,775,302,611.5: doubles miss both
    it('on both sides of half a fen', () => {
      expect(pays(1_073_920_081)).toBe(133_327_318);
      expect(pays(46_773_920_000)).toBe(5_775_302_612);
    });

    it('is the exact rule there too, on both sides of the line', () => {
      // 2^53 ÷ 10^8 = 90,071,992.5 fen
      const amount = fc.oneof(
        fc.integer({ min: 90_071_900, max: 90_072_100 }),
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.integer({ min: 1_000_000_000, max: 10_000_000_000_000 }),
      );
      const { insurance, level, place, aid } = employee;
      fc.assert(
        fc.property(amount, fc.boolean(), fc.integer({ min: 0, max: 4 }), (fen, retired, admissions) => {
          const insured = { insurance, level, place, aid, retired };
          const exact = benefitPays(fine, insured, { ...bill('0'), cost: fen }, year({ admissions })).pool;
          expect(poolPays(poolRule(fine, insured), fen, admissions, 0)).toBe(exact);
        }),
        { numRuns: 500 },
      );
    });
  });
});
