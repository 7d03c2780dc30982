/** The lines of a policy, low, mid-low and high, and what lies beyond them; each family asks for exactly the numbers its formula has. */
import type { UserError } from '../errors.ts';
import { Decimal } from '../money.ts';
import type { Leaf, Leaves, Place } from './leaf.ts';
import { reader } from './leaf-reader.ts';
import { both, wrong } from './mistakes.ts';
import { benchmarks, highFamilies, lowFamilies, midLowFamilies, sharedBy } from './names/outliers.ts';
import type { Benchmark, Sourced } from './policy.ts';
import { type Tier, tiersOf } from './tiers.ts';

export type LowRule = {
  readonly pay: (typeof lowFamilies)[number];
  readonly payLeaf: Leaf;
  readonly threshold: Sourced;
  /** A cost on the line itself is low. */
  readonly inclusive: boolean;
};

/** From the low line to this one: more than cost, less than the standard. */
export type MidLowRule = {
  readonly pay: (typeof midLowFamilies)[number];
  readonly payLeaf: Leaf;
  readonly threshold: Sourced;
  /** A cost on the line itself is still in the band. */
  readonly inclusive: boolean;
  /** Share of the base standard that cost_plus_share adds. */
  readonly share: Decimal;
};

export type HighRule = {
  readonly pay: (typeof highFamilies)[number];
  readonly payLeaf: Leaf;
  readonly tiers: readonly Tier[];
  readonly tiersLeaf: Leaf;
  /** A cost on the line itself is high. */
  readonly inclusive: boolean;
  readonly excessBenchmark: Benchmark;
  /** Caps that the excess is counted from; undefined: those that make a stay high. */
  readonly excessTiers: readonly Tier[] | undefined;
  /** The ratio beyond which nothing more is paid; undefined: there is none. */
  readonly excessUpTo: Sourced | undefined;
  /** f: share of the excess that is paid. */
  readonly excessShare: Decimal;
  /** a of S·(a + f·(R − cap)). */
  readonly affineBase: Decimal;
  /** Share of the benchmark taken off cost by cost_minus_band. */
  readonly bandShare: Decimal;
  /** Share of the discharges of a hospital, or of a group, that may be paid as high; undefined: all. */
  readonly maxCaseShare: (Sourced & { readonly of: (typeof sharedBy)[number] }) | undefined;
};

export function lowRule(leaves: Leaves, id: string): LowRule | undefined {
  const { at, flag, decimal, required, word, missing } = reader(leaves, id);
  const payLeaf = at('outliers.low.pay');
  const pay = lowFamilies.find(family => family === payLeaf?.value);
  if (!payLeaf || !pay) {
    if (decimal('outliers.low.threshold')) throw missing('outliers.low.pay');
    return undefined;
  }
  if (pay !== 'actual_cost' && word('payment_method') !== 'drg_points') throw needsPoints(pay, payLeaf.at);
  return { pay, payLeaf, threshold: required('outliers.low.threshold'), inclusive: flag('outliers.low.inclusive') };
}

const needsPoints = (pay: string, at: Place): UserError =>
  wrong(
    'outliers.low.pay',
    at,
    both(`是 ${pay}，只能用于点数法`, `is ${pay}, which only payment by points has`),
    both(
      '按费率付费请写 actual_cost，或改用 payment_method: drg_points。',
      'Under a rate write actual_cost, or pay by payment_method: drg_points.',
    ),
  );

export function midLowRule(leaves: Leaves, id: string): MidLowRule | undefined {
  const { at, flag, decimal, required, missing } = reader(leaves, id);
  const payLeaf = at('outliers.mid_low.pay');
  const pay = midLowFamilies.find(family => family === payLeaf?.value);
  if (!payLeaf || !pay) {
    if (decimal('outliers.mid_low.threshold')) throw missing('outliers.mid_low.pay');
    return undefined;
  }
  return {
    pay,
    payLeaf,
    threshold: required('outliers.mid_low.threshold'),
    inclusive: flag('outliers.mid_low.inclusive'),
    share: pay === 'cost_plus_share' ? required('outliers.mid_low.share').value : new Decimal(0),
  };
}

export function highRule(leaves: Leaves, id: string, ratioBenchmark: Benchmark): HighRule | undefined {
  const { at, flag, decimal, required, word, missing } = reader(leaves, id);
  const [payLeaf, tiersLeaf] = [at('outliers.high.pay'), at('outliers.high.tiers')];
  const pay = highFamilies.find(family => family === payLeaf?.value);
  if (!payLeaf || !pay) {
    if (tiersLeaf) throw missing('outliers.high.pay');
    return undefined;
  }
  if (!tiersLeaf) throw missing('outliers.high.tiers');
  const [excessTiersLeaf, upToLeaf] = [at('outliers.high.excess_tiers'), at('outliers.high.excess_up_to')];
  if (excessTiersLeaf && !excessFamilies.includes(pay)) throw paysNoExcess('outliers.high.excess_tiers', excessTiersLeaf.at, pay);
  if (upToLeaf && !excessFamilies.includes(pay)) throw paysNoExcess('outliers.high.excess_up_to', upToLeaf.at, pay);
  const maxCaseShare = decimal('outliers.high.max_case_share');
  return {
    pay,
    payLeaf,
    tiers: tiersOf(tiersLeaf),
    tiersLeaf,
    excessTiers: excessTiersLeaf && tiersOf(excessTiersLeaf),
    excessUpTo: decimal('outliers.high.excess_up_to'),
    maxCaseShare: maxCaseShare && {
      ...maxCaseShare,
      of: sharedBy.find(known => known === word('outliers.high.max_case_share_of')) ?? 'hospital',
    },
    inclusive: flag('outliers.high.inclusive'),
    excessBenchmark: benchmarks.find(known => known === word('outliers.high.excess_benchmark')) ?? ratioBenchmark,
    excessShare: decimal('outliers.high.excess_pay_ratio')?.value ?? new Decimal(1),
    affineBase: pay === 'affine' ? required('outliers.high.affine_base').value : new Decimal(1),
    bandShare: pay === 'cost_minus_band' ? required('outliers.high.band_share').value : new Decimal(0),
  };
}

const excessFamilies: readonly HighRule['pay'][] = ['standard_plus_excess', 'standard_times_1_plus', 'affine'];

const paysNoExcess = (path: string, at: Place, pay: string): UserError =>
  wrong(
    path,
    at,
    both(`在 outliers.high.pay: ${pay} 时不起作用`, `does nothing under outliers.high.pay: ${pay}`),
    both(`只用于 ${excessFamilies.join('、')}。`, `It belongs to ${excessFamilies.join(', ')}.`),
  );
