/** What a unit of weight is paid under a policy, by level and insurance, and the coefficients of hospitals. */
import type { Leaves } from './leaf.ts';
import { reader } from './leaf-reader.ts';
import type { Sourced } from './policy.ts';

export type ByInsurance = ReadonlyMap<string, Sourced>;

/** What a unit of weight is paid, and what the cost of a stay is measured by. */
export type PriceRule =
  | { readonly kind: 'rate'; readonly rates: ReadonlyMap<string, ByInsurance> }
  | { readonly kind: 'points'; readonly scale: Sourced; readonly meanCost: Sourced; readonly pointValue: ByInsurance };

/** By level. */
export type Coefficients = ReadonlyMap<string, Sourced>;

export function coefficientsOf(leaves: Leaves, id: string): Coefficients | undefined {
  const { word, keyed, sourced } = reader(leaves, id);
  if ((word('hospital_coefficient.from') ?? 'none') === 'none') return undefined;
  return new Map(keyed('hospital_coefficient.values').map(({ key, leaf }) => [key, sourced(leaf)]));
}

export function pointsOf(leaves: Leaves, id: string): PriceRule {
  const { required, keyed, sourced, missing } = reader(leaves, id);
  const pointValue = new Map(keyed('price.point_value').map(({ key, leaf }) => [key, sourced(leaf)]));
  if (pointValue.size === 0) throw missing('price.point_value.employee');
  return { kind: 'points', scale: required('price.scale'), meanCost: required('price.region_mean_cost'), pointValue };
}

/** Levels that have a rate must have a coefficient when coefficients go by level. */
export function ratesOf(leaves: Leaves, id: string, coefficients: Coefficients | undefined): PriceRule {
  const { keyed, sourced, missing } = reader(leaves, id);
  const rates = new Map<string, Map<string, Sourced>>();
  for (const { key, leaf } of keyed('price.rates')) {
    const [level = '', insurance = ''] = key.split('.');
    const ofLevel = rates.get(level) ?? new Map<string, Sourced>();
    rates.set(level, ofLevel.set(insurance, sourced(leaf)));
    if (coefficients && !coefficients.has(level)) throw missing(`hospital_coefficient.values.${level}`);
  }
  if (rates.size === 0) throw missing('price.rates.tertiary.employee');
  return { kind: 'rate', rates };
}
