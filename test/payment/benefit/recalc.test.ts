import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFen } from '../../../src/money.ts';
import { billOf } from '../../../src/payment/bill.ts';
import { linesOf } from '../../../src/payment/explain.ts';
import { settle } from '../../../src/payment/settle.ts';
import { bands, type Settlement, unpricedReasons } from '../../../src/payment/settlement.ts';
import type { StayTable } from '../../../src/stay/stay-table.ts';
import { groups, policyOf, staysOf, type TestStay, weights } from '../small-hospital.ts';
import { text } from './shangluo.ts';

/** Standard 28,000 of group 3, weight 1. */
const policy = (way: string) =>
  policyOf(`
payment_method: drg_rate
price:
  source: shape
  unit: CNY/weight
  rates: {tertiary: {employee: "28000", resident: "20000"}, secondary: {employee: "28000", resident: "20000"}, 九级: {employee: "28000"}}
fund_share: {method: recalc, patient: ${way}}
benefit: data/policies/benefit/shangluo-illustrative.yaml
`);

type Patient = { readonly patient: number; readonly discharged: number; readonly retired?: boolean };
type Row = TestStay & Patient;

function tableOf(rows: readonly Row[]): { readonly stays: StayTable; readonly grouping: ReturnType<typeof staysOf>['grouping'] } {
  const { stays, grouping } = staysOf(rows.map(({ patient: _, discharged: __, retired: ___, ...stay }) => stay));
  const category = { codes: Uint32Array.from(rows, ({ retired }) => (retired ? 2 : 1)), words: ['', '11', '12'] };
  return {
    grouping,
    stays: {
      ...stays,
      words: { ...stays.words, patient_category: category },
      patientKey: { codes: Uint32Array.from(rows, ({ patient }) => patient), words: ['', 'a', 'b', 'c', 'd', 'e'] },
      discharged: Int32Array.from(rows, ({ discharged }) => discharged),
    },
  };
}

const settled = (rows: readonly Row[], way = 'by_item') => {
  const { stays, grouping } = tableOf(rows);
  return { stays, settlement: settle({ stays, grouping, groups, policy: policy(way), weights, readText: () => text }) };
};

/** 2025-03-01, and days after it. */
const march = 20_148;
const stay = (patient: number, after: number, rest: Partial<Row> = {}): Row => ({
  ...{ group: 3, total: '30000', fund: '24564', cash: '5436', own_pay: '1500', pre_selfpay: '1200', in_scope: '27300', deductible: '600' },
  ...{ level: 'tertiary', patient, discharged: march + after, ...rest },
});

describe('recalculation by a benefit file', () => {
  it('counts the admissions of a patient and a year, in whatever order they stand', () => {
    const rows = [stay(1, 40), stay(2, 5), stay(1, 0), stay(1, 80), stay(1, 400)];
    // (28,000 − 2,700 − 460) × 0.92 = 22,852.80 · first 22,724.00 · third (− 320) 22,981.60 · a new year 22,724.00
    expect([...settled(rows).settlement.fund]).toEqual([2_285_280, 2_272_400, 2_272_400, 2_298_160, 2_272_400]);
    expect([...settled([...rows].reverse()).settlement.fund]).toEqual([2_272_400, 2_298_160, 2_272_400, 2_272_400, 2_285_280]);
  });

  it('leaves the patient as on the bill by item, and the rest of the payment when recalculated', () => {
    const byItem = settled([stay(1, 0)]).settlement;
    expect([byItem.fund[0], byItem.patient[0], byItem.margin[0]]).toEqual([2_272_400, 543_600, toFen('-1840')]);
    const again = settled([stay(1, 0)], 'recalculated').settlement;
    expect([again.fund[0], again.patient[0], again.margin[0]]).toEqual([2_272_400, 527_600, toFen('-2000')]);
  });

  it('a retired patient gets two points more', () => {
    // 24,700 × 0.94
    expect(settled([stay(1, 0, { retired: true })]).settlement.fund[0]).toBe(toFen('23218'));
  });

  it('stops at the cap of the year, with what the pool paid on a bill that another method pays', () => {
    // group 2 has no weight: it stays at its bill, and the pool's 270,000 count
    const rows = [stay(1, 0, { group: 2, total: '300000', fund: '270000', in_scope: '297300' }), stay(1, 9)];
    // 10,000 left of 280,000
    expect([...settled(rows).settlement.fund]).toEqual([toFen('270000'), toFen('10000')]);
  });

  it('does not know what it is not told: an insurance, a level or a patient', () => {
    const odd = [stay(1, 0, { level: '九级' }), stay(1, 9), stay(0, 0), stay(2, 0)];
    // the year of patient 1 cannot be counted after a stay that nobody knows
    expect([...settled(odd).settlement.fund]).toEqual([Number.NaN, Number.NaN, Number.NaN, 2_272_400]);
    const { stays, grouping } = tableOf([stay(1, 0)]);
    const { patientKey: _, ...without } = stays;
    expect(() => settle({ stays: without, grouping, groups, policy: policy('by_item'), weights, readText: () => text })).toThrow(
      'the data does not tell patients apart',
    );
  });

  it('explains the fund by the exact rule, stay by stay, and equals the columns', () => {
    const yuan = (fen: number) => (fen / 100).toFixed(2);
    const anyStay = fc
      .record({
        total: fc.integer({ min: 100, max: 9_000_000 }),
        outside: fc.integer({ min: 0, max: 1000 }),
        patient: fc.integer({ min: 1, max: 3 }),
        day: fc.integer({ min: 0, max: 500 }),
        group: fc.constantFrom(2, 3, 3, 3, 4, 5),
        insurance: fc.constantFrom('310', '390'),
        level: fc.constantFrom('tertiary', 'secondary'),
        retired: fc.boolean(),
        big: fc.boolean(),
      })
      .map(({ total, outside, day, big, ...rest }): Row => {
        const own = Math.floor((total * outside) / 1000);
        const fund = big ? 9_000_000 : Math.floor(total / 2);
        return {
          ...{ ...rest, discharged: march + day, total: yuan(total), fund: yuan(fund), cash: yuan(total), other: yuan(50) },
          ...{ own_pay: yuan(own), pre_selfpay: '0.50', in_scope: yuan(total - own), deductible: '0' },
        };
      });
    fc.assert(
      fc.property(fc.array(anyStay, { minLength: 1, maxLength: 12 }), fc.constantFrom('by_item', 'recalculated'), (rows, way) => {
        const { stays, settlement } = settled(rows, way);
        for (let row = 0; row < rows.length; row++)
          expect(partsByLines(stays, settlement, row, way)).toEqual(partsByColumns(settlement, row, way));
      }),
      { numRuns: 30 },
    );
  });
});

function partsByLines(stays: StayTable, settlement: Settlement, row: number, way: string) {
  const paying = policy(way);
  const { lines } = linesOf({
    bill: billOf(stays, row),
    band: bands[settlement.band[row]!]!,
    reason: unpricedReasons[settlement.reason[row]!]!,
    price: settlement.prices[settlement.price[row]!],
    policy: paying,
    within: { stays, row, settlement, part: { policy: paying, groups, weights, readText: () => text } },
  });
  const sum = (part: string) => lines.filter(line => line.part === part).reduce((all, { amount }) => all + amount, 0);
  return { fund: sum('fund'), patient: sum('patient') };
}

const partsByColumns = ({ fund, patient, band }: Settlement, row: number, way: string) => ({
  fund: fund[row],
  patient: way === 'by_item' || bands[band[row]!] === 'unpriced' ? 0 : patient[row],
});
