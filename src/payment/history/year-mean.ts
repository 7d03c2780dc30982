/**
 * The mean of a group over years that count differently: Σ(mean of the year × its share) ÷ Σ shares, over the years in which the group has
 * stays. 12,000, 12,600 and 13,000 weighted 1:2:7 are 12,820.
 */
import { Decimal } from '../../money.ts';
import type { YearSum } from './group-sums.ts';

export type Means = { readonly cost: Decimal | undefined; readonly days: Decimal | undefined };

/** Fen and days; undefined where no year has any. `shares` [1] where all years count alike. */
export function meansOf(years: readonly YearSum[], shares: readonly number[]): Means {
  return {
    cost: weighted(years.map(({ cases, cost }, i) => ({ of: cost, over: cases, share: shares[i]! }))),
    days: weighted(years.map(({ withDays, days }, i) => ({ of: days, over: withDays, share: shares[i]! }))),
  };
}

type Part = { readonly of: number; readonly over: number; readonly share: number };

function weighted(parts: readonly Part[]): Decimal | undefined {
  const known = parts.filter(({ over, share }) => over > 0 && share > 0);
  if (known.length === 0) return undefined;
  const shares = known.reduce((sum, { share }) => sum + share, 0);
  return known.reduce((sum, { of, over, share }) => sum.plus(new Decimal(of).times(share).div(over)), new Decimal(0)).div(shares);
}

/** Of several groups together. */
export function yearsOf(groups: readonly { readonly years: readonly YearSum[] }[], count: number): readonly YearSum[] {
  const all = Array.from({ length: count }, (): YearSum => ({ cases: 0, cost: 0, withDays: 0, days: 0 }));
  for (const { years } of groups) {
    for (const [i, { cases, cost, withDays, days }] of years.entries()) {
      const sum = all[i]!;
      sum.cases += cases;
      sum.cost += cost;
      sum.withDays += withDays;
      sum.days += days;
    }
  }
  return all;
}
