/**
 * High-outlier lines by weight: `max_weight` belongs to its tier, `below_weight` does not, tiers rise, and the last one
 * (`max_weight: null`) is open.
 */
import { Decimal } from '../money.ts';
import type { Leaf } from './leaf.ts';
import { both, wrong } from './mistakes.ts';

export type Tier = {
  /** undefined: open. */
  readonly maxWeight: Decimal | undefined;
  /** The weight itself belongs to the next tier. */
  readonly below: boolean;
  readonly cap: Decimal;
};

export const tiersOf = (leaf: Leaf): readonly Tier[] =>
  (leaf.value as readonly RawTier[]).map(({ max_weight, below_weight, cap }) => {
    const edge = below_weight ?? max_weight;
    return {
      maxWeight: edge === undefined || edge === null ? undefined : new Decimal(edge),
      below: below_weight !== undefined,
      cap: new Decimal(cap),
    };
  });

export const capFor = (weight: Decimal, tiers: readonly Tier[]): Decimal =>
  tiers.find(({ maxWeight, below }) => !maxWeight || (below ? weight.lt(maxWeight) : weight.lte(maxWeight)))!.cap;

const example = '[{max_weight: "1", cap: "3"}, {max_weight: null, cap: "2"}]';
type RawTier = { readonly max_weight?: string | null; readonly below_weight?: string; readonly cap: string };

export function checkTiers(path: string, leaf: Pick<Leaf, 'value' | 'at'>): void {
  const bad = (zh: string, en: string) => wrong(path, leaf.at, both(zh, en), both(`写成 ${example}。`, `Write ${example}.`));
  const tiers = leaf.value;
  if (!Array.isArray(tiers) || tiers.length === 0) throw bad('不是分档列表', 'is not a list of tiers');
  let below: Decimal | undefined;
  for (const [i, tier] of tiers.entries()) {
    if (!isTier(tier)) throw bad(`第 ${i + 1} 档不是 {max_weight, cap}`, `has a tier ${i + 1} that is not {max_weight, cap}`);
    if (new Decimal(tier.cap).lt(1)) throw bad(`的上限 ${tier.cap} 低于 1 倍`, `has a cap of ${tier.cap}, below one times the benchmark`);
    const isLast = i === tiers.length - 1;
    const edge = tier.below_weight ?? tier.max_weight ?? null;
    if (edge === null && !isLast) throw bad('在不封顶的一档之后还有分档', 'goes on after the open tier');
    if (edge !== null && isLast) throw bad(`没有权重 ${edge} 以上的上限`, `leaves weights above ${edge} without a cap`);
    const upTo = edge === null ? undefined : new Decimal(edge);
    if (upTo && below?.gte(upTo))
      throw bad(`分档重叠：${edge} 排在 ${below.toFixed()} 之后`, `overlaps: ${edge} comes after ${below.toFixed()}`);
    below = upTo;
  }
}

function isTier(tier: unknown): tier is RawTier {
  if (typeof tier !== 'object' || tier === null) return false;
  const { max_weight, below_weight, cap, ...rest } = tier as Record<string, unknown>;
  const decimal = (value: unknown) => typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);
  const edged = below_weight === undefined ? max_weight === null || decimal(max_weight) : max_weight === undefined && decimal(below_weight);
  return decimal(cap) && edged && Object.keys(rest).length === 0;
}
