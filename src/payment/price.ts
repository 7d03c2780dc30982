/**
 * The price of a group for one level and insurance: standard, benchmark of the ratio, and the two lines as whole fen.
 * Rate: S = W·r·k. Points: S = W·scale·k·PV. Benchmark: W·r or AC·W, with k or without, as the policy says.
 */
import { Decimal, toFen } from '../money.ts';
import type { Benchmark, DrgPolicy, Sourced } from '../policy/policy.ts';
import { capFor } from '../policy/tiers.ts';
import { fewestAbove, fewestFrom, mostBelow, mostUpTo } from './bounds.ts';
import { roundedPoints } from './points.ts';
import type { Price } from './settlement.ts';

export type PriceKey = { readonly group: number; readonly level: string; readonly insurance: string };
/** The weight of the group and what a rebase multiplies the money of one weight by. */
export type Weighing = { readonly weight: Decimal; readonly weightAt: string; readonly rateFactor: Decimal };

export function priceOf(key: PriceKey, { weight, weightAt, rateFactor }: Weighing, policy: DrgPolicy): Price {
  const { group, level, insurance } = key;
  const coefficient = coefficientOf(level, policy)?.value ?? one;
  const { rate, perWeight, meanPerWeight } = moneyOfWeight(key, rateFactor, policy);
  const standardExact = standardOf(weight.times(perWeight).times(coefficient), rate, policy);
  const benchmark = benchmarkOf({ weight, coefficient, meanPerWeight }, policy.ratioBenchmark);
  const { lowTo, highFrom } = linesAround(weight, benchmark, policy);
  return {
    group,
    level,
    insurance,
    weight,
    weightAt,
    coefficient,
    rate,
    perWeight,
    meanPerWeight,
    standardExact,
    standard: toFen(standardExact),
    benchmark,
    lowTo,
    highFrom,
  };
}

const one = new Decimal(1);

/**
 * A rebase moves the money of one weight, and with it the mean cost of one weight: weights on twice the scale at half the money
 * must pay every stay the same, outliers included.
 */
function moneyOfWeight(
  { level, insurance }: PriceKey,
  rateFactor: Decimal,
  policy: DrgPolicy,
): Pick<Price, 'rate' | 'perWeight' | 'meanPerWeight'> {
  const rate = rateOf(level, insurance, policy)!.value.times(rateFactor);
  if (policy.price.kind === 'rate') return { rate, perWeight: rate, meanPerWeight: rate };
  return { rate, perWeight: rate.times(policy.price.scale.value), meanPerWeight: policy.price.meanCost.value.times(rateFactor) };
}

/** Yuan per weight of a level and insurance, or yuan per point of an insurance. */
export function rateOf(level: string, insurance: string, { price }: DrgPolicy): Sourced | undefined {
  return price.kind === 'rate' ? price.rates.get(level)?.get(insurance) : price.pointValue.get(insurance);
}

export const coefficientOf = (level: string, { coefficients }: DrgPolicy): Sourced | undefined => coefficients?.get(level);

function standardOf(exact: Decimal, rate: Decimal, { price, rounding }: DrgPolicy): Decimal {
  const standard = price.kind === 'points' ? roundedPoints(exact, rate, rounding.points) : exact;
  return rounding.standard === undefined ? standard : standard.toDecimalPlaces(rounding.standard, Decimal.ROUND_HALF_UP);
}

/** b1 with the coefficient, b0 without; the exact product, also where the policy rounds the standard. */
export function benchmarkOf(
  { weight, coefficient, meanPerWeight }: Pick<Price, 'weight' | 'coefficient' | 'meanPerWeight'>,
  which: Benchmark,
): Decimal {
  const mean = weight.times(meanPerWeight);
  return which === 'without_coefficient' ? mean : mean.times(coefficient);
}

function linesAround(weight: Decimal, benchmark: Decimal, { low, high }: DrgPolicy): Pick<Price, 'lowTo' | 'highFrom'> {
  return {
    lowTo: low ? (low.inclusive ? mostUpTo : mostBelow)(low.threshold.value.times(benchmark)) : -1,
    highFrom: high ? (high.inclusive ? fewestFrom : fewestAbove)(capFor(weight, high.tiers).times(benchmark)) : Number.POSITIVE_INFINITY,
  };
}
