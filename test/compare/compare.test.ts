import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../src/compare/compare.ts';
import type { Comparison, Row } from '../../src/compare/comparison.ts';
import { runScenarios } from '../../src/scenario/plan.ts';
import { hospitalOf, type WrittenStay } from '../payment/written-stays.ts';
import { baseline, type Files, groupedAs, reform, resolved, sha256, toyGroups, weightsA } from '../scenario/city.ts';

/**
 * Standard: A 1 × 10000 = 10000, B for residents 1.5 × 8000 = 12000, B for employees 15000, C has no weight.
 *
 *   stay                        cost      patient  other  fund (bill)  band      payment   fund      margin
 *   1 心内科 310 A   January    12000.00  3000.00    0    9000.00      normal    10000.00  7000.00   -2000.00
 *   2 心内科 390 B   February    9000.00  2500.00  500    6000.00      normal    12000.00  9000.00   +3000.00
 *   3 骨科   310 B   February    4499.99  1000.00    0    3499.99      low        4499.99  3499.99       0.00
 *   4 骨科   310 A   March      30000.01  8000.00    0   22000.01      high      30000.01 22000.01       0.00
 *   5 骨科   390 C   March       2000.00   700.00    0    1300.00      unpriced   2000.00  1300.00       0.00
 */
const stays: readonly (WrittenStay & { readonly drg: string })[] = [
  {
    drg: 'A',
    hospital: 'H1',
    department: '心内科',
    insurance: '310',
    settled: '2025-01-31',
    days: 8,
    total: '12000',
    fund: '9000',
    account: '1000',
    cash: '2000',
    medical_aid: '0',
  },
  {
    drg: 'B',
    hospital: 'H1',
    department: '心内科',
    insurance: '390',
    settled: '2025-02-01',
    days: 7,
    total: '9000',
    fund: '6000',
    account: '0',
    cash: '2500',
    medical_aid: '500',
  },
  {
    drg: 'B',
    hospital: 'H2',
    department: '骨科',
    insurance: '310',
    settled: '2025-02-28',
    days: 2,
    total: '4499.99',
    fund: '3499.99',
    account: '0',
    cash: '1000',
    medical_aid: '0',
  },
  {
    drg: 'A',
    hospital: 'H2',
    department: '骨科',
    insurance: '310',
    discharged: '2025-03-01',
    days: 30,
    total: '30000.01',
    fund: '22000.01',
    account: '3000',
    cash: '5000',
    medical_aid: '0',
  },
  {
    drg: 'C',
    hospital: 'H2',
    department: '骨科',
    insurance: '390',
    discharged: '2025-03-31',
    days: 1,
    total: '2000',
    fund: '1300',
    account: '0',
    cash: '700',
    medical_aid: '0',
  },
];
const files: Files = { 'ffs.yaml': baseline, 'drg.yaml': reform };

function compared(paths: readonly string[], written = stays, from: Files = files): Comparison {
  const table = hospitalOf(written);
  const runs = runScenarios(
    paths.map(path => resolved(path, from)),
    {
      stays: table,
      ownData: true,
      groupingOf: () => ({ columns: groupedAs(written.map(stay => stay.drg)), groups: toyGroups }),
      weightsOf: () => weightsA,
    },
  );
  return compareRuns({ id: 'test', title: '测试', stays: table, runs, sha256 });
}

const shown = ({ key, stays: n, cost, fund, patient, other, margin }: Row) => [key, n, cost, fund, patient, other, margin];

