/**
 * A policy at another price: the point value of an insurance, or its rates, which move together. Everything else of the policy stays, and
 * the new price names the line of the budget that it comes from.
 */
import { Decimal } from '../../money.ts';
import type { Leaf, Leaves } from '../../policy/leaf.ts';
import { type Policy, policyFrom, type Sourced } from '../../policy/policy.ts';

export type UnitPrice = {
  readonly insurance: string;
  readonly unit: 'point' | 'weight';
  /** Yuan per point, or per weight at the level that the others are measured by. */
  readonly price: Sourced;
  readonly path: string;
};

/** What one unit is paid under the policy, by insurance; none where the method has no such price. */
export function unitPrices(policy: Policy): ReadonlyMap<string, UnitPrice> {
  const found = new Map<string, UnitPrice>();
  for (const { path, leaf, insurance, level } of priceLeaves(policy)) {
    const known = found.get(insurance);
    if (known && level !== policy.level) continue;
    const price = { value: new Decimal(leaf.value as string), leaf };
    found.set(insurance, { insurance, unit: level === undefined ? 'point' : 'weight', price, path });
  }
  return found;
}

/** `prices` by insurance; an insurance without one keeps its own. */
export function withPrice(policy: Policy, prices: ReadonlyMap<string, Sourced>): Policy {
  const before = unitPrices(policy);
  const leaves = new Map(policy.leaves);
  for (const { path, leaf, insurance } of priceLeaves(policy)) {
    const price = prices.get(insurance);
    if (!price) continue;
    const value = new Decimal(leaf.value as string).times(price.value).div(before.get(insurance)!.price.value);
    leaves.set(path, { ...leaf, value: value.toFixed(), source: price.leaf.source, at: price.leaf.at });
  }
  return policyFrom(policy, leaves);
}

type PriceLeaf = { readonly path: string; readonly leaf: Leaf; readonly insurance: string; readonly level: string | undefined };

function priceLeaves({ leaves, method }: Policy): readonly PriceLeaf[] {
  switch (method) {
    case 'drg_points':
      return below(leaves, 'price.point_value');
    // any other point value of DIP comes from a pool that the policy itself states
    case 'dip':
      return leaves.get('dip.point_value')?.value === 'given' ? below(leaves, 'price.point_value') : [];
    case 'drg_rate':
      return below(leaves, 'price.rates');
    case 'ffs':
    case 'per_diem':
    case 'single_disease':
    case 'quota':
    case 'global_budget':
    case 'capitation':
      return [];
  }
}

/** The last part of a path is the insurance, the one before it a level where there is one. */
function below(leaves: Leaves, branch: string): readonly PriceLeaf[] {
  return [...leaves].flatMap(([path, leaf]) => {
    if (!path.startsWith(`${branch}.`) || leaf.value === null) return [];
    const parts = path.slice(branch.length + 1).split('.');
    return [{ path, leaf, insurance: parts.at(-1)!, level: parts.length > 1 ? parts[0] : undefined }];
  });
}
