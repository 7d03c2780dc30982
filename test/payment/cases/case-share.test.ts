/** At most a share of the discharges is paid as high: the largest exact ratios stay, equal ones in the order of stay_id. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paidBothWays, said } from '../both-ways.ts';
import { policyOf, type TestStay } from '../small-hospital.ts';

const policy = (share: string, of: string) =>
  policyOf(`
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "10000", unit: CNY/weight}, resident: {value: "3000", unit: CNY/weight}}}}
outliers:
  source: shape
  high: {tiers: {value: [{max_weight: null, cap: "2"}], unit: ratio}, pay: actual_cost, max_case_share: {value: "${share}", unit: ratio}, max_case_share_of: ${of}}
`);
const paid = (share: string, stays: readonly Partial<TestStay>[], of = 'hospital') =>
  paidBothWays({ policy: policy(share, of), weight: '1', stays }).map(said);
const normal = (count: number): readonly Partial<TestStay>[] => Array.from({ length: count }, () => ({ total: '9000' }));

describe('of four discharges', () => {
  const stays = [{ total: '30000' }, { total: '50000' }, { total: '40000' }, { total: '9000' }];
  it.each([
    ['1', ['high 30000.00', 'high 50000.00', 'high 40000.00']],
    ['0.75', ['high 30000.00', 'high 50000.00', 'high 40000.00']],
    ['0.7499', ['normal 10000.00', 'high 50000.00', 'high 40000.00']], // 2.9996 is 2
    ['0.25', ['normal 10000.00', 'high 50000.00', 'normal 10000.00']],
    ['0.2', ['normal 10000.00', 'normal 10000.00', 'normal 10000.00']], // 0.8 is none
    ['0', ['normal 10000.00', 'normal 10000.00', 'normal 10000.00']],
  ])('a share of %s leaves %j', (share, expected) => expect(paid(share, stays)).toEqual([...expected, 'normal 10000.00']));
});

// 0.05 × 20 is one exactly, where doubles say 1.0000000000000002 or 0.9999…: a share of a count is a whole number
it('0.05 of 20 is 1, 0.07 of 100 is 7', () => {
  expect(paid('0.05', [{ total: '30000' }, { total: '30001' }, ...normal(18)]).slice(0, 2)).toEqual(['normal 10000.00', 'high 30001.00']);
  const high = Array.from({ length: 8 }, (_, i) => ({ total: `${30_000 + i}` }));
  expect(paid('0.07', [...high, ...normal(92)]).filter(one => one.startsWith('high'))).toHaveLength(7);
});

// 30,000 ÷ 10,000 and 9,000 ÷ 3,000 are the same ratio; 8,999.99 ÷ 3,000 is less, 9,000.01 is more
it.each([
  ['9000.00', ['high 30000.00', 'normal 3000.00']],
  ['9000.01', ['normal 10000.00', 'high 9000.01']],
  ['8999.99', ['high 30000.00', 'normal 3000.00']],
])('ratios, not amounts, and equal ones by the first: a resident at %s', (total, expected) => {
  expect(paid('0.5', [{ total: '30000' }, { total, insurance: '390' }])).toEqual(expected);
});
it('the first of equal ratios is the first stay, whoever it is', () => {
  expect(paid('0.5', [{ total: '9000', insurance: '390' }, { total: '30000' }])).toEqual(['high 9000.00', 'normal 10000.00']);
});

it('every hospital, or every group, has its own share; a stay without a group is a discharge too', () => {
  const stays = [
    { total: '30000', hospital: 'H1' },
    { total: '31000', hospital: 'H1' },
    { total: '32000', hospital: 'H2' },
    { total: '9000', hospital: 'H2', group: 0 },
  ];
  expect(paid('0.5', stays)).toEqual(['normal 10000.00', 'high 31000.00', 'high 32000.00', 'unpriced ungrouped 9000.00']);
  // of three in the group, 1.5 is 1
  expect(paid('0.5', stays, 'group')).toEqual(['normal 10000.00', 'normal 10000.00', 'high 32000.00', 'unpriced ungrouped 9000.00']);
});

it('the line says the standard, by which rule, and how many may stay high', () => {
  const [fallen] = paidBothWays({ policy: policy('0.5', 'hospital'), weight: '1', stays: [{ total: '30000' }, { total: '30001' }] });
  const [line] = fallen!.lines;
  expect([line!.label, line!.rule, line!.bound]).toEqual([
    'standard_beyond_share',
    'outliers.high.max_case_share',
    'R 3.0000 > 2 (30000.00 > 20000); ⌊0.5 × 2⌋ = 1',
  ]);
});

it('the order of the stays changes nothing where ratios differ', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 60_000 }), { minLength: 2, maxLength: 12 }),
      fc.integer({ min: 0, max: 100 }),
      (costs, share) => {
        const stays = costs.map(cost => ({ total: `${cost}`, hospital: cost % 2 === 0 ? 'H1' : 'H2' }));
        const of = (rows: typeof stays) => new Map(paid((share / 100).toFixed(2), rows).map((one, i) => [rows[i]!.total, one]));
        expect(of([...stays].reverse())).toEqual(new Map([...of(stays)].reverse()));
      },
    ),
    { numRuns: 30 },
  );
});
