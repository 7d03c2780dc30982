import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { compareRuns } from '../../src/compare/compare.ts';
import { comparisonJson } from '../../src/compare/document.ts';
import { runScenarios } from '../../src/scenario/plan.ts';
import { hospitalOf } from '../payment/written-stays.ts';
import { baseline, groupedAs, reform, resolved, sha256, toyGroups, weightsA } from '../scenario/city.ts';

// Standard of A 10000.00: fund 10000 - 4000 = 6000.00, margin -2345.67. C has no weight and stays as on the bill.
function documentOf(patientKnown = true) {
  const patient = patientKnown ? { account: '1000', cash: '3000' } : {};
  const stays = hospitalOf([
    { department: '骨科', insurance: '310', settled: '2025-03-09', days: 9, total: '12345.67', fund: '8345.67', ...patient },
    { department: '骨科', insurance: '310', settled: '2025-03-10', days: 1, total: '4500.00', fund: '500.00', ...patient },
  ]);
  const runs = runScenarios(
    ['ffs.yaml', 'drg.yaml'].map(path => resolved(path, { 'ffs.yaml': baseline, 'drg.yaml': reform })),
    {
      stays,
      ownData: true,
      groupingOf: () => ({ columns: groupedAs(['A', 'C']), groups: toyGroups }),
      weightsOf: () => weightsA,
    },
  );
  return comparisonJson(compareRuns({ id: 'reform', title: '改革', stays, runs, sha256 }));
}

it('writes money as decimal text and keys in English', () => {
  const { data, scenarios, changes, schemaVersion } = documentOf();
  expect({ schemaVersion, data }).toEqual({ schemaVersion: 1, data: { sha256: 'f'.repeat(64), stays: 2, cost: '16845.67' } });
  const { hash, by, notes, ...drg } = scenarios[1]!;
  expect(drg).toEqual({
    id: 'drg',
    title: '按病组',
    method: 'drg_rate',
    catalogue: 'toy',
    policy: 'city',
    input: 2,
    excluded: 0,
    excluded_by: [],
    in_scope: 2,
    unpriced: 1,
    totals: {
      stays: 2,
      priced: 1,
      unpriced: 1,
      unpriced_cost: '4500.00',
      cost: '16845.67',
      payment: '14500.00',
      fund: '6500.00',
      patient: '8000.00',
      other: '0.00',
      margin: '-2345.67',
      group_result: '-2345.67',
      days: 10,
      weight: '1',
      cmi: '1.0000',
      low: 0,
      high: 0,
    },
  });
  expect(changes[0]!.by.group).toEqual([
    {
      key: 'A',
      stays: 0,
      cost: '0.00',
      fund: '-2345.67',
      patient: '0.00',
      other: '0.00',
      margin: '-2345.67',
      payment: '-2345.67',
      group_result: '-2345.67',
    },
    {
      key: 'unpriced',
      stays: 0,
      cost: '0.00',
      fund: '0.00',
      patient: '0.00',
      other: '0.00',
      margin: '0.00',
      payment: '0.00',
      group_result: '0.00',
    },
  ]);
  expect([hash.length, by.department.length, notes.length]).toEqual([64, 1, 1]);
});

it('has null where the file does not say', () => {
  const { totals } = documentOf(false).scenarios[0]!;
  expect([totals.cost, totals.patient, totals.margin, totals.weight, totals.cmi]).toEqual(['16845.67', null, null, null, null]);
});

const schema = z.fromJSONSchema(JSON.parse(readFileSync('data/schema/comparison-result.schema.json', 'utf8')));

it('is what its schema describes, with and without patients', () => {
  for (const known of [true, false]) {
    const document = JSON.parse(JSON.stringify(documentOf(known)));
    expect(schema.safeParse(document).error).toBeUndefined();
  }
});

it('has a schema that sees a missing key, a number for money and a key too many', () => {
  const { changes: _, ...noChanges } = documentOf();
  const numeric = { ...documentOf(), data: { sha256: 'f'.repeat(64), stays: 2, cost: 16845.67 } };
  const extra = { ...documentOf(), computedAt: '2025-01-01' };
  expect([noChanges, numeric, extra].map(wrong => schema.safeParse(JSON.parse(JSON.stringify(wrong))).success)).toEqual([
    false,
    false,
    false,
  ]);
});
