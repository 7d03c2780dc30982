/** What holds for every history: order, scale, sums, and both sides of every bound. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/money.ts';
import { type Calibration, calibrate, type Rules } from '../../../src/payment/history/calibrate.ts';
import { adjustStructure, type Factors, structureParts } from '../../../src/payment/history/structure.ts';
import { keptRange, trims } from '../../../src/payment/history/trim.ts';
import { type Case, digits, historyOf, plainRules } from './vector.ts';

const codes = ['AA11', 'AA15', 'BB11', 'CQY', '0000'];
const anyCase: fc.Arbitrary<Case> = fc.record({
  drg: fc.constantFrom(...codes),
  yuan: fc.integer({ min: 1, max: 3_000_000 }).map(fen => fen / 100),
  days: fc.integer({ min: -1, max: 60 }),
  year: fc.integer({ min: 2023, max: 2025 }),
});
const someCases = fc.array(anyCase, { minLength: 1, maxLength: 60 });
const anyRules: fc.Arbitrary<Rules> = fc.record({
  trim: fc.constantFrom(...trims),
  from: fc.constantFrom(0, 5, 25),
  minCases: fc.constantFrom(1, 6),
  years: fc.constantFrom(undefined, [1, 2, 7]),
  borrow: fc.constantFrom([], ['adrg'] as const),
  normalise: fc.boolean(),
  toScale: fc.boolean(),
  previous: fc.constant(undefined),
  reference: fc.constant(undefined),
  structure: fc.constant(undefined),
});
const fen = (cases: readonly Case[], codes_ = codes) => {
  const history = historyOf(cases, codes_);
  return { ...history, cost: (history.cost as number[]).map(Math.round) };
};
const shown = (found: Calibration | undefined) =>
  found && JSON.stringify({ ...found, groups: found.groups.map(group => ({ ...group, weight: group.weight?.toString() })) });

describe('of every history', () => {
  it('the order of stays changes nothing, to the last digit', () => {
    const shuffled = someCases.chain(cases => fc.tuple(fc.constant(cases), fc.shuffledSubarray(cases, { minLength: cases.length })));
    fc.assert(
      fc.property(shuffled, anyRules, ([cases, other], rules) => {
        expect(shown(calibrate(fen(other), rules))).toBe(shown(calibrate(fen(cases), rules)));
      }),
    );
  });

  it('dearer by the same factor leaves the weights', () => {
    // by logarithms and at the first whole fen inside a bound a factor may move a stay over it; the rest is exact
    const exactly = anyRules.filter(({ trim }) => trim === 'none' || trim === 'iqr' || trim === 'iqr-low' || trim === 'l3h3');
    fc.assert(
      fc.property(someCases, fc.integer({ min: 2, max: 9 }), exactly, (cases, by, rules) => {
        const once = fen(cases);
        const times = { ...once, cost: once.cost.map(cost => cost * by) };
        const of = (history: typeof once) => calibrate(history, rules)?.groups.map(({ weight }) => digits(weight, 30));
        expect(of(times)).toEqual(of(once));
      }),
    );
  });

  it('Σ W·n = n without year shares, and always when asked', () => {
    fc.assert(
      fc.property(someCases, anyRules, (cases, rules) => {
        const found = calibrate(fen(cases), rules);
        const promised = rules.normalise || (rules.years === undefined && rules.borrow.length === 0);
        fc.pre(found !== undefined && promised);
        expect(digits(found!.cmi, 40)).toBe(new Decimal(1).toFixed(40));
      }),
    );
  });

  it('read = left out + used, and every stay of a group is kept, low or high', () => {
    fc.assert(
      fc.property(someCases, anyRules, (cases, rules) => {
        const found = calibrate(fen(cases), rules);
        fc.pre(found !== undefined);
        const left = Object.values(found!.left).reduce((a, b) => a + b, 0);
        expect(left + found!.used).toBe(found!.read);
        for (const { cases: n, kept, low, high } of found!.groups) expect(rules.trim === 'winsorise' ? kept : kept + low + high).toBe(n);
      }),
    );
  });

  it('a cost at its bound is kept, one fen beyond is not', () => {
    const costs = fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 2, maxLength: 40 });
    const dropping = fc.constantFrom(...trims.filter(trim => trim !== 'none' && trim !== 'winsorise'));
    fc.assert(
      fc.property(costs, dropping, (all, trim) => {
        const sorted = [...all].sort((a, b) => a - b);
        const { from, to } = keptRange(sorted, trim);
        const found = calibrate({ ...historyOf([]), ...groupOf(sorted) }, { ...plainRules, trim });
        const [kept, low, high] = [
          sorted.filter(c => c >= from && c <= to),
          sorted.filter(c => c <= from - 1),
          sorted.filter(c => c >= to + 1),
        ];
        expect(kept.length + low.length + high.length).toBe(sorted.length);
        if (kept.length === 0) expect(found).toBeUndefined();
        else expect(found!.groups.map(group => [group.kept, group.low, group.high])).toEqual([[kept.length, low.length, high.length]]);
      }),
    );
  });

  it('structure keeps Σ W·n whatever the factors', () => {
    const part = fc.integer({ min: 0, max: 1_000_000 });
    const parts = fc.option(fc.record(Object.fromEntries(structureParts.map(name => [name, part]))), { nil: undefined });
    const group = fc.record({
      weight: fc.integer({ min: 1, max: 100_000 }).map(n => new Decimal(n).div(1000)),
      cases: fc.integer({ min: 0, max: 900 }),
      parts,
    });
    const factor = fc.integer({ min: 1, max: 30 }).map(n => new Decimal(n).div(10));
    const factors = fc.record(Object.fromEntries(structureParts.map(name => [name, factor])));
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 20 }), factors, (groups, by) => {
        const after = adjustStructure(groups as never, by as unknown as Factors);
        const sum = (weights: readonly (Decimal | undefined)[]) =>
          weights.reduce((all: Decimal, weight, i) => all.plus(weight!.times(groups[i]!.cases)), new Decimal(0));
        expect(digits(sum(after), 30)).toBe(digits(sum(groups.map(({ weight }) => weight)), 30));
      }),
    );
  });
});

const groupOf = (costs: readonly number[]) => ({
  ...historyOf(costs.map(() => ({ drg: 'AA11', yuan: 1 }))),
  cost: costs,
});
