/** Skeleton. */
import type { QuotaPolicy } from '../../policy/methods/quota.ts';
import type { Draft } from '../as-on-bill.ts';
import type { ToPay } from '../settle.ts';

export function payQuota(_toPay: ToPay, _policy: QuotaPolicy, _draft: Draft): void {
  throw new Error('not built');
}
