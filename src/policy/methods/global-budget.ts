/** Skeleton: the typed rules of the method. */
import type { Leaves } from '../leaf.ts';
import type { Paying } from '../policy.ts';

export type GlobalBudgetPolicy = Paying & { readonly method: 'global_budget' };

export const globalBudgetPolicy = (_leaves: Leaves, paying: Paying): GlobalBudgetPolicy => ({ ...paying, method: 'global_budget' });
