/** The lists of a DIP policy: which auxiliary lists apply, the weights of the years, what past years cost. */
import { Decimal } from '../money.ts';
import type { Leaf } from './leaf.ts';
import { both, didYouMean, wrong } from './mistakes.ts';
import { nearest } from './nearest.ts';

/** 辅助目录: other diagnoses by the Charlson index, severity, malignant tumour, age, days in intensive care. */
export const dimensions = ['cci', 'severity', 'tumour', 'age', 'icu'] as const;
export type Dimension = (typeof dimensions)[number];

export const auxiliaryList = (path: string, leaf: Leaf): void => void dimensionsOf(path, leaf);

export function dimensionsOf(path: string, { value, at }: Leaf): readonly Dimension[] {
  return (value as readonly unknown[]).map(written => {
    const known = dimensions.find(name => name === written);
    if (known) return known;
    throw wrong(
      path,
      at,
      both(`没有名为“${String(written)}”的辅助目录`, `names no auxiliary list: "${String(written)}"`),
      didYouMean(nearest(String(written), dimensions)!),
    );
  });
}

/** Oldest year first. */
export function yearWeights(path: string, { value, at }: Leaf): void {
  const weights = value as readonly unknown[];
  if (weights.length > 0 && weights.every(weight => Number.isSafeInteger(weight) && (weight as number) > 0)) return;
  throw wrong(
    path,
    at,
    both('应为正整数的列表，最早的一年在前', 'must be whole numbers above 0, the oldest year first'),
    both('写成 [1, 2, 7]。', 'Write [1, 2, 7].'),
  );
}

/** Oldest year first, as many as there are year weights. */
export function costsOfYears(path: string, { value, at }: Leaf): void {
  const costs = value as readonly unknown[];
  const isAmount = (cost: unknown): boolean => typeof cost === 'string' && /^\d+(\.\d+)?$/.test(cost) && new Decimal(cost).gt(0);
  if (costs.length > 0 && costs.every(isAmount)) return;
  throw wrong(
    path,
    at,
    both('应为加引号的金额列表，最早的一年在前', 'must be quoted amounts, the oldest year first'),
    both('写成 ["900000000", "950000000", "1000000000"]。', 'Write ["900000000", "950000000", "1000000000"].'),
  );
}
