import { expect, it } from 'vitest';
import { dimensions } from '../../../src/compare/comparison.ts';
import { makePen } from '../../../src/ui/pen.ts';
import { departmentBars } from '../../../src/ui/sheets/department-bars.ts';
import { dimensionSheet, partLabel } from '../../../src/ui/sheets/dimension-sheet.ts';
import { speaker } from '../../../src/ui/words.ts';
import { desk } from '../desk-fixture.ts';
import { footerOf } from './footer.ts';

const { comparison } = desk;
const say = speaker('zh');
const sheetOf = (scenario: number, dimension: (typeof dimensions)[number]) =>
  dimensionSheet(comparison, { scenario, dimension, language: 'zh' }, say);

it('has the totals of the comparison under every column, in every dimension and scenario', () => {
  // the groups of the fixture leave stay 8 out of 0000 and on the row without a price: all eight are there
  const sums = comparison.scenarios.flatMap((_, scenario) =>
    dimensions.map(dimension => {
      const sheet = sheetOf(scenario, dimension);
      const keys = sheet.columns.map(({ key }) => key).filter(key => /^(stays|cost|change-|margin-)/.test(key));
      return Object.fromEntries(
        keys.filter(key => sheet.columns.find(column => column.key === key)?.footer).map(key => [key, footerOf(sheet, key)]),
      );
    }),
  );
  const wanted = comparison.scenarios.flatMap(({ id, totals }) => {
    const change = comparison.changes.find(({ scenario }) => scenario === id)?.totals;
    const changed = change ? { 'change-fund': change.fund, 'change-patient': change.patient, 'change-margin': change.margin } : {};
    const margins = (of: (id: string) => boolean) =>
      Object.fromEntries(comparison.scenarios.filter(one => of(one.id)).map(one => [`margin-${one.id}`, one.totals.margin]));
    // both DRG scenarios have the same groups; fee for service has one row of its own
    const grouped = (other: string) => (id === 'ffs') === (other === 'ffs');
    return dimensions.map(dimension => ({
      stays: totals.stays,
      cost: totals.cost,
      ...changed,
      ...margins(other => dimension !== 'group' || grouped(other)),
    }));
  });
  expect(sums).toEqual(wanted);
});

it('has the totals under the departments of the overview', () => {
  const bars = departmentBars(comparison, 2, { say, pen: makePen('zh', false) });
  const { stays, cost, margin } = comparison.scenarios[2]!.totals;
  expect(['stays', 'cost', 'margin', 'share'].map(key => footerOf(bars, key))).toEqual([stays, cost, margin, '−20.1%']);
});

it('shows a row that only the baseline has with nothing in it and with its change', () => {
  const [before, ...others] = comparison.scenarios;
  const change = comparison.changes[1]!;
  const gone = { ...before!.by.department[0]!, key: '撤销科', label: '撤销科', margin: 50_000 };
  const left = { ...change.by.department[0]!, key: '撤销科', margin: -50_000 };
  const changed = {
    ...comparison,
    scenarios: [{ ...before!, by: { ...before!.by, department: [...before!.by.department, gone] } }, ...others],
    changes: [{ ...change, by: { ...change.by, department: [...change.by.department, left] } }],
  };
  const sheet = dimensionSheet(changed, { scenario: 2, dimension: 'department', language: 'zh' }, say);
  const row = sheet.rowOf('撤销科')!;
  const text = (key: string) => sheet.columns.find(column => column.key === key)?.text(row, 20);
  expect(['label', 'stays', 'cost', 'change-margin', 'cmi'].map(text)).toEqual(['撤销科', '0', '0.00', '−0.05', '–']);
});

it('says in the language spoken what is no name of the hospital', () => {
  const label = (key: string, label: string) => partLabel({ key, label }, 'group', speaker('en'));
  expect([label('', '未填写'), label('unpriced', '未定价'), label('all', '不分组'), label('IC29', '髋'), label('X', 'X')]).toEqual([
    '(blank)',
    'Unpriced',
    'no groups',
    'IC29 髋',
    'X',
  ]);
});
