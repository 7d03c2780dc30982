/** 床日付费 over columns. A number of days at one level and insurance is worked out once, exactly; stays of that many days only look it up. */
import type { PerDiemPolicy } from '../../policy/methods/per-diem.ts';
import type { Draft } from '../as-on-bill.ts';
import { type BedDayPrice, bedDayPay, bedDayPrice } from '../bed-days.ts';
import { fundColumns } from '../fund-columns.ts';
import { keysAmong } from '../payer-keys.ts';
import type { ToPay } from '../settle.ts';
import { bandIndex } from '../settlement.ts';
import { keyMissing, leaveUnpriced } from './leave-unpriced.ts';

export function payPerDiem({ stays, me }: ToPay, policy: PerDiemPolicy, draft: Draft): void {
  const { bedDays } = policy;
  const { levels, insurances, of } = keysAmong(stays, policy, [...bedDays.of.keys()]);
  const prices = levels.flatMap(level => insurances.map(insurance => bedDayPrice(bedDays, level, insurance)));
  const known = prices.map(() => new Map<number, number>());
  const { count, by, band, standard, payment } = draft;
  const { days } = stays;
  for (let i = 0; i < count; i++) {
    if (by[i] !== me) continue;
    const key = of[i]!;
    const price = prices[key];
    if (!price) leaveUnpriced(draft, i, keyMissing(key) ?? 'insurance_unmapped');
    else if (days[i]! < 0) leaveUnpriced(draft, i, 'no_days');
    else {
      band[i] = bandIndex.per_diem;
      payment[i] = standard[i] = paidOnce(known[key]!, price, days[i]!);
    }
  }
  fundColumns(stays, policy.fund, { draft, me });
}

function paidOnce(known: Map<number, number>, price: BedDayPrice, days: number): number {
  const before = known.get(days);
  if (before !== undefined) return before;
  const pays = bedDayPay(price, days);
  known.set(days, pays);
  return pays;
}
