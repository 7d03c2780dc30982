/** Skeleton. */
import type { CapitationPolicy } from '../../policy/methods/capitation.ts';
import type { Draft } from '../as-on-bill.ts';
import type { ToPay } from '../settle.ts';

export function payCapitation(_toPay: ToPay, _policy: CapitationPolicy, _draft: Draft): void {
  throw new Error('not built');
}
