/** Skeleton: the typed rules of the method. */
import type { Leaves } from '../leaf.ts';
import type { Paying } from '../policy.ts';

export type PerDiemPolicy = Paying & { readonly method: 'per_diem' };

export const perDiemPolicy = (_leaves: Leaves, paying: Paying): PerDiemPolicy => ({ ...paying, method: 'per_diem' });
