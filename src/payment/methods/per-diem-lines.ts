/** The payment of a stay by days as lines: one for every band of days it reaches. */
import { placeText } from '../../policy/leaf.ts';
import type { PerDiemPolicy } from '../../policy/methods/per-diem.ts';
import { type BedDayStep, bedDayPrice, bedDaySteps } from '../bed-days.ts';
import type { Within } from '../explain.ts';
import { payerOf } from '../payer-of.ts';
import type { Line } from '../settlement.ts';

/** The lines of the payment; they sum to it. */
export function perDiemLines({ stays, row }: Within, policy: PerDiemPolicy): readonly Line[] {
  const { level, insurance } = payerOf(stays, row, policy);
  const price = bedDayPrice(policy.bedDays, level, insurance)!;
  const days = stays.days[row]!;
  return bedDaySteps(price, days).map(step => ({
    part: 'payment',
    label: 'bed_days',
    amount: step.pays,
    working: workingOf(step, insurance, policy),
    source: placeText(step.band.at),
    rule: price.own.path,
    bound: boundOf(step, days),
  }));
}

/** `15 × 260`, by points `15 × 450 ÷ 9427 × 100 × 84.71`. */
function workingOf({ band, days }: BedDayStep, insurance: string, { bedDays }: PerDiemPolicy): string {
  const yuan = `${days} × ${band.yuan.toFixed()}`;
  if (bedDays.kind === 'rate') return yuan;
  const { meanCost, scale, pointValue } = bedDays;
  return `${yuan} ÷ ${meanCost.value.toFixed()} × ${scale.value.toFixed()} × ${pointValue.get(insurance)!.value.toFixed()}`;
}

/** `d 31-90` of 45 days; a stay of no whole day counts one. */
function boundOf({ band: { fromDay, toDay } }: BedDayStep, days: number): string {
  if (days === 0) return '0 d → 1 d';
  return toDay === undefined ? `${days} d ≥ ${fromDay} d` : `${fromDay} d ≤ d ≤ ${toDay} d`;
}
