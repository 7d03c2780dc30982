/** A region's rules as typed values: every number is exact and keeps the leaf it came from, so that a payment can name its line. */
import type { Decimal } from '../money.ts';
import { type ExemptRule, exemptRule } from './exempt-rule.ts';
import { type FundRule, fundRule } from './fund-rule.ts';
import { type GroupRules, groupRules } from './group-rules.ts';
import type { Leaf, Leaves } from './leaf.ts';
import { reader } from './leaf-reader.ts';
import { type CapitationPolicy, capitationPolicy } from './methods/capitation.ts';
import { type DipPolicy, dipPolicy } from './methods/dip.ts';
import { type GlobalBudgetPolicy, globalBudgetPolicy } from './methods/global-budget.ts';
import { type PerDiemPolicy, perDiemPolicy } from './methods/per-diem.ts';
import { type QuotaPolicy, quotaPolicy } from './methods/quota.ts';
import { type SingleDiseasePolicy, singleDiseasePolicy } from './methods/single-disease.ts';
import { both, mistake } from './mistakes.ts';
import { type MixRule, mixRules } from './mix-rules.ts';
import { benchmarks } from './names/outliers.ts';
import { type HighRule, highRule, type LowRule, lowRule, type MidLowRule, midLowRule } from './outlier-rules.ts';
import { type Coefficients, coefficientsOf, type PriceRule, pointsOf, ratesOf } from './price-rules.ts';
import { type SpecialRule, specialRule } from './special-rule.ts';
import { type StayRule, stayRules } from './stay-rules.ts';
import { type WeightRule, weightRule } from './weight-rule.ts';

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
  /** Other methods for the stays that meet a condition, the first that does; each with its own policy. */
  readonly mix: readonly (MixRule & { readonly policy: Policy })[];
};
/** What every policy has that pays otherwise than by item. */
export type Paying = Common & {
  readonly fund: FundRule;
  /** 特例单议; undefined: none is settled. */
  readonly special: SpecialRule | undefined;
};

export type FfsPolicy = Common & { readonly method: 'ffs' };
export type DrgPolicy = Paying & {
  readonly method: 'drg_rate' | 'drg_points';
  readonly price: PriceRule;
  /** undefined: 1 for everybody. */
  readonly coefficients: Coefficients | undefined;
  readonly weightRule: WeightRule;
  readonly groupRules: GroupRules;
  readonly ratioBenchmark: Benchmark;
  readonly low: LowRule | undefined;
  readonly midLow: MidLowRule | undefined;
  readonly high: HighRule | undefined;
  readonly stayRules: readonly StayRule[];
  readonly exempt: ExemptRule | undefined;
  /** Share of cost for 0000 and for QY; undefined: no price. */
  readonly ungrouped: Sourced | undefined;
  readonly ambiguous: Sourced | undefined;
  /** Digits the standard (yuan) and the payment points are rounded to; undefined: not at all. */
  readonly rounding: { readonly standard: number | undefined; readonly points: number | undefined };
};
export type Policy =
  | FfsPolicy
  | DrgPolicy
  | DipPolicy
  | PerDiemPolicy
  | SingleDiseasePolicy
  | QuotaPolicy
  | GlobalBudgetPolicy
  | CapitationPolicy;

export type About = { readonly id: string; readonly region: string; readonly catalogue: string };

/** `leaves` are checked, dated values resolved. */
export function policyFrom(about: About, leaves: Leaves): Policy {
  const { id, region, catalogue } = about;
  const { word, text, keyed, missing } = reader(leaves, id);
  const common: Common = {
    id,
    region,
    catalogue,
    leaves,
    weightsTable: text('weights.table'),
    level: text('hospital.level'),
    levels: new Map(keyed('hospital.levels').map(({ key, leaf }) => [key, leaf.value as string])),
    insurance: insuranceOf(keyed('insurance_map')),
    mix: mixRules(leaves).map(rule => ({ ...rule, policy: policyFrom(about, paidBy(rule, leaves)) })),
  };
  const method = word('payment_method');
  if (method === 'ffs') return { ...common, method };
  const paying: Paying = { ...common, fund: fundRule(leaves, id), special: specialRule(leaves, id) };
  switch (method) {
    case 'drg_points':
    case 'drg_rate':
      return drgPolicy(method, leaves, paying);
    case 'dip':
      return dipPolicy(leaves, paying);
    case 'per_diem':
      return perDiemPolicy(leaves, paying);
    case 'single_disease':
      return singleDiseasePolicy(leaves, paying);
    case 'quota':
      return quotaPolicy(leaves, paying);
    case 'global_budget':
      return globalBudgetPolicy(leaves, paying);
    case 'capitation':
      return capitationPolicy(leaves, paying);
  }
  throw missing('payment_method');
}

/** The same policy with the method of the rule, and no further mix. */
function paidBy({ method, item }: MixRule, leaves: Leaves): Leaves {
  const own = new Map(leaves);
  own.delete('mix');
  return own.set('payment_method', { value: method, unit: undefined, source: item.source, at: item.at });
}

function drgPolicy(method: DrgPolicy['method'], leaves: Leaves, paying: Paying): DrgPolicy {
  const { id } = paying;
  const { at, word, decimal } = reader(leaves, id);
  const ratioBenchmark = benchmarks.find(known => known === word('outliers.ratio_benchmark')) ?? 'with_coefficient';
  const coefficients = coefficientsOf(leaves, id);
  return {
    ...paying,
    method,
    price: method === 'drg_points' ? pointsOf(leaves, id) : ratesOf(leaves, id, coefficients),
    coefficients,
    weightRule: weightRule(leaves, id),
    groupRules: groupRules(leaves, id),
    ratioBenchmark,
    low: lowRule(leaves, id),
    midLow: midLowRule(leaves, id),
    high: highRule(leaves, id, ratioBenchmark),
    stayRules: stayRules(leaves),
    exempt: exemptRule(leaves),
    ungrouped: decimal('ungrouped.0000.pay_ratio'),
    ambiguous: decimal('ungrouped.QY.pay_ratio'),
    rounding: { standard: digits(at('rounding.standard')), points: digits(at('rounding.points')) },
  };
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
