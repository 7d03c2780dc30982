/** Skeleton. */
import type { PerDiemPolicy } from '../../policy/methods/per-diem.ts';
import type { Within } from '../explain.ts';
import type { Line } from '../settlement.ts';

/** The lines of the payment; they sum to it. */
export function perDiemLines(_within: Within, _policy: PerDiemPolicy): readonly Line[] {
  throw new Error('not built');
}
