/** Skeleton: the typed rules of the method. */
import type { Leaves } from '../leaf.ts';
import type { Paying } from '../policy.ts';

export type QuotaPolicy = Paying & { readonly method: 'quota' };

export const quotaPolicy = (_leaves: Leaves, paying: Paying): QuotaPolicy => ({ ...paying, method: 'quota' });
