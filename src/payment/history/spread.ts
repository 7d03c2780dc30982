/**
 * How much alike the stays of a group cost, and how much of all difference in cost lies between the groups: CV = SD ÷ mean, population;
 * RIV = (SST − SSW) ÷ SST. From whole sums, so nothing is lost before the one quotient.
 */
import { Decimal } from '../../money.ts';

export type Sums = { readonly cases: number; readonly cost: number; readonly squares: bigint };

/** √(n·Σx² − S²) ÷ S; undefined without cases. 4000 5000 5000 6000: √(4 × 102e6 − 400e6) ÷ 20000 = 0.1414. */
export function cvOf({ cases, cost, squares }: Sums): Decimal | undefined {
  if (cases === 0) return undefined;
  const sum = BigInt(cost);
  return exact(BigInt(cases) * squares - sum * sum)
    .sqrt()
    .div(cost);
}

/** Undefined where all stays cost the same: there is no difference to explain. */
export function rivOf(groups: readonly Sums[]): Decimal | undefined {
  const used = groups.filter(({ cases }) => cases > 0);
  const all = used.reduce(together, { cases: 0, cost: 0, squares: 0n });
  const total = all.cases === 0 ? new Decimal(0) : aroundMean(all);
  if (total.isZero()) return undefined;
  const within = used.reduce((sum, group) => sum.plus(aroundMean(group)), new Decimal(0));
  return total.minus(within).div(total);
}

const together = (a: Sums, b: Sums): Sums => ({
  cases: a.cases + b.cases,
  cost: a.cost + b.cost,
  squares: a.squares + b.squares,
});

const aroundMean = ({ cases, cost, squares }: Sums): Decimal => {
  const sum = BigInt(cost);
  return exact(BigInt(cases) * squares - sum * sum).div(cases);
};

const exact = (whole: bigint): Decimal => new Decimal(whole.toString());
