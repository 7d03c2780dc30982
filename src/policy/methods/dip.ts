/** Skeleton: the typed rules of the method. */
import type { Leaves } from '../leaf.ts';
import type { Paying } from '../policy.ts';

export type DipPolicy = Paying & { readonly method: 'dip' };

export const dipPolicy = (_leaves: Leaves, paying: Paying): DipPolicy => ({ ...paying, method: 'dip' });
