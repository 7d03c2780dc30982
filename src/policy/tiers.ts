/** High-outlier lines by weight: `max_weight` belongs to its tier, tiers rise, and the last one (null) is open. */
import { Decimal } from '../money.ts';
import type { Leaf } from './leaf.ts';
import { both, wrong } from './mistakes.ts';

export type Tier = { readonly maxWeight: Decimal | undefined; readonly cap: Decimal };

export const tiersOf = (leaf: Leaf): readonly Tier[] =>
  (leaf.value as readonly RawTier[]).map(({ max_weight, cap }) => ({
    maxWeight: max_weight === null ? undefined : new Decimal(max_weight),
    cap: new Decimal(cap),
  }));

export const capFor = (weight: Decimal, tiers: readonly Tier[]): Decimal =>
  tiers.find(({ maxWeight }) => !maxWeight || weight.lte(maxWeight))!.cap;

const example = '[{max_weight: "1", cap: "3"}, {max_weight: null, cap: "2"}]';
type RawTier = { readonly max_weight: string | null; readonly cap: string };

export function checkTiers(path: string, leaf: Pick<Leaf, 'value' | 'at'>): void {
  const bad = (zh: string, en: string) => wrong(path, leaf.at, both(zh, en), both(`写成 ${example}。`, `Write ${example}.`));
  const tiers = leaf.value;
  if (!Array.isArray(tiers) || tiers.length === 0) throw bad('不是分档列表', 'is not a list of tiers');
  let below: Decimal | undefined;
  for (const [i, tier] of tiers.entries()) {
    if (!isTier(tier)) throw bad(`第 ${i + 1} 档不是 {max_weight, cap}`, `has a tier ${i + 1} that is not {max_weight, cap}`);
    if (new Decimal(tier.cap).lt(1)) throw bad(`的上限 ${tier.cap} 低于 1 倍`, `has a cap of ${tier.cap}, below one times the benchmark`);
    const isLast = i === tiers.length - 1;
    if (tier.max_weight === null && !isLast) throw bad('在不封顶的一档之后还有分档', 'goes on after the open tier');
    if (tier.max_weight !== null && isLast)
      throw bad(`没有权重 ${tier.max_weight} 以上的上限`, `leaves weights above ${tier.max_weight} without a cap`);
    const upTo = tier.max_weight === null ? undefined : new Decimal(tier.max_weight);
    if (upTo && below?.gte(upTo))
      throw bad(`分档重叠：${tier.max_weight} 排在 ${below.toFixed()} 之后`, `overlaps: ${tier.max_weight} comes after ${below.toFixed()}`);
    below = upTo;
  }
}

function isTier(tier: unknown): tier is RawTier {
  if (typeof tier !== 'object' || tier === null) return false;
  const { max_weight, cap, ...rest } = tier as Record<string, unknown>;
  const decimal = (value: unknown) => typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);
  return decimal(cap) && (max_weight === null || decimal(max_weight)) && Object.keys(rest).length === 0;
}
