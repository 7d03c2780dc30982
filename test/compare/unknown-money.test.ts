import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compareRuns } from '../../src/compare/compare.ts';
import { comparisonJson } from '../../src/compare/document.ts';
import { leadingFigure } from '../../src/compare/leading-figure.ts';
import { runScenarios } from '../../src/scenario/plan.ts';
import type { MoneyField, StayTable } from '../../src/stay/stay-table.ts';
import { hospitalOf } from '../payment/written-stays.ts';
import { baseline, groupedAs, reform, resolved, sha256, toyGroups, weightsA } from '../scenario/city.ts';

// A: standard 10000. Stay 1 costs 12000: normal, 10000 paid, 2000 lost. Stay 2 costs 9000: 1000 gained. Together paid 20000 of 21000.
const written = ['12000', '9000'].map(total => ({
  department: total,
  insurance: '310',
  settled: '2025-01-31',
  days: 8,
  total,
  fund: String(Number(total) - 1000),
  account: '0',
  cash: '1000',
}));

/** The same stays from a file that has only these columns of money. */
function documentOf(columns: readonly MoneyField[], stays: StayTable = hospitalOf(written)) {
  const money = Object.fromEntries(columns.map(field => [field, stays.money[field]]));
  const table: StayTable = { ...stays, money };
  const runs = runScenarios(
    ['ffs.yaml', 'drg.yaml'].map(path => resolved(path, { 'ffs.yaml': baseline, 'drg.yaml': reform })),
    {
      stays: table,
      ownData: true,
      groupingOf: () => ({ columns: groupedAs(['A', 'A']), groups: toyGroups }),
      weightsOf: () => weightsA,
    },
  );
  return comparisonJson(compareRuns({ id: 'x', title: 'x', stays: table, runs, sha256 }));
}
const money = ({ cost, payment, fund, patient, other, margin, group_result }: Record<string, unknown>) => ({
  ...{ cost, payment, fund, patient, other, margin, group_result },
});
const all = (value: null) => ({
  cost: value,
  payment: value,
  fund: value,
  patient: value,
  other: value,
  margin: value,
  group_result: value,
});

describe('a file without a cost column', () => {
  it.each([[['fund', 'account', 'cash']], [[]]] as MoneyField[][][])('invents no zero: %j', columns => {
    const { scenarios, changes, data } = documentOf(columns);
    expect(data.cost).toBeNull();
    for (const { totals, by } of scenarios) {
      for (const row of [totals, ...by.department, ...by.month]) expect(money(row)).toEqual(all(null));
      expect(totals).toMatchObject({ stays: 2, unpriced: 2, unpriced_cost: null });
    }
    for (const { totals, by } of changes) {
      for (const row of [totals, ...by.department, ...by.group]) expect(money(row)).toEqual(all(null));
    }
  });
});

describe('a file with cost and nobody who pays', () => {
  it('knows the payment and the result of the groups, and nothing of the payers', () => {
    const { scenarios, changes } = documentOf(['total']);
    const nobody = { fund: null, patient: null, other: null, margin: null };
    expect(scenarios.map(({ totals }) => money(totals))).toEqual([
      { ...nobody, cost: '21000.00', payment: '21000.00', group_result: '0.00' },
      { ...nobody, cost: '21000.00', payment: '20000.00', group_result: '-1000.00' },
    ]);
    expect(changes[0]!.by.department.map(row => [row.key, row.payment, row.group_result, row.margin])).toEqual([
      ['12000', '-2000.00', '-2000.00', null],
      ['9000', '1000.00', '1000.00', null],
    ]);
  });

  it('knows that others paid nothing once any payer has a column', () => {
    expect(money(documentOf(['total', 'cash']).scenarios[0]!.totals)).toEqual({
      cost: '21000.00',
      payment: '21000.00',
      fund: null,
      patient: '2000.00',
      other: '0.00',
      margin: null,
      group_result: '0.00',
    });
  });
});

it('counts a single empty total 0, as all amounts of that stay, and keeps the identity', () => {
  const { scenarios, data } = documentOf(['total', 'fund', 'account', 'cash'], hospitalOf([written[0]!, { ...written[1]!, total: '' }]));
  expect(data.cost).toBe('12000.00');
  // stay 1: fund 11000 + patient 1000 = 12000 = cost; stay 2: 0 + 0 = 0 + 0 + 0
  expect(money(scenarios[0]!.totals)).toEqual({
    cost: '12000.00',
    payment: '12000.00',
    fund: '11000.00',
    patient: '1000.00',
    other: '0.00',
    margin: '0.00',
    group_result: '0.00',
  });
  expect(scenarios[0]!.totals).toMatchObject({ stays: 2, unpriced: 1, unpriced_cost: null });
});

it('is what its schema describes, with nothing known', () => {
  const schema = z.fromJSONSchema(JSON.parse(readFileSync('data/schema/comparison-result.schema.json', 'utf8')));
  for (const columns of [[], ['total']] as MoneyField[][]) {
    expect(schema.safeParse(JSON.parse(JSON.stringify(documentOf(columns)))).error).toBeUndefined();
  }
});

it.each([
  [0, 0, 'margin'],
  [Number.NaN, -5, 'groupResult'],
  [Number.NaN, Number.NaN, undefined],
] as const)('an answer speaks of what is known: margin %d, result of the groups %d', (margin, groupResult, figure) => {
  expect(leadingFigure({ margin, groupResult })).toBe(figure);
});
