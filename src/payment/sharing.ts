/**
 * What the fund pays of an allotted amount when the actual one is less or more, by the tiers of the policy (结余留用、合理超支分担,
 * section 5 of the payment reference, shape by hospital). Tier by tier and without a jump: of what was not spent the hospital keeps its
 * share inside each tier, of what was spent too much the fund pays its share inside each tier.
 * Allotted 1,000,000, kept half below 85 %, all above: actual 800,000 → 800,000 + 150,000 + 50,000 × 0.5 = 975,000.
 * Fund pays 60 % of the excess up to 110 %: actual 1,150,000 → 1,000,000 + 100,000 × 0.6 = 1,060,000.
 */
import { Decimal, type Fen, less, toFen, yuanOf } from '../money.ts';
import type { SharingTier } from '../policy/sharing-tiers.ts';

export { type SharingTier, sharingTiers } from '../policy/sharing-tiers.ts';

export type SharingStep = {
  readonly tier: SharingTier;
  /** Yuan of the surplus or excess inside the tier, exact; where a tier decides the whole payment, the amount that is multiplied. */
  readonly amount: Decimal;
  /** What the step adds to the smaller of actual and allotted; the steps sum to `fund` less that. */
  readonly pays: Fen;
};

export type Shared = {
  /** What the fund pays in all. */
  readonly fund: Fen;
  /** What the hospital keeps of a surplus: paid and not spent; 0 where it spent more. */
  readonly kept: Fen;
  /** What the hospital bears of an excess: spent and not paid; 0 where it spent less. */
  readonly borne: Fen;
  readonly steps: readonly SharingStep[];
};

/** Whole fen, not negative. The exact sum is rounded once; a step shows what it adds to the rounded sum of those before it. */
export function shared(actual: number, allot: number, tiers: readonly SharingTier[]): Shared {
  const [spent, given] = [yuanOf(actual), yuanOf(allot)];
  const start = Decimal.min(spent, given);
  const whole = wholeTier(spent, given, tiers);
  const parts = whole ? [wholeStep(whole, spent, given)] : inTiers(spent, given, tiers);
  let exact = start;
  const steps = parts.map(({ tier, amount, adds }): SharingStep => {
    const before = toFen(exact);
    exact = exact.plus(adds);
    return { tier, amount, pays: less(toFen(exact), before) };
  });
  const fund = toFen(exact);
  const over = fund - actual;
  return { fund, kept: Math.max(0, over) as Fen, borne: Math.max(0, -over) as Fen, steps };
}

type Part = { readonly tier: SharingTier; readonly amount: Decimal; readonly adds: Decimal };

/** The tier that u lies in, where it decides the whole payment. */
function wholeTier(spent: Decimal, given: Decimal, tiers: readonly SharingTier[]): SharingTier | undefined {
  const tier = tiers.find(({ to }) => !to || spent.lt(to.times(given)));
  return tier && (tier.kind === 'cost_times' || tier.kind === 'allot_times') ? tier : undefined;
}

function wholeStep(tier: SharingTier, spent: Decimal, given: Decimal): Part {
  const amount = tier.kind === 'cost_times' ? spent : given;
  return { tier, amount, adds: amount.times(tier.share).minus(spent) };
}

/** A tier that would decide the whole payment, but u lies above it, is not reached: what was not spent lies in the tiers above it. */
function inTiers(spent: Decimal, given: Decimal, tiers: readonly SharingTier[]): readonly Part[] {
  const [low, high] = [Decimal.min(spent, given), Decimal.max(spent, given)];
  return tiers.flatMap(tier => {
    const from = Decimal.max(low, tier.from.times(given));
    const to = tier.to ? Decimal.min(high, tier.to.times(given)) : high;
    const amount = to.minus(from);
    return amount.gt(0) ? [{ tier, amount, adds: amount.times(tier.share) }] : [];
  });
}
