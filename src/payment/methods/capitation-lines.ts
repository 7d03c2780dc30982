/** Skeleton. */
import type { CapitationPolicy } from '../../policy/methods/capitation.ts';
import type { Within } from '../explain.ts';
import type { Line } from '../settlement.ts';

/** The lines of the payment; they sum to it. */
export function capitationLines(_within: Within, _policy: CapitationPolicy): readonly Line[] {
  throw new Error('not built');
}
