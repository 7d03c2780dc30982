import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../src/compare/compare.ts';
import { dimensions } from '../../src/compare/comparison.ts';
import { sums } from '../../src/compare/tally.ts';
import { runScenarios } from '../../src/scenario/plan.ts';
import { hospitalOf } from '../payment/written-stays.ts';
import { baseline, groupedAs, reform, resolved, sha256, toyGroups, weightsA } from '../scenario/city.ts';

/** Stays whose payers add up to their cost, in no particular hospital. */
const stay = fc
  .record({
    drg: fc.constantFrom('0000', 'A', 'B', 'C'),
    hospital: fc.constantFrom('', 'H1', 'H2'),
    department: fc.constantFrom('', '心内科', '骨科', '儿科'),
    insurance: fc.constantFrom('310', '390', '999'),
    settled: fc.constantFrom(undefined, '2024-02-29', '2025-01-31', '2025-12-31'),
    discharged: fc.constantFrom(undefined, '2025-02-28'),
    days: fc.integer({ min: 0, max: 90 }),
    fund: fc.integer({ min: 0, max: 9_000_000 }),
    cash: fc.integer({ min: 0, max: 3_000_000 }),
    aid: fc.integer({ min: 0, max: 100_000 }),
  })
  .map(({ fund, cash, aid, settled, discharged, ...rest }) => ({
    ...rest,
    ...(settled ? { settled } : {}),
    ...(discharged ? { discharged } : {}),
    fund: yuan(fund),
    account: '0',
    cash: yuan(cash),
    medical_aid: yuan(aid),
    total: yuan(fund + cash + aid),
  }));
const yuan = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

const limited = reform + 'population: {exclude: [{id: long, when: {days_gte: 60}, source: s}]}\n';
const moved = ['stays', 'cost', 'fund', 'patient', 'other', 'margin'] as const;
const total = <K extends string>(rows: readonly Readonly<Record<K, number>>[], name: K) => rows.reduce((so, row) => so + row[name], 0);

describe('any load', () => {
  it('has totals that are the sum of their rows in every dimension, and patients who pay the same', () => {
    fc.assert(
      fc.property(fc.array(stay, { minLength: 1, maxLength: 30 }), fc.boolean(), (stays, leavesOut) => {
        const table = hospitalOf(stays);
        const files = { 'ffs.yaml': baseline, 'drg.yaml': leavesOut ? limited : reform };
        const runs = runScenarios(
          ['ffs.yaml', 'drg.yaml'].map(path => resolved(path, files)),
          {
            stays: table,
            ownData: true,
            groupingOf: () => ({ columns: groupedAs(stays.map(({ drg }) => drg)), groups: toyGroups }),
            weightsOf: () => weightsA,
          },
        );
        const { scenarios, changes, data } = compareRuns({ id: 't', title: 't', stays: table, runs, sha256 });
        for (const { totals, by, input, excluded, excludedBy, inScope } of scenarios) {
          expect([input, totals.stays]).toEqual([excluded + inScope, inScope]);
          expect(excluded).toBe(total(excludedBy!, 'stays'));
          expect(totals.cost + totals.margin).toBe(totals.fund + totals.patient + totals.other);
          for (const d of dimensions) for (const name of sums) expect([d, name, total(by[d], name)]).toEqual([d, name, totals[name]]);
        }
        const [change] = changes;
        for (const d of dimensions)
          for (const name of moved) expect([d, name, total(change!.by[d], name)]).toEqual([d, name, change!.totals[name]]);
        expect(scenarios[0]!.totals.cost).toBe(data.cost);
        if (!leavesOut) expect(change!.totals.patient).toBe(0);
      }),
      { numRuns: 150 },
    );
  });
});
