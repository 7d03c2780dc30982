/**
 * 按人次定额: one fixed amount for every admission, by level and insurance. A department that is listed has amounts of its own, and then
 * one for every level and insurance that the others have: nothing falls back in silence.
 */
import type { Leaf, Leaves } from '../leaf.ts';
import { reader } from '../leaf-reader.ts';
import type { Paying, Sourced } from '../policy.ts';
import { refuseUnknownLevels } from './known-levels.ts';

/** Key: `level.insurance`. */
export type Quotas = ReadonlyMap<string, Sourced>;

export type QuotaPolicy = Paying & {
  readonly method: 'quota';
  readonly general: Quotas;
  readonly departments: ReadonlyMap<string, Quotas>;
};

export function quotaPolicy(leaves: Leaves, paying: Paying): QuotaPolicy {
  const { keyed, sourced, missing } = reader(leaves, paying.id);
  refuseUnknownLevels(leaves, 'quota');
  const general = new Map(keyed('quota.amounts').map(({ key, leaf }) => [key, sourced(leaf)]));
  const departments = byDepartment(keyed('quota.departments'), sourced);
  if (general.size === 0 && departments.size === 0) throw missing('quota.amounts.<level>.<insurance>');
  for (const [department, own] of departments)
    for (const key of general.keys()) if (!own.has(key)) throw missing(`quota.departments.${department}.${key}`);
  return { ...paying, method: 'quota', general, departments };
}

type Keyed = readonly { readonly key: string; readonly leaf: Leaf }[];

function byDepartment(leaves: Keyed, sourced: (leaf: Leaf) => Sourced): ReadonlyMap<string, Quotas> {
  const departments = new Map<string, Map<string, Sourced>>();
  for (const { key, leaf } of leaves) {
    const [department = '', ...payer] = key.split('.');
    const own = departments.get(department) ?? new Map<string, Sourced>();
    departments.set(department, own.set(payer.join('.'), sourced(leaf)));
  }
  return departments;
}
