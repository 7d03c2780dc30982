import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/app/desk.ts';
import { Decimal, toFen } from '../../../src/money.ts';
import type { Parameter } from '../../../src/scenario/parameter.ts';
import { departmentsSheet } from '../../../src/ui/sheets/departments-sheet.ts';
import { speaker } from '../../../src/ui/words.ts';
import { desk } from '../desk-fixture.ts';
import { footerOf, shownOf } from './footer.ts';

const run = desk.runs[2]!;
const sheet = departmentsSheet(desk, run, speaker('zh'));
const column = (key: string) => shownOf(sheet, key).map(([, text]) => text);

describe('the table of departments', () => {
  it('has the worst margin first, with its rate and what the reform changed', () => {
    expect(shownOf(sheet, 'margin')).toEqual([
      ['消化内科', '−2.00'],
      ['骨科', '−1.01'],
      ['心内科', '0.00'],
    ]);
    expect([column('rate'), column('change')]).toEqual([
      ['−48.2%', '−15.2%', '0.0%'],
      ['−2.00', '−1.01', '0.00'],
    ]);
  });

  it('has case mix, groups, cost and days of a stay', () => {
    // CMI: 1 / 1, 5.5362 / 3, 4.92 / 3; cost: 41,500 / 2, 66,310 / 3, 41,600.50 / 3; days: 5 / 2, 22 / 3, 17 / 3
    expect(['cmi', 'groups', 'weight', 'mean-cost', 'mean-days', 'high', 'low'].map(column)).toEqual([
      ['1.0000', '1.8454', '1.6400'],
      ['1', '2', '2'],
      ['1', '5.5362', '4.92'],
      ['20,750.00', '22,103.33', '13,866.83'],
      ['2.5', '7.3', '5.7'],
      ['100.0%', '0.0%', '0.0%'],
      ['0.0%', '0.0%', '33.3%'],
    ]);
  });

  it('has the totals of the run under it', () => {
    const footers = ['stays', 'change', 'rate', 'cmi', 'groups', 'weight', 'mean-cost', 'mean-days', 'high', 'low', 'cost', 'margin'];
    expect(footers.map(key => footerOf(sheet, key))).toEqual([
      8,
      toFen('-30096.15'),
      '−20.1%',
      '1.6366',
      '5',
      '11.4562',
      '18,676.31',
      '5.5',
      '14.3%',
      '14.3%',
      toFen('149410.50'),
      toFen('-30096.15'),
    ]);
    const { totals } = run.result;
    expect([footerOf(sheet, 'stays'), footerOf(sheet, 'cost'), footerOf(sheet, 'margin')]).toEqual([
      totals.stays,
      totals.cost,
      totals.margin,
    ]);
  });

  it('shows no index where the policy states no regional mean', () => {
    expect([column('cost-index'), column('time-index'), footerOf(sheet, 'cost-index')]).toEqual([['–', '–', '–'], ['–', '–', '–'], '']);
  });

  it('measures by the region where it does: group by group, never by the hospital itself', () => {
    // region mean 10,000 a weight: GD29 40,000/10,000 = 4; IC29 52,310/37,362 + IR29 14,000/9,000 = 2.95564 by 3 stays;
    // FM19 31,000/30,000 + FR25 10,600.50/9,600 = 2.13755 by 3; all 9.09319 by 7 = 1.2990
    const stated = (path: string, value: string): Parameter => ({
      path,
      value,
      from: '',
      unit: '',
      source: '',
      illustrative: false,
      at: 'data/policies/city.yaml:28',
      edited: false,
    });
    const parameters = [stated('price.region_mean_cost', '10000'), stated('weights.table', 'data/weights/city.tsv')];
    const points: Run = { ...run, result: { ...run.result, method: 'drg_points' }, parameters };
    const measured = departmentsSheet({ ...desk, runs: [desk.runs[0]!, desk.runs[1]!, points] }, points, speaker('zh'));
    expect([shownOf(measured, 'cost-index').map(([, text]) => text), footerOf(measured, 'cost-index')]).toEqual([
      ['4.00', '0.99', '0.71'],
      '1.30',
    ]);
    expect(footerOf(measured, 'time-index')).toBe('');
  });

  it('has both indices by the means of a table, and leaves out the group it does not state', () => {
    // IR29 (9,800 + 4,200) ÷ 7,000 = 2 of 2 stays, days (6 + 4) ÷ 5 = 2 of 2; IC29 and FR25 are not stated. FM19 31,000 ÷ 31,000, 7 ÷ 14;
    // GD29 40,000 ÷ 16,000 = 2.5, 3 ÷ 2 = 1.5. All: cost (2 + 1 + 2.5) ÷ 4 = 1.375, days (2 + 0.5 + 1.5) ÷ 4 = 1
    const mean = (cost: number, days: number) => ({ cost: new Decimal(cost), days: new Decimal(days) });
    const means = new Map([
      ['IR29', mean(7000, 5)],
      ['FM19', mean(31_000, 14)],
      ['GD29', mean(16_000, 2)],
    ]);
    const named: Run = { ...run, benchmarks: [{ file: 'means.tsv', stamp: { selfTested: false, calibratedFrom: [] }, means }] };
    const measured = departmentsSheet({ ...desk, runs: [desk.runs[0]!, desk.runs[1]!, named] }, named, speaker('zh'));
    const texts = (key: string) => [shownOf(measured, key), footerOf(measured, key)];
    expect([texts('cost-index'), texts('time-index')]).toEqual([
      [
        [
          ['消化内科', '2.50'],
          ['骨科', '1.00'],
          ['心内科', '1.00'],
        ],
        '1.38',
      ],
      [
        [
          ['消化内科', '1.50'],
          ['骨科', '1.00'],
          ['心内科', '0.50'],
        ],
        '1.00',
      ],
    ]);
  });
});
