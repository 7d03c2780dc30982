/**
 * What days in bed are paid, exact: Σ_b days_b × rate_b, or by points Σ_b days_b × mean_b ÷ AC × scale × PV, rounded once.
 * A stay of no whole day counts one. 1-30 days at 300, 31-90 at 260, later at 220: 45 days are 30 × 300 + 15 × 260 = 12,900.00.
 */
import { Decimal, type Fen, toFen } from '../money.ts';
import type { DayBand } from '../policy/methods/day-bands.ts';
import type { BedDayRule, OwnBands } from '../policy/methods/per-diem.ts';
import { roundedPoints } from './points.ts';

/** The bands of one level and insurance, and what turns their yuan into the payment: × `times` ÷ `over`. */
export type BedDayPrice = {
  readonly own: OwnBands;
  readonly times: Decimal;
  readonly over: Decimal;
  /** Yuan a point and digits of the points, where the points of a stay are rounded. */
  readonly points: { readonly value: Decimal; readonly digits: number | undefined } | undefined;
};

/** undefined: the policy has no price for a day of this level and insurance. */
export function bedDayPrice(rule: BedDayRule, level: string, insurance: string): BedDayPrice | undefined {
  const own = rule.of.get(level)?.get(insurance);
  if (!own) return undefined;
  if (rule.kind === 'rate') return { own, times: one, over: one, points: undefined };
  const value = rule.pointValue.get(insurance)!.value;
  return { own, times: rule.scale.value.times(value), over: rule.meanCost.value, points: { value, digits: rule.digits } };
}

const one = new Decimal(1);

/** A whole number of days, not negative: what is missing has no payment. */
export const bedDayPay = (price: BedDayPrice, days: number): Fen => paidUpTo(price, yuanOfDays(daysIn(price, days)));

export type BedDayStep = { readonly band: DayBand; readonly days: number; readonly pays: Fen };

/** The same by bands; a band shows what it adds to the rounded sum of those before it. */
export function bedDaySteps(price: BedDayPrice, days: number): readonly BedDayStep[] {
  const reached = daysIn(price, days);
  return reached.map((step, i) => {
    const upTo = (count: number) => paidUpTo(price, yuanOfDays(reached.slice(0, count)));
    return { ...step, pays: (upTo(i + 1) - upTo(i)) as Fen };
  });
}

type BandDays = Pick<BedDayStep, 'band' | 'days'>;

function daysIn({ own }: BedDayPrice, days: number): readonly BandDays[] {
  const counted = Math.max(1, days);
  return own.bands.flatMap(band => {
    const inBand = Math.min(counted, band.toDay ?? counted) - band.fromDay + 1;
    return inBand > 0 ? [{ band, days: inBand }] : [];
  });
}

const yuanOfDays = (reached: readonly BandDays[]): Decimal =>
  reached.reduce((sum, { band, days }) => sum.plus(band.yuan.times(days)), new Decimal(0));

function paidUpTo({ times, over, points }: BedDayPrice, yuan: Decimal): Fen {
  const exact = yuan.times(times).div(over);
  return toFen(points ? roundedPoints(exact, points.value, points.digits) : exact);
}
