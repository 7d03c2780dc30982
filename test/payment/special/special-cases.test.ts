/** 特例单议: who may be filed, who is approved, and what is paid. Every expected amount is worked in its comment. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yuanText } from '../../../src/money.ts';
import { billOf } from '../../../src/payment/bill.ts';
import { linesOf } from '../../../src/payment/explain.ts';
import { settle } from '../../../src/payment/settle.ts';
import { bandIndex, bands } from '../../../src/payment/settlement.ts';
import { specialCases } from '../../../src/payment/special/special-cases.ts';
import type { SpecialRule } from '../../../src/policy/special-rule.ts';
import { groups, policyOf, staysOf, type TestStay, weights } from '../small-hospital.ts';

// AB11, weight 1: S 10,000; low under 5,000, high above 20,000
const city = (special: string) => `
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "10000", unit: CNY/weight}}}}
outliers:
  source: shape
  low: {threshold: {value: "0.5", unit: ratio}, pay: actual_cost}
  high: {tiers: {value: [{max_weight: null, cap: "2"}], unit: ratio}, pay: standard_only}
special_case:
  source: shape
${special}`;
const over = '    - {id: over_cap, over_cap: true}';
const long = '    - {id: long_stay, title: 住院超过 60 天, when: {days_gt: 60}}';
const rule = (outcome: string, quota: string, candidates = [over, long]) => `  quota: {value: "${quota}", unit: share-of-stays}
  outcome: ${outcome}
  uplift: {value: "1.5", unit: ratio}
  candidates:
${candidates.join('\n')}
`;

/** `n` ordinary stays beside those of the test, so that the quota is a share of something. */
const beside = (n: number, more: Partial<TestStay> = {}): TestStay[] =>
  Array.from({ length: n }, () => ({ group: 3, total: '9000', days: 5, cash: '0', ...more }));
const stay = (total: string, more: Partial<TestStay> = {}): TestStay => ({ group: 3, total, days: 5, cash: '0', ...more });

function settled(body: string, rows: readonly TestStay[]) {
  const policy = policyOf(body);
  const { stays, grouping } = staysOf(rows);
  const part = { policy, grouping, groups, weights };
  const settlement = settle({ stays, ...part });
  return { policy, stays, part, settlement };
}

/** `band payment` of the first stays. */
const paid = (body: string, rows: readonly TestStay[], first: number): string[] => {
  const { settlement } = settled(body, rows);
  return Array.from({ length: first }, (_, i) => `${bands[settlement.band[i]!]} ${yuanText(settlement.payment[i]!)}`);
};

