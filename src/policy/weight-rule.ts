/** What the table of groups holds, and what becomes of a group that it has no number for. */
import type { Leaf, Leaves } from './leaf.ts';
import { reader } from './leaf-reader.ts';
import { weightUnits } from './names/method.ts';

export type WeightRule = {
  readonly unit: (typeof weightUnits)[number];
  /** none: no price; ffs: paid by item, as the policy says; table: the weight of a second table. */
  readonly fallback: { readonly kind: 'none' | 'ffs' } | { readonly kind: 'table'; readonly path: string; readonly leaf: Leaf };
};

export function weightRule(leaves: Leaves, id: string): WeightRule {
  const { at, word } = reader(leaves, id);
  const unit = weightUnits.find(known => known === word('weights.unit')) ?? 'weight';
  const leaf = at('weights.fallback');
  if (!leaf || leaf.value === 'none') return { unit, fallback: { kind: 'none' } };
  if (leaf.value === 'ffs') return { unit, fallback: { kind: 'ffs' } };
  return { unit, fallback: { kind: 'table', path: leaf.value as string, leaf } };
}
