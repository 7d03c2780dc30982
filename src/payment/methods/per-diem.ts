/** Skeleton. */
import type { PerDiemPolicy } from '../../policy/methods/per-diem.ts';
import type { Draft } from '../as-on-bill.ts';
import type { ToPay } from '../settle.ts';

export function payPerDiem(_toPay: ToPay, _policy: PerDiemPolicy, _draft: Draft): void {
  throw new Error('not built');
}
