/** The outlier family of a policy for one price: which formula, with which numbers. */
import { Decimal } from '../../money.ts';
import type { GroupRules } from '../../policy/group-rules.ts';
import type { HighRule, LowRule, MidLowRule } from '../../policy/outlier-rules.ts';
import type { DrgPolicy } from '../../policy/policy.ts';
import { capFor } from '../../policy/tiers.ts';
import { benchmarkOf } from '../price.ts';
import type { Price } from '../settlement.ts';
import { actualCost } from './actual-cost.ts';
import { affine } from './affine.ts';
import { costMinusBand } from './cost-minus-band.ts';
import { costMinusStandard } from './cost-minus-standard.ts';
import { costPlusShare } from './cost-plus-share.ts';
import { excessUpTo } from './excess-up-to.ts';
import type { Family, Terms } from './family.ts';
import { pointsAtCost } from './points-at-cost.ts';
import { pointsAtCostK } from './points-at-cost-k.ts';
import { standardOnly } from './standard-only.ts';
import { standardPlusExcess } from './standard-plus-excess.ts';
import { standardTimes1Plus } from './standard-times-1-plus.ts';
import { standardTimesRatio } from './standard-times-ratio.ts';

const low: Readonly<Record<LowRule['pay'], Family>> = {
  actual_cost: actualCost,
  points_at_cost: pointsAtCost,
  points_at_cost_k: pointsAtCostK,
};

const midLow: Readonly<Record<MidLowRule['pay'], Family>> = {
  cost_plus_share: costPlusShare,
  standard_times_ratio: standardTimesRatio,
};

const high: Readonly<Record<HighRule['pay'], Family>> = {
  standard_only: standardOnly,
  standard_plus_excess: standardPlusExcess,
  standard_times_1_plus: standardTimes1Plus,
  actual_cost: actualCost,
  cost_minus_standard: costMinusStandard,
  cost_minus_band: costMinusBand,
  affine,
};

/** 不稳定组 */
export const unstableFamily = ({ pay }: NonNullable<GroupRules['unstable']>): Family => low[pay];
export const lowFamily = (rule: LowRule): Family => low[rule.pay];
export const midLowFamily = (rule: MidLowRule): Family => midLow[rule.pay];
export const highFamily = ({ pay, excessUpTo: upTo }: HighRule): Family => (upTo ? excessUpTo(high[pay], upTo.value) : high[pay]);

export function termsOf(price: Price, { high: rule, midLow: between, ratioBenchmark }: DrgPolicy): Terms {
  return {
    standard: price.standardExact,
    unmodified: price.unmodified,
    weight: price.times,
    coefficient: price.coefficient,
    perWeight: price.perWeight,
    meanPerWeight: price.meanPerWeight,
    benchmark: price.benchmark,
    excessOver: rule && rule.excessBenchmark !== ratioBenchmark ? benchmarkOf(price, rule.excessBenchmark) : price.benchmark,
    cap: rule ? capFor(price.weight, rule.excessTiers ?? rule.tiers) : zero,
    excessShare: rule?.excessShare ?? zero,
    affineBase: rule?.affineBase ?? zero,
    bandShare: rule?.bandShare ?? zero,
    midLowShare: between?.share ?? zero,
  };
}

const zero = new Decimal(0);
