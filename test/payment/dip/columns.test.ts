/** The columns against an oracle that works every stay out by itself in Decimal, and against the lines of the trace. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, toFen, yuanOf } from '../../../src/money.ts';
import { billOf } from '../../../src/payment/bill.ts';
import { dipGrouping } from '../../../src/payment/dip/grouping.ts';
import { readDipCatalogue } from '../../../src/payment/dip/read-catalogue.ts';
import { linesOf } from '../../../src/payment/explain.ts';
import { bands, type Settlement, unpricedReasons } from '../../../src/payment/settlement.ts';
import type { DipPolicy } from '../../../src/policy/methods/dip.ts';
import type { StayTable } from '../../../src/stay/stay-table.ts';
import { type DipStay, dipPolicyOf, readText, settled, staysWith, texts } from './written-catalogue.ts';

const decimal = (least: number, most: number, digits: number) =>
  fc.integer({ min: least, max: most }).map(n => new Decimal(n).div(10 ** digits).toFixed(digits));

/** Score, weighted mean and last year's means by level, as the written catalogue has them. */
const facts: Readonly<Record<string, { score: string; mean: string; all?: string; levels?: Readonly<Record<string, string>> }>> = {
  'I25.103:36.0700': { score: '1349.473684210526', mean: '12820', all: '12500', levels: { 三级: '12800', 三甲: '11900' } },
  'I25.103:36.0700+36.0601+37.7800': { score: '2000', mean: '19000' },
  'I10.x00:n': { score: '400', mean: '3800', all: '3900' },
  'C34:surgery': { score: '3000', mean: '28500' },
};
const cases: readonly Pick<DipStay, 'dx' | 'px' | 'age'>[] = [
  { dx: ['I25.103'], px: ['36.0700'] },
  { dx: ['I25.103'], px: ['36.0700', '36.0601', '37.7800'] },
  { dx: ['I10.x00'] },
  { dx: ['C34.900'], px: ['32.4100'], age: 75 },
  { dx: ['C34.900'], px: ['32.4100'], age: 50 },
];
const codes = [...Object.keys(facts), 'C34:surgery'];

type Rules = {
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly extreme: string;
  readonly pay: string;
  readonly lowInclusive: boolean;
  readonly highInclusive: boolean;
  readonly benchmark: string;
  readonly k: Readonly<Record<string, string>>;
  readonly support: string;
  readonly assessment: string;
  readonly points: string;
  readonly standard: string;
  readonly auxiliary: boolean;
};
const anyRules: fc.Arbitrary<Rules> = fc.record({
  value: decimal(1, 2_000_000, 4),
  low: decimal(10, 90, 2),
  high: decimal(100, 300, 2),
  extreme: decimal(301, 600, 2),
  pay: fc.constantFrom('formula', 'standard'),
  lowInclusive: fc.boolean(),
  highInclusive: fc.boolean(),
  benchmark: fc.constantFrom('level_mean', 'group_mean', 'standard'),
  k: fc.record({ 三级: decimal(700, 1300, 3), 三甲: decimal(700, 1300, 3) }),
  support: decimal(0, 30, 2),
  assessment: decimal(80, 120, 2),
  points: fc.constantFrom('none', 'none', '2', '4'),
  standard: fc.constantFrom('none', '0'),
  auxiliary: fc.boolean(),
});

/** A standard that is a benchmark is not rounded here: rounded to 0 yuan it would measure nothing. */
const standardDigits = ({ benchmark, standard }: Rules): string => (benchmark === 'standard' ? 'none' : standard);

const policyFor = (r: Rules): DipPolicy =>
  dipPolicyOf(
    `  point_value: given
  auxiliary: ${r.auxiliary ? '[age]' : 'none'}
  support: {value: "${r.support}", unit: ratio}
  assessment: {value: "${r.assessment}", unit: ratio}
  deviation:
    benchmark: ${r.benchmark}
    low: {value: "${r.low}", unit: ratio}
    low_inclusive: ${r.lowInclusive}
    high: {value: "${r.high}", unit: ratio}
    high_inclusive: ${r.highInclusive}
    extreme: {value: "${r.extreme}", unit: ratio}
    extreme_pay: ${r.pay}`,
    `price: {point_value: {employee: {value: "${r.value}", unit: CNY/point, source: shape}}}
hospital_coefficient: {source: shape, unit: ratio, from: level, values: {三级: "${r.k.三级}", 三甲: "${r.k.三甲}"}}
rounding: {points: ${r.points}, standard: ${standardDigits(r)}}
fund_share: {method: difference}
`,
  );

