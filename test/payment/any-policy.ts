/** Random policies of every method and family, and costs that crowd the lines: what the columns and the exact rule must agree on. */
import fc from 'fast-check';
import { Decimal } from '../../src/money.ts';
import type { Price } from '../../src/payment/settlement.ts';
import { readWeights, type WeightTable } from '../../src/payment/weights.ts';
import { highFamilies, lowFamilies } from '../../src/policy/names/outliers.ts';
import type { DrgPolicy } from '../../src/policy/policy.ts';
import { anyCaseRules } from './any-case-rules.ts';
import { anyGroupRules } from './any-group-rules.ts';
import { policyOf } from './small-hospital.ts';

/** `1234567` with 4 digits is "123.4567". */
const decimal = (least: number, most: number, digits: number) =>
  fc.integer({ min: least, max: most }).map(n => new Decimal(n).div(10 ** digits).toFixed(digits));

const ratioLeaf = (value: string) => `{value: "${value}", unit: ratio}`;
const tiers = fc
  .tuple(decimal(1, 300, 2), decimal(100, 400, 2), decimal(100, 400, 2))
  .map(([max, first, rest]) => `[{max_weight: "${max}", cap: "${first}"}, {max_weight: null, cap: "${rest}"}]`);
const benchmark = fc.constantFrom('with_coefficient', 'without_coefficient');

const outliers = fc
  .record({
    ratio_benchmark: benchmark,
    // below every cap, of which the lowest is 1
    low: decimal(1, 99, 2),
    lowInclusive: fc.boolean(),
    lowPay: fc.constantFrom(...lowFamilies),
    tiers,
    highInclusive: fc.boolean(),
    highPay: fc.constantFrom(...highFamilies),
    excess_benchmark: benchmark,
    // halves and quarters of an excess end at half a fen more often
    share: fc.oneof(decimal(0, 150, 2), fc.constantFrom('0.5', '0.25', '1.5')),
    base: decimal(0, 250, 2),
    band: decimal(0, 150, 2),
    cases: anyCaseRules,
  })
  .map(o => ({
    ...o,
    text: (points: boolean) => `
${o.cases.text(points)}outliers:
  source: shape
  ratio_benchmark: ${o.ratio_benchmark}
  low: {threshold: ${ratioLeaf(o.low)}, inclusive: ${o.lowInclusive}, pay: ${points ? o.lowPay : 'actual_cost'}}
${o.cases.inOutliers(o.low)}  high:
    tiers: {value: ${o.tiers}, unit: ratio}
    inclusive: ${o.highInclusive}
    pay: ${o.highPay}
    excess_benchmark: ${o.excess_benchmark}
    excess_pay_ratio: ${ratioLeaf(o.share)}
    affine_base: ${ratioLeaf(o.base)}
    band_share: ${ratioLeaf(o.band)}
${o.cases.inHigh(o.highPay)}`,
  }));

// no point is worth so many times its cost that a payment is more than a whole number of fen can hold
const price = fc.oneof(
  decimal(1, 40_000_000, 3).map(rate => ({
    points: false,
    text: `
payment_method: drg_rate
price:
  source: shape
  rates: {tertiary: {employee: {value: "${rate}", unit: CNY/weight}}}
`,
  })),
  fc.record({ scale: fc.constantFrom(1, 100, 1000), mean: decimal(10_000, 3_000_000, 2), point: decimal(1, 2_000_000, 4) }).map(p => ({
    points: true,
    text: `
payment_method: drg_points
price:
  source: shape
  scale: {value: ${p.scale}, unit: point/weight}
  region_mean_cost: {value: "${p.mean}", unit: CNY}
  point_value: {employee: {value: "${p.point}", unit: CNY/point}}
`,
  })),
);

export const anyPolicy: fc.Arbitrary<DrgPolicy> = fc
  .record({
    price,
    outliers,
    groups: anyGroupRules,
    k: decimal(1, 20_000, 4),
    fund: fc.constantFrom(
      ...['method: difference', 'method: ratio', 'method: ratio, patient: by_share', 'method: recalc'],
      ...['method: recalc, patient: recalculated', 'method: fund_basis'],
    ),
    standard: fc.constantFrom('none', 'fen', '0'),
    points: fc.constantFrom('none', 'none', '2', '4'),
  })
  .map(({ price: money, outliers: rules, groups, k, fund, standard, points }) =>
    policyOf(`${money.text}${groups.inPrice(money.points)}
${groups.text(money.points)}
hospital_coefficient: {from: level, values: {tertiary: {value: "${k}", unit: ratio, source: shape}}}
fund_share: {${fund}}
rounding: {standard: ${standard}, points: ${points}, money: fen}
${rules.text(money.points)}`),
  );

export const anyWeight = decimal(1, 300_000, 4);

/** Whole fen: anything, and the neighbours of the lines. */
export const costsAround = ({ lowTo, midLowTo, highFrom, standard }: Price): fc.Arbitrary<number> => {
  // 99,999,999.99 yuan
  const most = 9_999_999_999;
  const near = (line: number) => fc.integer({ min: -3, max: 3 }).map(step => Math.min(most, Math.max(0, line + step)));
  return fc.oneof(
    fc.integer({ min: 0, max: 10_000_000 }),
    fc.integer({ min: 0, max: Math.min(most, Math.max(1, standard * 6)) }),
    near(Math.max(0, lowTo)),
    near(Math.max(0, midLowTo)),
    near(Number.isFinite(highFrom) ? highFrom : 0),
  );
};

/** One group, AB11, with this weight. */
export const tableOf = (weight: string): WeightTable => readWeights(`drg\tname\tweight\nAB11\t\t${weight}\n`, 'weights.tsv');
