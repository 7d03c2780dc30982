/** A region's rules as typed values: every number is exact and keeps the leaf it came from, so that a payment can name its line. */
import type { Decimal } from '../money.ts';
import type { Leaf, Leaves } from './leaf.ts';
import { reader } from './leaf-reader.ts';
import { both, mistake } from './mistakes.ts';
import { refuseLater } from './not-built.ts';
import { type HighRule, highRule, type LowRule, lowRule } from './outlier-rules.ts';
import { type Coefficients, coefficientsOf, type PriceRule, pointsOf, ratesOf } from './price-rules.ts';
import { benchmarks, fundMethods } from './vocabulary.ts';

export type Sourced = { readonly value: Decimal; readonly leaf: Leaf };
export type Benchmark = (typeof benchmarks)[number];
type Common = {
  readonly id: string;
  readonly region: string;
  readonly catalogue: string;
  readonly leaves: Leaves;
  /** Path of the weight table as the policy writes it. */
  readonly weightsTable: string | undefined;
  /** Level of a stay whose hospital and level are not listed. */
  readonly level: string | undefined;
  /** Hospital id, or level as loaded, to a level of this policy. */
  readonly levels: ReadonlyMap<string, string>;
  /** Loaded insurance code to insurance key. */
  readonly insurance: ReadonlyMap<string, string>;
};

export type FfsPolicy = Common & { readonly method: 'ffs' };
export type DrgPolicy = Common & {
  readonly method: 'drg_rate' | 'drg_points';
  readonly price: PriceRule;
  /** undefined: 1 for everybody. */
  readonly coefficients: Coefficients | undefined;
  readonly ratioBenchmark: Benchmark;
  readonly low: LowRule | undefined;
  readonly high: HighRule | undefined;
  readonly fundMethod: (typeof fundMethods)[number];
  readonly fundLeaf: Leaf | undefined;
  /** Share of cost for 0000 and for QY; undefined: no price. */
  readonly ungrouped: Sourced | undefined;
  readonly ambiguous: Sourced | undefined;
  /** Digits the standard (yuan) and the payment points are rounded to; undefined: not at all. */
  readonly rounding: { readonly standard: number | undefined; readonly points: number | undefined };
};
export type Policy = FfsPolicy | DrgPolicy;

/** `leaves` are checked, dated values resolved. */
export function policyFrom(
  { id, region, catalogue }: { readonly id: string; readonly region: string; readonly catalogue: string },
  leaves: Leaves,
): Policy {
  const { at, word, text, decimal, keyed, missing } = reader(leaves, id);
  const method = word('payment_method');
  const common: Common = {
    id,
    region,
    catalogue,
    leaves,
    weightsTable: text('weights.table'),
    level: text('hospital.level'),
    levels: new Map(keyed('hospital.levels').map(({ key, leaf }) => [key, leaf.value as string])),
    insurance: insuranceOf(keyed('insurance_map')),
  };
  if (method === 'ffs') return { ...common, method };
  refuseLater(leaves);
  const fundMethod = fundMethods.find(known => known === (word('fund_share.method') ?? 'difference'))!;
  if (word('basis') === 'fund' && fundMethod !== 'fund_basis') {
    throw mistake(
      'PARAMETER_INVALID',
      (at('fund_share.method') ?? at('basis'))?.at,
      both(`basis 是 fund，fund_share.method 却是 ${fundMethod}`, `basis is fund, but fund_share.method is ${fundMethod}`),
      both('基金口径的价格用 fund_share.method: fund_basis。', 'A price on fund basis goes with fund_share.method: fund_basis.'),
    );
  }
  const ratioBenchmark = benchmarks.find(known => known === word('outliers.ratio_benchmark')) ?? 'with_coefficient';
  const drg: Omit<DrgPolicy, 'method' | 'price'> = {
    ...common,
    coefficients: coefficientsOf(leaves, id),
    ratioBenchmark,
    low: lowRule(leaves, id),
    high: highRule(leaves, id, ratioBenchmark),
    fundMethod,
    fundLeaf: at('fund_share.method'),
    ungrouped: decimal('ungrouped.0000.pay_ratio'),
    ambiguous: decimal('ungrouped.QY.pay_ratio'),
    rounding: { standard: digits(at('rounding.standard')), points: digits(at('rounding.points')) },
  };
  if (method === 'drg_points') return { ...drg, method, price: pointsOf(leaves, id) };
  if (method === 'drg_rate') return { ...drg, method, price: ratesOf(leaves, id, drg.coefficients) };
  throw missing('payment_method');
}

function insuranceOf(lists: readonly { readonly key: string; readonly leaf: Leaf }[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { key, leaf } of lists) {
    for (const code of leaf.value as readonly string[]) {
      if (keys.has(code)) {
        throw mistake(
          'PARAMETER_INVALID',
          leaf.at,
          both(`险种代码“${code}”既在 ${keys.get(code)} 又在 ${key}`, `insurance code "${code}" is in ${keys.get(code)} and in ${key}`),
          both('一个代码只属于一个险种。', 'A code belongs to one insurance.'),
        );
      }
      keys.set(code, key);
    }
  }
  return keys;
}

function digits(leaf: Leaf | undefined): number | undefined {
  if (leaf?.value === 'fen') return 2;
  return typeof leaf?.value === 'number' ? leaf.value : undefined;
}
