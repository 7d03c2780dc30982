/** The low and the high line of a policy and what lies beyond them; each family asks for exactly the numbers its formula has. */
import type { UserError } from '../errors.ts';
import { Decimal } from '../money.ts';
import type { Leaf, Leaves, Place } from './leaf.ts';
import { reader } from './leaf-reader.ts';
import { both, wrong } from './mistakes.ts';
import { benchmarks, highFamilies, lowFamilies } from './names/outliers.ts';
import type { Benchmark, Sourced } from './policy.ts';
import { type Tier, tiersOf } from './tiers.ts';

export type LowRule = {
  readonly pay: (typeof lowFamilies)[number];
  readonly payLeaf: Leaf;
  readonly threshold: Sourced;
  /** A cost on the line itself is low. */
  readonly inclusive: boolean;
};

export type HighRule = {
  readonly pay: (typeof highFamilies)[number];
  readonly payLeaf: Leaf;
  readonly tiers: readonly Tier[];
  readonly tiersLeaf: Leaf;
  /** A cost on the line itself is high. */
  readonly inclusive: boolean;
  readonly excessBenchmark: Benchmark;
  /** f: share of the excess that is paid. */
  readonly excessShare: Decimal;
  /** a of S·(a + f·(R − cap)). */
  readonly affineBase: Decimal;
  /** Share of the benchmark taken off cost by cost_minus_band. */
  readonly bandShare: Decimal;
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

export function highRule(leaves: Leaves, id: string, ratioBenchmark: Benchmark): HighRule | undefined {
  const { at, flag, decimal, required, word, missing } = reader(leaves, id);
  const [payLeaf, tiersLeaf] = [at('outliers.high.pay'), at('outliers.high.tiers')];
  const pay = highFamilies.find(family => family === payLeaf?.value);
  if (!payLeaf || !pay) {
    if (tiersLeaf) throw missing('outliers.high.pay');
    return undefined;
  }
  if (!tiersLeaf) throw missing('outliers.high.tiers');
  return {
    pay,
    payLeaf,
    tiers: tiersOf(tiersLeaf),
    tiersLeaf,
    inclusive: flag('outliers.high.inclusive'),
    excessBenchmark: benchmarks.find(known => known === word('outliers.high.excess_benchmark')) ?? ratioBenchmark,
    excessShare: decimal('outliers.high.excess_pay_ratio')?.value ?? new Decimal(1),
    affineBase: pay === 'affine' ? required('outliers.high.affine_base').value : new Decimal(1),
    bandShare: pay === 'cost_minus_band' ? required('outliers.high.band_share').value : new Decimal(0),
  };
}
