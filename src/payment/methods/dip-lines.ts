/** Skeleton. */
import type { DipPolicy } from '../../policy/methods/dip.ts';
import type { PaymentLines, SettledStay } from '../explain.ts';

export function dipLines(_stay: SettledStay, _policy: DipPolicy): PaymentLines {
  throw new Error('not built');
}
