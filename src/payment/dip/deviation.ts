/**
 * Points of a stay after 费用偏差: the exact rule, one division at the end. Mean 12,800, score 1,349.47: a cost of 5,000 is .3906 of it,
 * 527.14 points; 30,000 is 2.34375, (2.34375 − 2) + 1 = 1.34375, 1,813.36 points.
 */
import { Decimal } from '../../money.ts';
import type { Deviation } from '../../policy/dip-deviation.ts';

export type DeviationBand = 'low' | 'normal' | 'high' | 'extreme';

/** Yuan; without a benchmark nothing deviates. */
export function deviationBand(cost: Decimal, benchmark: Decimal, deviation: Deviation | undefined): DeviationBand {
  if (!deviation) return 'normal';
  const { low, lowInclusive, high, highInclusive, extreme } = deviation;
  const line = (ratio: Decimal): Decimal => ratio.times(benchmark);
  if (low && (lowInclusive ? cost.lte(line(low.value)) : cost.lt(line(low.value)))) return 'low';
  if (extreme && cost.gt(line(extreme.value))) return 'extreme';
  if (high && (highInclusive ? cost.gte(line(high.value)) : cost.gt(line(high.value)))) return 'high';
  return 'normal';
}

export type Deviating = {
  readonly cost: Decimal;
  readonly benchmark: Decimal;
  /** Before deviation. */
  readonly points: Decimal;
  readonly deviation: Deviation | undefined;
};

export function deviatedPoints({ cost, benchmark, points, deviation }: Deviating): Decimal {
  switch (deviationBand(cost, benchmark, deviation)) {
    case 'normal':
      return points;
    case 'low':
      return points.times(cost).div(benchmark);
    case 'extreme':
      if (deviation!.extreme!.pay === 'standard') return points;
      return raisedPoints(cost, benchmark, points, deviation!.high!.value);
    case 'high':
      return raisedPoints(cost, benchmark, points, deviation!.high!.value);
  }
}

/** points × (cost ÷ benchmark − high + 1) */
const raisedPoints = (cost: Decimal, benchmark: Decimal, points: Decimal, high: Decimal): Decimal =>
  points.times(cost.minus(high.minus(1).times(benchmark))).div(benchmark);

export const roundedTo = (value: Decimal, digits: number | undefined): Decimal =>
  digits === undefined ? value : value.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);
