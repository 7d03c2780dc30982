/** What a stay costs and how long it lasts: around weight × 10,000 yuan, spread log-normally, a few far above and below on purpose. */
import { rowsOf } from './facts.ts';
import type { Department } from './hospital.ts';
import { exponential, type Random } from './random.ts';
import { split } from './split.ts';

/** Fen a unit of weight costs in this hospital, 10,000 yuan; an assumption, near what cities of the middle pay. */
const FEN_PER_WEIGHT = 1_000_000;

export type Spread = 'usual' | 'high_outlier' | 'low_outlier';
export type Bill = { readonly total: number; readonly days: number; readonly charges: readonly number[]; readonly daySurgery: boolean };
export type Occasion = {
  readonly weight: number;
  readonly operated: boolean;
  readonly spread: Spread;
  readonly department: Department;
  /** What was done takes so many days at least. */
  readonly fewestDays: number;
};

/** Charge shares by style of department, in the order of the fourteen categories, bed aside. */
export type ChargeStyles = ReadonlyMap<string, readonly number[]>;

export const chargeStylesOf = (text: string): ChargeStyles =>
  new Map(rowsOf(text).map(({ style, ...shares }) => [style!, Object.values(shares).map(Number)]));

export function billOf(occasion: Occasion, styles: ChargeStyles, random: Random): Bill {
  const { weight, operated, department } = occasion;
  const logRatio = logRatioOf(occasion, random);
  // Drawn, not converted: a whole number of fen, at least a yuan, that is never multiplied by a fraction again.
  const total = Math.max(100, Math.floor(weight * FEN_PER_WEIGHT * exponential(logRatio)));
  const daySurgery = operated && weight < 0.9 && occasion.spread === 'usual' && random.chance(0.22);
  // Median days 2 + 5 √weight without, 2.5 + 5.5 √weight with an operation: 6 days at weight 0.6, 10 at 2.
  const median = (operated ? 2.5 + 5.5 * Math.sqrt(weight) : 2 + 5 * Math.sqrt(weight)) * department.stayLevel;
  const days = daySurgery
    ? 1
    : Math.min(120, Math.max(occasion.fewestDays, Math.round(median * exponential(0.55 * logRatio + 0.28 * random.normal()))));
  const style = styles.get(department.charges);
  if (!style) throw new Error(`no charge style ${department.charges}`);
  return { total, days, daySurgery, charges: chargesOf({ total, days, style, operated, bedFen: department.bedFen }, random) };
}

/** Logarithm of cost ÷ (weight × 10,000): outliers beyond 3 and below 0.3, all others between 0.33 and 2.8. */
function logRatioOf({ spread, operated, department }: Occasion, random: Random): number {
  switch (spread) {
    case 'high_outlier':
      return 1.1314 + 0.65 * random.uniform() * random.uniform(); // 3.1 to 5.9 times
    case 'low_outlier':
      return -1.273 - 1.2 * random.uniform(); // 0.28 down to 0.084
    case 'usual': {
      const log = (operated ? -0.12 : -0.16) + (department.costLevel - 1) + (operated ? 0.36 : 0.48) * random.normal();
      return Math.min(1.029, Math.max(-1.108, log));
    }
  }
}

type Consumption = {
  readonly total: number;
  readonly days: number;
  readonly style: readonly number[];
  readonly operated: boolean;
  readonly bedFen: number;
};

const SURGERY = 5;

/** Beds by the day, at most 15 % of the bill; the rest by the style of the department, every share moved by up to a third. */
function chargesOf({ total, days, style, operated, bedFen }: Consumption, random: Random): number[] {
  const bed = Math.min(days * bedFen, Math.floor((total * 15) / 100));
  const shares = style.map((share, category) => {
    const moved = share * (67 + random.below(67));
    return category === SURGERY && !operated ? 0 : moved;
  });
  shares[0] = 0;
  const parts = split(total - bed, shares);
  parts[0] = bed;
  return parts;
}