describe('five stays under fee for service and by group', () => {
  const { scenarios, changes, data } = compared(['ffs.yaml', 'drg.yaml']);
  const [ffs, drg] = scenarios;

  it('adds up to the load', () => {
    expect(data).toEqual({ sha256: 'f'.repeat(64), stays: 5, cost: 5_750_000 });
    // 12000 + 9000 + 4499.99 + 30000.01 + 2000 = 57500; payers 41800 + 15200 + 500 = 57500
    expect(ffs!.totals).toEqual({
      stays: 5,
      unpriced: 0,
      unpricedCost: 0,
      cost: 5_750_000,
      payment: 5_750_000,
      fund: 4_180_000,
      patient: 1_520_000,
      other: 50_000,
      margin: 0,
      groupResult: 0,
      days: 48,
      weight: '',
      cmi: '',
      priced: 0,
      low: 0,
      high: 0,
    });
    // fund 7000 + 9000 + 3499.99 + 22000.01 + 1300 = 42800; margin -2000 + 3000 = 1000; payment 10000 + 12000 + 4499.99 + 30000.01 + 2000
    expect(drg!.totals).toEqual({
      stays: 5,
      unpriced: 1,
      unpricedCost: 200_000,
      cost: 5_750_000,
      payment: 5_850_000,
      fund: 4_280_000,
      patient: 1_520_000,
      other: 50_000,
      margin: 100_000,
      groupResult: 100_000,
      days: 48,
      weight: '5',
      cmi: '1.2500',
      priced: 4,
      low: 1,
      high: 1,
    });
  });

  it('lists departments and groups by cost, stays without a price last', () => {
    expect(drg!.by.department.map(shown)).toEqual([
      ['骨科', 3, 3_650_000, 2_680_000, 970_000, 0, 0],
      ['心内科', 2, 2_100_000, 1_600_000, 550_000, 50_000, 100_000],
    ]);
    expect(drg!.by.group.map(shown)).toEqual([
      ['A', 2, 4_200_001, 2_900_001, 1_100_000, 0, -200_000],
      ['B', 2, 1_349_999, 1_249_999, 350_000, 50_000, 300_000],
      ['unpriced', 1, 200_000, 130_000, 70_000, 0, 0],
    ]);
    expect(drg!.by.group.map(row => [row.label, row.weight, row.cmi])).toEqual([
      ['甲', '2', '1.0000'],
      ['乙', '3', '1.5000'],
      ['未定价', '0', ''],
    ]);
  });

  it('lists hospitals, insurance and months in their order; a month is that of settlement, else of discharge', () => {
    expect(drg!.by.hospital.map(shown)).toEqual([
      ['H1', 2, 2_100_000, 1_600_000, 550_000, 50_000, 100_000],
      ['H2', 3, 3_650_000, 2_680_000, 970_000, 0, 0],
    ]);
    expect(drg!.by.insurance.map(row => [row.key, row.label, row.stays, row.margin])).toEqual([
      ['310', '职工基本医疗保险', 3, -200_000],
      ['390', '城乡居民基本医疗保险', 2, 300_000],
    ]);
    expect(drg!.by.month.map(row => [row.key, row.stays, row.cost])).toEqual([
      ['2025-01', 1, 1_200_000],
      ['2025-02', 2, 1_349_999],
      ['2025-03', 2, 3_200_001],
    ]);
  });

  it('has one row for all stays where nothing is grouped', () => {
    expect(ffs!.by.group.map(shown)).toEqual([['all', 5, 5_750_000, 4_180_000, 1_520_000, 50_000, 0]]);
  });

  it('shows the change from the baseline; groups compare the same stays', () => {
    const [change] = changes;
    expect(change!.totals).toEqual({
      stays: 0,
      cost: 0,
      fund: 100_000,
      patient: 0,
      other: 0,
      margin: 100_000,
      payment: 100_000,
      groupResult: 100_000,
    });
    expect(change!.by.group).toEqual([
      { key: 'A', stays: 0, cost: 0, fund: -200_000, patient: 0, other: 0, margin: -200_000, payment: -200_000, groupResult: -200_000 },
      { key: 'B', stays: 0, cost: 0, fund: 300_000, patient: 0, other: 0, margin: 300_000, payment: 300_000, groupResult: 300_000 },
      { key: 'unpriced', stays: 0, cost: 0, fund: 0, patient: 0, other: 0, margin: 0, payment: 0, groupResult: 0 },
    ]);
  });
});

describe('what a comparison owes its reader', () => {
  it('flips every absolute change when baseline and reform change places', () => {
    const there = compared(['ffs.yaml', 'drg.yaml']).changes[0]!;
    const back = compared(['drg.yaml', 'ffs.yaml']).changes[0]!;
    const flipped = (row: object) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === 'number' ? 0 - v : v]));
    expect(back.totals).toEqual(flipped(there.totals));
    for (const by of ['hospital', 'department', 'insurance', 'month'] as const) expect(back.by[by]).toEqual(there.by[by].map(flipped));
  });

  it('changes nothing when the reform changes nothing', () => {
    const same = { ...files, 'same.yaml': 'schema: scenario/1\nid: same\ntitle: 相同\nextends: drg.yaml\n' };
    const { changes, scenarios } = compared(['drg.yaml', 'same.yaml'], stays, same);
    const numbers = (row: object) => Object.values(row).filter(value => typeof value === 'number');
    const rows = [changes[0]!.totals, ...Object.values(changes[0]!.by).flat()];
    expect(new Set(rows.flatMap(numbers))).toEqual(new Set([0]));
    expect(scenarios[1]!.hash).toBe(scenarios[0]!.hash);
  });

  it('leaves the columns empty that the file does not give, and only those', () => {
    const noPatient = stays.map(({ account: _, cash: __, ...stay }) => stay);
    const [ffs, drg] = compared(['ffs.yaml', 'drg.yaml'], noPatient).scenarios;
    expect(ffs!.totals).toMatchObject({ cost: 5_750_000, fund: 4_180_000, patient: Number.NaN, margin: Number.NaN, other: 50_000 });
    expect(drg!.totals).toMatchObject({ cost: 5_750_000, payment: 5_850_000, patient: Number.NaN, other: 50_000, weight: '5' });
  });

  it('puts stays whose file does not say on a row of their own', () => {
    const nowhere = stays.map(({ department: _, settled: __, discharged: ___, ...stay }) => stay);
    const [ffs] = compared(['ffs.yaml'], nowhere).scenarios;
    expect(ffs!.by.department.map(row => [row.key, row.label, row.stays])).toEqual([['', '未填写', 5]]);
    expect(ffs!.by.month.map(row => [row.key, row.label, row.stays])).toEqual([['', '未填写', 5]]);
  });
});