describe('special cases', () => {
  // 20 discharges × 0.05 = 1; the larger C − S is approved at its cost
  it('the quota is a share of the discharges, the largest C − S first', () => {
    const rows = [stay('30000'), stay('40000'), ...beside(18)];
    expect(paid(city(rule('actual_cost', '0.05')), rows, 2)).toEqual(['high 10000.00', 'special 40000.00']);
    // 19 × 0.05 = 0.95: none
    expect(paid(city(rule('actual_cost', '0.05')), rows.slice(0, -1), 2)).toEqual(['high 10000.00', 'high 10000.00']);
    expect(paid(city(rule('actual_cost', '0.1')), rows, 2)).toEqual(['special 30000.00', 'special 40000.00']);
  });

  it('of equal C − S the first stay is approved', () => {
    expect(paid(city(rule('actual_cost', '0.05')), [stay('30000'), stay('30000'), ...beside(18)], 2)).toEqual([
      'special 30000.00',
      'high 10000.00',
    ]);
  });

  it('every hospital has a quota of its own', () => {
    const rows = [
      stay('30000', { hospital: 'A' }),
      stay('40000', { hospital: 'B' }),
      ...beside(19, { hospital: 'A' }),
      ...beside(18, { hospital: 'B' }),
    ];
    expect(paid(city(rule('actual_cost', '0.05')), rows, 2)).toEqual(['special 30000.00', 'high 10000.00']);
  });

  // a cost on the high line, 20,000, is not over it; 60 days are not more than 60; S × 1.5 = 15,000
  it.each([
    ['20000', 5, 'normal 10000.00'],
    ['20000.01', 5, 'special 15000.00'],
    ['12000', 60, 'normal 10000.00'],
    ['12000', 61, 'special 15000.00'],
  ])('a cost of %s and %i days: %s', (total, days, expected) => {
    expect(paid(city(rule('uplift', '0.5')), [stay(total, { days }), ...beside(1)], 1)).toEqual([expected]);
  });

  // at cost 9,000 and 10,000 are no gain over a standard of 10,000, 10,000.01 is; the low stay is at its cost already
  it.each([
    ['9000', 'normal 10000.00'],
    ['10000', 'normal 10000.00'],
    ['10000.01', 'special 10000.01'],
    ['4000', 'low 4000.00'],
  ])('a long stay of %s that would gain nothing is not filed: %s', (total, expected) => {
    expect(paid(city(rule('actual_cost', '0.5')), [stay(total, { days: 90 }), ...beside(1)], 1)).toEqual([expected]);
  });

  it('a stay without gain takes no place of the quota, and stands on the list', () => {
    const { stays, part, policy, settlement } = settled(city(''.padEnd(0)).replace(/special_case:[\s\S]*/, ''), [
      stay('9000', { days: 90 }),
      stay('30000', { days: 90 }),
      ...beside(18),
    ]);
    const special = policyOf(city(rule('actual_cost', '0.05'))).special as SpecialRule;
    const list = specialCases({ stays, part: { ...part, policy }, me: 0 }, special, settlement);
    const plain = list.map(({ row, reasons, cost, standard, payment, approved, rank, quota, inside }) => [
      ...[row, reasons, yuanText(cost), yuanText(standard), yuanText(payment), yuanText(approved), rank, quota, inside],
    ]);
    expect(plain).toEqual([
      [1, [0, 1], '30000.00', '10000.00', '10000.00', '30000.00', 1, 1, true],
      [0, [1], '9000.00', '10000.00', '10000.00', '9000.00', 0, 1, false],
    ]);
  });

  // 10,000 × 1.5; the fund pays what the patient's 2,000 leave
  it('the fund pays its part of the approved payment, and the lines say why', () => {
    const { stays, part, policy, settlement } = settled(city(rule('uplift', '0.05')), [
      stay('30000', { days: 75, cash: '2000' }),
      ...beside(19),
    ]);
    expect([yuanText(settlement.payment[0]!), yuanText(settlement.fund[0]!)]).toEqual(['15000.00', '13000.00']);
    const { lines, ratio } = linesOf({
      bill: billOf(stays, 0),
      band: 'special',
      reason: '',
      price: settlement.prices[settlement.price[0]!],
      policy,
      within: { stays, row: 0, settlement, part },
    });
    expect(ratio).toBe('3.0000');
    expect(lines[0]).toEqual({
      part: 'payment',
      label: 'special_uplift',
      amount: 1_500_000,
      working: '10000 × 1.5',
      source: 'test.yaml:21 test.yaml:22 test.yaml:20 test.yaml:24 test.yaml:25',
      rule: 'special_case.outcome',
      bound: 'over_cap: R 3.0000 (30000.00 ≥ 20000.01); long_stay: days 75 > 60; C − S 20000.00: 1 ≤ ⌊20 × 0.05⌋ = 1',
    });
  });

  it('conditions on ratio and weight, and on the intensive care unit', () => {
    const ratio = '    - {id: dear, when: {ratio_gte: "1.5", weight_lte: "1"}}';
    const icu = '    - {id: icu, when: {icu_hours_gt: 0}}';
    const body = city(rule('actual_cost', '1', [ratio, icu]));
    const rows = [stay('14999.99'), stay('15000'), stay('12000', { icu_hours: 3 }), stay('12000', { icu_hours: 0 })];
    expect(paid(body, rows, 4)).toEqual(['normal 10000.00', 'special 15000.00', 'special 12000.00', 'normal 10000.00']);
  });

  it.each([
    ['  quota: {value: "0.05", unit: share-of-stays}\n', 'test does not say special_case.outcome'],
    ['  outcome: actual_cost\n', 'test does not say special_case.candidates'],
    [rule('actual_cost', '5'), 'test.yaml:20: special_case.quota is 5'],
    [rule('uplift', '0.05').replace(/ {2}uplift.*\n/, ''), 'test does not say special_case.uplift'],
    [rule('actual_cost', '0.05', [over, over]), 'test.yaml:25: special_case.candidates has two items named over_cap'],
    [rule('actual_cost', '0.05', ['    - {id: x, wen: {days_gt: 60}}']), 'test.yaml:24: special_case.candidates has an item with "wen"'],
    [rule('actual_cost', '0.05', ['    - {id: x}']), 'test.yaml:24: special_case.candidates has an item that cannot be read'],
    [rule('free', '0.05'), 'test.yaml:21: special_case.outcome cannot be "free"'],
  ])('%j is refused: %s', (special, message) => {
    expect(() => policyOf(city(special))).toThrow(message);
  });
});

const anyRows = fc.array(
  fc.record({
    cost: fc.integer({ min: 0, max: 5_000_000 }),
    days: fc.integer({ min: 1, max: 90 }),
    hospital: fc.constantFrom('A', 'B', ''),
  }),
  { minLength: 1, maxLength: 60 },
);

describe('whatever the stays', () => {
  it('each hospital stays within its quota, nobody is paid less, and those left out gain no more than the last approved', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom('uplift', 'actual_cost'), fc.constantFrom('0.05', '0.2', '0.5'), (rows, outcome, quota) => {
        const of = rows.map(({ cost, days, hospital }) => stay(yuanText(cost), { days, hospital }));
        const plain = settled(city('').replace(/special_case:[\s\S]*/, ''), of).settlement;
        const { settlement } = settled(city(rule(outcome, quota)), of);
        for (const hospital of ['A', 'B', '']) {
          const own = rows.flatMap((row, i) => (row.hospital === hospital ? [i] : []));
          const approved = own.filter(i => settlement.band[i] === bandIndex.special);
          expect(approved.length).toBeLessThanOrEqual(Math.floor((own.length * Number(quota) * 100) / 100 + 1e-9));
          const left = own.filter(
            i =>
              settlement.band[i] !== bandIndex.special &&
              (rows[i]!.cost > 2_000_000 || rows[i]!.days > 60) &&
              (outcome === 'uplift' ? 1_500_000 : rows[i]!.cost) > plain.payment[i]!,
          );
          const least = Math.min(...approved.map(i => rows[i]!.cost));
          for (const i of left) expect(rows[i]!.cost).toBeLessThanOrEqual(least);
        }
        for (let i = 0; i < rows.length; i++) expect(settlement.payment[i]!).toBeGreaterThanOrEqual(plain.payment[i]!);
      }),
      { numRuns: 60 },
    );
  });
});
