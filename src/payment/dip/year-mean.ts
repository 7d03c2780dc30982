/**
 * The mean of several years: Σ mean × weight of the year ÷ Σ weights. 12,000, 12,600 and 13,000 weighted 1 : 2 : 7 are 12,820. A year without
 * stays takes no part, and its weight neither: with the last two years alone the weights are 2 : 7.
 */
import { Decimal, yuanOf } from '../../money.ts';

/** Cases and whole fen by year; undefined without any stay. Yuan, exact. */
export function yearMean(cases: readonly number[], cost: readonly number[], weights: readonly number[]): Decimal | undefined {
  let [sum, weight] = [new Decimal(0), 0];
  for (const [y, n] of cases.entries()) {
    if (n === 0) continue;
    sum = sum.plus(yuanOf(cost[y]!).times(weights[y]!).div(n));
    weight += weights[y]!;
  }
  return weight === 0 ? undefined : sum.div(weight);
}
