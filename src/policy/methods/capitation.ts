/**
 * 按人头付费, section 8 of the payment reference: Σ heads of an age band × amount of a head × risk factor − cost of those treated elsewhere.
 * What is left over the cost of the stays the hospital keeps with a quality factor; what is beyond it bears itself.
 */
import type { Leaf, Leaves } from '../leaf.ts';
import { reader } from '../leaf-reader.ts';
import { both, wrong } from '../mistakes.ts';
import type { Paying, Sourced } from '../policy.ts';
import { type AgeBand, ageBands } from './age-bands.ts';

export type Heads = {
  readonly amount: Sourced;
  readonly enrolled: { readonly leaf: Leaf; readonly bands: readonly AgeBand[] };
  readonly referredOut: Sourced;
};

export type CapitationPolicy = Paying & {
  readonly method: 'capitation';
  /** By insurance. */
  readonly heads: ReadonlyMap<string, Heads>;
  readonly quality: Sourced;
};

export function capitationPolicy(leaves: Leaves, paying: Paying): CapitationPolicy {
  const { at, keyed, required, missing } = reader(leaves, paying.id);
  const insurances = new Set(parts.flatMap(part => keyed(`capitation.${part}`).map(({ key }) => key)));
  if (insurances.size === 0) throw missing('capitation.amount.<insurance>');
  const headsOf = (insurance: string): Heads => {
    const path = `capitation.enrolled.${insurance}`;
    const leaf = at(path);
    if (!leaf) throw missing(path);
    return {
      amount: required(`capitation.amount.${insurance}`),
      enrolled: { leaf, bands: ageBands(path, leaf) },
      referredOut: required(`capitation.referred_out.${insurance}`),
    };
  };
  const quality = required('capitation.quality_factor');
  if (quality.value.gt(1)) {
    throw wrong(
      'capitation.quality_factor',
      quality.leaf.at,
      both(`是 ${quality.value.toFixed()}`, `is ${quality.value.toFixed()}`),
      both('应在 0 与 1 之间：医院最多留下全部结余。', 'It lies from 0 to 1: a hospital keeps at most the whole surplus.'),
    );
  }
  return { ...paying, method: 'capitation', heads: new Map([...insurances].map(key => [key, headsOf(key)])), quality };
}

const parts = ['amount', 'enrolled', 'referred_out'] as const;
