/** What must hold for any case: order and noise among the other codes do not matter, the two paths agree, traces tell the result. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Case,
  columnsOf,
  compileCatalogue,
  groupCase,
  groupColumns,
  NO_DECIDER,
  NO_ROW,
  severities,
  traceCase,
} from '../../grouper/index.ts';
import { shippedCatalogue } from './shipped.ts';

describe.each(['chs-drg-1.1', 'chs-drg-2.0'])('%s', id => {
  const catalogue = shippedCatalogue(id);
  const compiled = compileCatalogue(catalogue);

  const codesOf = (kind: 'dx' | 'px') =>
    catalogue.lists.filter(list => list.kind === kind && list.codes.size > 0).map(list => fc.constantFrom(...list.codes));
  // lists are drawn evenly, so that short ones (transplants, HIV, body sites) come up
  const known = { dx: fc.oneof(...codesOf('dx'), fc.constantFrom(...catalogue.complications.mcc.keys())), px: fc.oneof(...codesOf('px')) };
  const unknown = fc.constantFrom('P07.zzz', 'X99.999x', '', '一', 'i10.x00', 'A00');
  const list = (kind: 'dx' | 'px') =>
    fc.array(fc.oneof({ weight: 9, arbitrary: known[kind] }, { weight: 1, arbitrary: unknown }), { maxLength: 8 });
  const oneCase: fc.Arbitrary<Case> = fc.record({
    sex: fc.constantFrom(1, 2, undefined),
    age: fc.option(fc.constantFrom(0, 0, 1, 50, 70), { nil: undefined }),
    ageDays: fc.option(fc.constantFrom(0, 28, 29, 300), { nil: undefined }),
    birthWeight: fc.option(fc.constantFrom(0, 1499, 1500, 2499, 2500, 4000), { nil: undefined }),
    dx: list('dx'),
    px: list('px'),
  });
  const drg = (one: Case) => groupCase(compiled, one).group.drg;
  const runs = { numRuns: 500 };

  it('the order of the other diagnoses and of the other procedures does not change the group or the severity', () => {
    const turned = (codes: readonly string[]) => [...codes.slice(0, 1), ...codes.slice(1).reverse()];
    fc.assert(
      fc.property(oneCase, one => {
        const [a, b] = [groupCase(compiled, one), groupCase(compiled, { ...one, dx: turned(one.dx), px: turned(one.px) })];
        expect([b.group, b.severity, b.row]).toEqual([a.group, a.severity, a.row]);
      }),
      runs,
    );
  });

  it('a further unknown code, or an other code repeated, changes nothing', () => {
    fc.assert(
      fc.property(oneCase, one => {
        fc.pre(one.dx.length > 0 && one.px.length > 0);
        const more = { ...one, dx: [...one.dx, ...one.dx.slice(1), 'X99.999'], px: [...one.px, ...one.px.slice(1), '99.9999'] };
        expect(groupCase(compiled, more)).toEqual(groupCase(compiled, one));
      }),
      runs,
    );
  });

  it('at 50 years neither an age in days nor a weight changes the group', () => {
    fc.assert(
      fc.property(oneCase, one => {
        // every row that asks for them also needs age 0, by the entry of MDCP or by its own condition
        expect(drg({ ...one, age: 50, ageDays: 3, birthWeight: 1200 })).toBe(
          drg({ ...one, age: 50, ageDays: undefined, birthWeight: undefined }),
        );
      }),
      runs,
    );
  });

  it('a column of cases gives each case what it gets alone', () => {
    fc.assert(
      fc.property(fc.array(oneCase, { maxLength: 12 }), cases => {
        const columns = groupColumns(compiled, columnsOf(cases));
        const alone = cases.map(one => groupCase(compiled, one));
        expect(columns.count).toBe(cases.length);
        expect(cases.map((_, i) => compiled.groups[columns.group[i]!])).toEqual(alone.map(each => each.group));
        expect([...columns.row]).toEqual(alone.map(each => each.row));
        expect([...columns.decider]).toEqual(alone.map(each => each.decider));
        expect([...columns.severity].map(each => severities[each])).toEqual(alone.map(each => each.severity));
      }),
      { numRuns: 100 },
    );
  });

  it('the trace, which reads the conditions code by code, agrees with the bit rows', () => {
    fc.assert(
      fc.property(oneCase, one => {
        const trace = traceCase(compiled, one);
        const { group, row, severity, decider } = groupCase(compiled, one);
        expect(trace.group).toEqual(group);
        expect(trace.adrg === undefined).toBe(row === NO_ROW);
        expect(trace.adrg?.checks.every(check => check.holds) ?? true).toBe(true);
        if (group.status === 'grouped') expect(trace.drgs.find(step => step.holds)?.drg).toBe(group.drg);
        expect(trace.nearMisses.every(miss => miss.checks.filter(check => !check.holds).length === 1)).toBe(true);
        const deciding = trace.complications.filter(step => step.decides);
        expect(deciding.map(step => [step.level, step.code])).toEqual(
          severity === 'none' || decider === NO_DECIDER ? [] : [[severity, one.dx[decider]]],
        );
      }),
      runs,
    );
  });
});
