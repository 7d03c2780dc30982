/** Skeleton. */
import type { GlobalBudgetPolicy } from '../../policy/methods/global-budget.ts';
import type { Draft } from '../as-on-bill.ts';
import type { ToPay } from '../settle.ts';

export function payBudget(_toPay: ToPay, _policy: GlobalBudgetPolicy, _draft: Draft): void {
  throw new Error('not built');
}