/** One stay, from the figures above alone. */
function expected(c: number, level: string, cost: number, r: Rules) {
  const code = codes[c]!;
  const { score, mean, all, levels } = facts[code]!;
  const auxiliary = r.auxiliary && c === 3 ? '1.1' : '1';
  const k = code === 'I10.x00:n' ? '1' : r.k[level]!;
  const points = new Decimal(score).times(auxiliary).times(k).times(new Decimal(r.support).plus(1)).times(r.assessment);
  const round = (x: Decimal) => (r.points === 'none' ? x : x.toDecimalPlaces(Number(r.points), Decimal.ROUND_HALF_UP));
  const unrounded = round(points).times(r.value);
  const standard = standardDigits(r) === '0' ? unrounded.toDecimalPlaces(0, Decimal.ROUND_HALF_UP) : unrounded;
  const b =
    r.benchmark === 'standard' ? standard : new Decimal((r.benchmark === 'level_mean' ? levels?.[level] : undefined) ?? all ?? mean);
  const yuan = yuanOf(cost);
  const pay = (x: Decimal) => toFen(round(x).times(r.value));
  const low = b.times(r.low);
  if (r.lowInclusive ? yuan.lte(low) : yuan.lt(low)) return { band: 'low', payment: pay(points.times(yuan).div(b)) };
  const high = b.times(r.high);
  if (!(r.highInclusive ? yuan.gte(high) : yuan.gt(high))) return { band: 'normal', payment: toFen(standard) };
  if (yuan.gt(b.times(r.extreme)) && r.pay === 'standard') return { band: 'high', payment: toFen(standard) };
  return { band: 'high', payment: pay(points.times(yuan.minus(b.times(r.high)).plus(b)).div(b)) };
}

const linesAt = (stays: StayTable, settlement: Settlement, policy: DipPolicy, row: number) =>
  linesOf({
    bill: billOf(stays, row),
    band: bands[settlement.band[row]!]!,
    reason: unpricedReasons[settlement.reason[row]!]!,
    price: settlement.prices[settlement.price[row]!],
    policy,
    within: { stays, row, settlement, part: { policy, readText: readText() } },
  });

const sumOf = (part: string, lines: ReturnType<typeof linesAt>['lines']) =>
  lines.reduce((sum, line) => (line.part === part ? sum + line.amount : sum), 0);

/** Costs that crowd the lines of the group at the benchmark most policies have, and any others. */
const anyCost = fc.oneof(
  fc.integer({ min: 0, max: 20_000_000 }),
  fc
    .record({
      mean: fc.constantFrom(1_280_000, 1_250_000, 1_190_000, 390_000, 1_900_000, 2_850_000),
      ratio: fc.integer({ min: 10, max: 600 }),
      off: fc.integer({ min: -1, max: 1 }),
    })
    .map(({ mean, ratio, off }) => Math.max(0, (mean / 100) * ratio + off)),
);
const anyStays = fc.array(fc.record({ c: fc.integer({ min: 0, max: 4 }), level: fc.constantFrom('三级', '三甲'), cost: anyCost }), {
  minLength: 1,
  maxLength: 30,
});
const stayOf = ({ c, level, cost }: { c: number; level: string; cost: number }): DipStay => {
  const total = yuanOf(cost).toFixed(2);
  return { ...cases[c]!, level, total, days: 5, fund: total, account: '0.00', cash: '0.00' };
};

