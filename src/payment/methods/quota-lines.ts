/** Skeleton. */
import type { QuotaPolicy } from '../../policy/methods/quota.ts';
import type { Within } from '../explain.ts';
import type { Line } from '../settlement.ts';

/** The lines of the payment; they sum to it. */
export function quotaLines(_within: Within, _policy: QuotaPolicy): readonly Line[] {
  throw new Error('not built');
}
