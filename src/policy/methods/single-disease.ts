/** Skeleton: the typed rules of the method. */
import type { Leaves } from '../leaf.ts';
import type { Paying } from '../policy.ts';

export type SingleDiseasePolicy = Paying & { readonly method: 'single_disease' };

export const singleDiseasePolicy = (_leaves: Leaves, paying: Paying): SingleDiseasePolicy => ({ ...paying, method: 'single_disease' });
