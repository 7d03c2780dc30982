/**
 * 总额预付: an amount for a hospital and the period, for all its insured or for each insurance. Spent less or more, the difference is
 * shared by the tiers of `settlement.sharing`. The hospital `*` stands for all that are not listed, together.
 */
import type { Leaves } from '../leaf.ts';
import { reader } from '../leaf-reader.ts';
import { both, wrong } from '../mistakes.ts';
import type { Paying, Sourced } from '../policy.ts';
import { type SharingTier, sharingTiers } from '../sharing-tiers.ts';

export type Allotment = Sourced & { readonly path: string };

/** All insurances together, or an amount for each. */
export type HospitalBudget =
  | { readonly kind: 'whole'; readonly allot: Allotment }
  | { readonly kind: 'by_insurance'; readonly allots: ReadonlyMap<string, Allotment> };

export type GlobalBudgetPolicy = Paying & {
  readonly method: 'global_budget';
  readonly hospitals: ReadonlyMap<string, HospitalBudget>;
  readonly sharing: readonly SharingTier[];
};

export const OTHER_HOSPITALS = '*';

export function globalBudgetPolicy(leaves: Leaves, paying: Paying): GlobalBudgetPolicy {
  const { at, keyed, sourced, missing } = reader(leaves, paying.id);
  const hospitals = new Map<string, HospitalBudget>();
  for (const { key, leaf } of keyed('global_budget.allot')) {
    const [hospital = '', insurance] = key.split('.');
    const allot = { ...sourced(leaf), path: `global_budget.allot.${key}` };
    hospitals.set(hospital, withAllotment(hospitals.get(hospital), insurance, allot));
  }
  if (hospitals.size === 0) throw missing('global_budget.allot.<hospital>');
  const tiers = at('settlement.sharing');
  if (!tiers) throw missing('settlement.sharing');
  return { ...paying, method: 'global_budget', hospitals, sharing: sharingTiers(tiers) };
}

function withAllotment(before: HospitalBudget | undefined, insurance: string | undefined, allot: Allotment): HospitalBudget {
  if (insurance === undefined && !before) return { kind: 'whole', allot };
  if (insurance !== undefined && before?.kind !== 'whole')
    return { kind: 'by_insurance', allots: new Map([...(before?.allots ?? []), [insurance, allot]]) };
  throw wrong(
    allot.path,
    allot.leaf.at,
    both('与同一医院的另一个总额重复', 'counts twice: the hospital has an amount for all and one by insurance'),
    both('按险种分开写，或只写一个总额。', 'Write one amount for the hospital, or one for each insurance.'),
  );
}
