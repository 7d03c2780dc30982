/** What a month pays at once and what of the deposit an annual score releases. 95 % of 1,000.01 are 950.01; the deposit is the other 50.00. */
import { type Decimal, type Fen, less, part } from '../../money.ts';
import type { ScoreTier } from '../../policy/score-tiers.ts';

export type MonthPaid = { readonly paid: Fen; readonly held: Fen };

/** One rounding: what is not paid is held. */
export function monthPaid(fund: Fen, share: Decimal): MonthPaid {
  const paid = part(fund, share);
  return { paid, held: less(fund, paid) };
}

export type Release = { readonly share: Decimal; readonly tier: ScoreTier };

/** From 80 to 90 rising from 0.8 to 1: 85 → 0.8 + 0.2 × 5 ÷ 10 = 0.9. */
export function releasedBy(score: Decimal, tiers: readonly ScoreTier[]): Release {
  const tier = tiers.find(({ to }) => !to || score.lt(to))!;
  const { from, to, release, risesTo } = tier;
  if (!risesTo || !to) return { share: release, tier };
  return { share: release.plus(risesTo.minus(release).times(score.minus(from)).div(to.minus(from))), tier };
}
