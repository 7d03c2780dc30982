/** Skeleton. */
import type { DipPolicy } from '../../policy/methods/dip.ts';
import type { Draft } from '../as-on-bill.ts';
import type { ToPay } from '../settle.ts';

export function payDip(_toPay: ToPay, _policy: DipPolicy, _draft: Draft): void {
  throw new Error('not built');
}