describe('the columns', () => {
  it('pay what the exact rule pays, and the lines sum to it', () => {
    fc.assert(
      fc.property(anyRules, anyStays, (rules, rows) => {
        const policy = policyFor(rules);
        const stays = staysWith(rows.map(stayOf));
        const settlement = settled(stays, policy);
        for (const [row, { c, level, cost }] of rows.entries()) {
          const { band, payment } = expected(c, level, cost, rules);
          expect([bands[settlement.band[row]!], settlement.payment[row]]).toEqual([band, payment]);
          const { lines, band: side } = linesAt(stays, settlement, policy, row);
          expect([side, sumOf('payment', lines), sumOf('fund', lines)]).toEqual([band, payment, settlement.fund[row]]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('do not depend on the order of the stays, not even where the point value comes from them', () => {
    const pool = dipPolicyOf(`  point_value: settlement
  pool: {employee: {fund: {value: "123456.78", unit: CNY}, fund_share: {value: "0.7", unit: ratio}, other_points: {value: "1000", unit: point}}}
  deviation: {benchmark: level_mean, low: {value: "0.5", unit: ratio}, high: {value: "2", unit: ratio}}`);
    fc.assert(
      fc.property(anyStays, rows => {
        const there = settled(staysWith(rows.map(stayOf)), pool);
        const back = settled(staysWith([...rows].reverse().map(stayOf)), pool);
        expect([...back.payment].reverse()).toEqual([...there.payment]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an extreme cost that is paid the standard', () => {
  it('is paid the standard as it is rounded: 1,349.4737 × 9.53 = 12,860.48 to whole yuan; the high cost below it is not', () => {
    const policy = dipPolicyOf(
      `  point_value: given
  deviation:
    benchmark: level_mean
    high: {value: "2", unit: ratio}
    extreme: {value: "5", unit: ratio}
    extreme_pay: standard`,
      `price: {point_value: {employee: {value: "9.53", unit: CNY/point, source: shape}}}
rounding: {standard: 0}
fund_share: {method: difference}
`,
    );
    // 1,349.473684210526 × 9.53 = 12,860.484; at 5 × 12,800 = 64,000.00 the formula: × (5 − 2 + 1) = 51,441.94
    const rows: DipStay[] = ['12860.00', '64000.00', '64000.01'].map(total => ({ ...cases[0]!, level: '三级', total, days: 5 }));
    const stays = staysWith(rows);
    const settlement = settled(stays, policy);
    expect([...settlement.payment]).toEqual([1_286_000, 5_144_194, 1_286_000]);
    expect(sumOf('payment', linesAt(stays, settlement, policy, 2).lines)).toBe(1_286_000);
  });
});

describe('a pool', () => {
  it('is paid out over the own points and those of others: 40 stays of 100 points and 6,000 others share 10,000 ÷ 0.5', () => {
    // a score of 2,000 at k .05; 4,000 + 6,000 points; 20,000 ÷ 10,000 is 2 yuan a point
    const policy = dipPolicyOf(
      `  point_value: settlement
  pool: {employee: {fund: {value: "10000", unit: CNY}, fund_share: {value: "0.5", unit: ratio}, other_points: {value: "6000", unit: point}}}`,
      'hospital_coefficient: {source: shape, unit: ratio, from: level, values: {三级: "0.05"}}\n',
    );
    const stays = staysWith(
      Array.from({ length: 40 }, () => ({ dx: ['I25.103'], px: ['36.0700', '36.0601', '37.7800'], total: '500.00' })),
    );
    const { payment, prices } = settled(stays, policy);
    expect([prices[0]!.rate.toFixed(), payment[0], payment[39]]).toEqual(['2', 20_000, 20_000]);
  });
});

describe('the trace', () => {
  it('names the row of the catalogue, the coefficients, the deviation with its bound, and the lines of the policy', () => {
    const policy = dipPolicyOf(
      `  point_value: given
  auxiliary: [age]
  deviation:
    benchmark: level_mean
    low: {value: "0.5", unit: ratio}`,
      `price: {point_value: {employee: {value: "9.5", unit: CNY/point, source: shape}}}
hospital_coefficient: {source: shape, unit: ratio, from: level, values: {三级: "1.02"}}
fund_share: {method: fund_basis}
`,
    );
    const stays = staysWith([{ dx: ['C34.900'], px: ['32.4100'], age: 75, days: 5, total: '5700.00' }]);
    const settlement = settled(stays, policy);
    // 3,000 × 1.1 × 1.02 = 3,366 points; × 9.5 = 31,977.00; 5,700 ÷ 28,500 = .2: 673.2 points, 6,395.40
    expect(linesAt(stays, settlement, policy, 0)).toEqual({
      band: 'low',
      ratio: '0.2000',
      lines: [
        {
          part: 'payment',
          label: 'dip_standard',
          amount: 3_197_700,
          working: '3000 × 1.1 [age] × 1.02 [k] × 9.5',
          source: 'dip-test/groups.tsv:5 dip-test/auxiliary.tsv:2 p.yaml:21 p.yaml:20',
          rule: 'dip.point_value',
        },
        {
          part: 'payment',
          label: 'deviation_low',
          amount: -2_558_160,
          working: '3000 × 1.1 [age] × 1.02 [k] × 5700.00 ÷ 28500 × 9.5 − 31977.00',
          source: 'dip-test/groups.tsv:5 p.yaml:19',
          rule: 'dip.deviation.low',
          bound: 'R 0.2000 < 0.5',
        },
        expect.objectContaining({ part: 'fund', amount: 639_540 }),
      ],
    });
  });

  it('says what the band of the point value changes', () => {
    // budget 10 a point ± 5 %: a fund of 680 over .7 and 108 points is 8.9947, and 9.5 is paid
    const policy = dipPolicyOf(`  point_value: settlement
  point_value_band: {value: "0.05", unit: ratio}
  history_year_weights: [1]
  budget: {employee: {annual_costs: {value: ["1080"], unit: CNY}, points: {value: "108", unit: point}}}
  pool: {employee: {fund: {value: "680", unit: CNY}, fund_share: {value: "0.7", unit: ratio}, points: {value: "108", unit: point}}}`);
    const stays = staysWith([{ dx: ['I25.103'], px: ['36.0700', '36.0601', '37.7800'], total: '19000.00' }]);
    const settlement = settled(stays, policy);
    const { lines } = linesAt(stays, settlement, policy, 0);
    // 2,000 × 680 ÷ .7 ÷ 108 = 17,989.42; 2,000 × 9.5 = 19,000.00
    expect(lines.filter(({ part }) => part === 'payment').map(({ label, amount }) => [label, amount])).toEqual([
      ['dip_standard', 1_798_942],
      ['point_value_band', 101_058],
    ]);
    expect(settlement.payment[0]).toBe(1_900_000);
  });
});

describe('a stay without a price', () => {
  const plain = `  point_value: given`;
  const rest = 'price: {point_value: {employee: {value: "9.5", unit: CNY/point, source: shape}}}\n';
  const outcome = (stay: DipStay, policy: DipPolicy) => {
    const { band, reason, payment } = settled(staysWith([{ total: '1000.00', ...stay }]), policy);
    return [bands[band[0]!], unpricedReasons[reason[0]!], payment[0]];
  };
  it.each([
    ['no group', { dx: ['Z99.900'] }, '', ['unpriced', 'ungrouped', 100_000]],
    [
      'no group, 70 % of cost',
      { dx: ['Z99.900'] },
      'ungrouped: {source: shape, "0000": {pay_ratio: {value: "0.7", unit: ratio}}}\n',
      ['ratio', 'ungrouped', 70_000],
    ],
    ['an insurance without a point value', { dx: ['I10.x00'], insurance: '390' }, '', ['unpriced', 'insurance_unmapped', 100_000]],
    ['an insurance the policy does not map', { dx: ['I10.x00'], insurance: '340' }, '', ['unpriced', 'insurance_unmapped', 100_000]],
    [
      'a level without a coefficient',
      { dx: ['I10.x00'], level: '二级' },
      'hospital_coefficient: {source: shape, unit: ratio, from: level, values: {三级: "1"}}\n',
      ['unpriced', 'level_unmapped', 100_000],
    ],
    [
      'a hospital without a coefficient',
      { dx: ['I10.x00'], hospital: 'H002' },
      'hospital_coefficient: {source: shape, unit: ratio, from: hospital, values: {H001: "1"}}\n',
      ['unpriced', 'hospital_unlisted', 100_000],
    ],
  ])('%s', (_, stay, more, expected_) => {
    expect(outcome(stay, dipPolicyOf(plain, rest + more))).toEqual(expected_);
  });
  it('a hospital coefficient by hospital, and none for a grass-roots group', () => {
    const policy = dipPolicyOf(plain, `${rest}hospital_coefficient: {source: shape, unit: ratio, from: hospital, values: {H001: "1.1"}}\n`);
    // 2,000 × 1.1 × 9.5; 400 × 9.5
    const { payment } = settled(
      staysWith([
        { dx: ['I25.103'], px: ['36.0700', '36.0601', '37.7800'], hospital: 'H001', total: '1.00' },
        { dx: ['I10.x00'], hospital: 'H001', total: '1.00' },
      ]),
      policy,
    );
    expect([...payment]).toEqual([2_090_000, 380_000]);
  });
});

it('two ways of writing a level share a mean by their cases: (20 × 12,800 + 10 × 11,900) ÷ 30 = 12,500', () => {
  const body = `  point_value: given\n  deviation: {benchmark: level_mean, low: {value: "0.5", unit: ratio}}`;
  const policy = dipPolicyOf(body, 'price: {point_value: {employee: {value: "1", unit: CNY/point, source: shape}}}\n');
  const together = { ...policy, levels: new Map([['三甲', '三级']]) };
  const stays = staysWith([{ dx: ['I25.103'], px: ['36.0700'], level: '三甲', total: '1.00' }]);
  expect(settled(stays, together).prices[0]!.benchmark.toFixed()).toBe('12500');
  expect(settled(stays, policy).prices[0]!.benchmark.toFixed()).toBe('11900');
});

it('the auxiliary class of a stay is that of the list of its group', () => {
  const catalogue = readDipCatalogue(texts, 'dip-test');
  const stays = staysWith([
    { dx: ['C34.900', 'A41.900'], px: ['32.4100'], age: 85, days: 9 },
    { dx: ['I10.x00'], age: 85, days: 9 },
  ]);
  const { auxiliary } = dipGrouping(stays, catalogue);
  expect([catalogue.groups[3]!.auxiliary!.classes.get(auxiliary[0]!)!.value.toFixed(), auxiliary[1]]).toEqual(['1.5', 0]);
});
