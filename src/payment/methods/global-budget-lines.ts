/** Skeleton. */
import type { GlobalBudgetPolicy } from '../../policy/methods/global-budget.ts';
import type { Within } from '../explain.ts';
import type { Line } from '../settlement.ts';

/** The lines of the payment; they sum to it. */
export function budgetLines(_within: Within, _policy: GlobalBudgetPolicy): readonly Line[] {
  throw new Error('not built');
}
