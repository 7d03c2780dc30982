/**
 * What the pool pays of a stay, in whole numbers: amounts in fen, shares as numerators over one denominator, one rounding.
 * 2,670,000 fen × 92 ÷ 100 = 2,456,400. The exact rule is `benefitPays`; both are tested to agree on every stay.
 */
import { Decimal, toFen } from '../../money.ts';
import { quotient } from '../share-of-fen.ts';
import type { Benefit } from './benefit.ts';
import { type Insured, rulesFor, shareFor } from './pays.ts';

export type PoolRule = {
  /** Fen, by admission of the year; the last holds for all after it. */
  readonly deductibles: Float64Array;
  /** Fen; the last is Infinity. */
  readonly upTo: Float64Array;
  readonly numerators: Float64Array;
  readonly denominator: number;
  /** The same exactly, for amounts and shares whose product a double does not hold. */
  readonly big: { readonly numerators: readonly bigint[]; readonly denominator: bigint };
  readonly cap: number;
};

export function poolRule(benefit: Benefit, insured: Insured): PoolRule {
  const { plan, level, away } = rulesFor(benefit, insured);
  const shares = level.bands.map(({ share }) => shareFor(share, insured.retired, plan, away));
  const digits = Math.max(...shares.map(share => share.decimalPlaces()));
  const denominator = new Decimal(10).pow(digits);
  return {
    deductibles: Float64Array.from(level.deductibles, amount => toFen(amount)),
    upTo: Float64Array.from(level.bands, ({ upTo }) => (upTo ? toFen(upTo) : Number.POSITIVE_INFINITY)),
    numerators: Float64Array.from(shares, share => share.times(denominator).toNumber()),
    denominator: denominator.toNumber(),
    big: { numerators: shares.map(share => BigInt(share.times(denominator).toFixed())), denominator: 10n ** BigInt(digits) },
    cap: toFen(plan.cap.value),
  };
}

/** Fen; `admissions` and `paid` are of the year before the stay. */
export function poolPays(rule: PoolRule, inScope: number, admissions: number, paid: number): number {
  const { deductibles, upTo, numerators, denominator, cap } = rule;
  let from = Math.min(inScope, deductibles[Math.min(admissions, deductibles.length - 1)]!);
  const left = Math.max(0, cap - paid);
  // a share is at most 1, so no sum of slices is beyond what is in scope × the denominator
  if (!Number.isSafeInteger(inScope * denominator)) return Math.min(dueOfBig(rule, inScope, from), left);
  let due = 0;
  for (let b = 0; b < upTo.length && from < inScope; b++) {
    const to = Math.min(inScope, upTo[b]!);
    if (to <= from) continue;
    due += (to - from) * numerators[b]!;
    from = to;
  }
  return Math.min(quotient(due, denominator), left);
}

/** The same sum where a share of many decimals meets a large bill: .92345678 of 10^9 fen is 92,345,678 × 10^9 ÷ 10^8. */
function dueOfBig({ upTo, big: { numerators, denominator } }: PoolRule, inScope: number, deductible: number): number {
  let from = deductible;
  let due = 0n;
  for (let b = 0; b < upTo.length && from < inScope; b++) {
    const to = Math.min(inScope, upTo[b]!);
    if (to <= from) continue;
    due += BigInt(to - from) * numerators[b]!;
    from = to;
  }
  return Number((2n * due + denominator) / (2n * denominator));
}
