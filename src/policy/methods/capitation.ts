/** Skeleton: the typed rules of the method. */
import type { Leaves } from '../leaf.ts';
import type { Paying } from '../policy.ts';

export type CapitationPolicy = Paying & { readonly method: 'capitation' };

export const capitationPolicy = (_leaves: Leaves, paying: Paying): CapitationPolicy => ({ ...paying, method: 'capitation' });
