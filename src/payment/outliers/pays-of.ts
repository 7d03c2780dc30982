/** What a family pays at one price, made ready once: whole fen in, whole fen out, the same as the exact rule. */
import { Decimal, type Fen, toFen, yuanOf } from '../../money.ts';
import type { DrgPolicy } from '../../policy/policy.ts';
import { certainFen, nearLine } from '../dip/near-line.ts';
import { roundedPoints } from '../points.ts';
import type { Price } from '../settlement.ts';
import { onLine, type PaysOnLine, type StraightLine } from '../straight-line.ts';
import type { Family } from './family.ts';
import { termsOf } from './outlier.ts';

/** The definition, for one stay: cost and payment in yuan, one rounding at the end, points rounded where the policy says so. */
export const paidByFamily = (family: Family, cost: Decimal, price: Price, policy: DrgPolicy): Fen =>
  toFen(asPaid(family.pay(cost, termsOf(price, policy)), family.inPoints, price, policy));

/** An amount in yuan as the policy rounds what it pays in points. */
export const asPaid = (yuan: Decimal, inPoints: boolean, { rate }: Price, { price: { kind }, rounding }: DrgPolicy): Decimal =>
  inPoints && kind === 'points' ? roundedPoints(yuan, rate, rounding.points) : yuan;

/** Lines by their numbers: what is paid as points at cost is the same share of cost in every group. */
export type KnownLines = Map<string, PaysOnLine>;

/** Whole numbers along the straight line, of fen, or of the last digit that points are rounded to on the way. */
export function paysOf(family: Family, price: Price, policy: DrgPolicy, known: KnownLines): PaysOnLine {
  const line = family.line(termsOf(price, policy));
  if (family.inPoints && policy.price.kind === 'points' && policy.rounding.points !== undefined) {
    const exactly: PaysOnLine = cost => paidByFamily(family, yuanOf(cost), price, policy);
    return inDigits(line, { rate: price.rate, digits: policy.rounding.points, exactly });
  }
  if (line.slope.eq(0)) {
    const same = toFen(line.fixed);
    return () => same;
  }
  if (line.fixed.eq(0) && line.slope.eq(line.over)) return cost => cost;
  if (!line.fixed.isZero()) return onLine(line);
  const numbers = `${line.slope} ${line.over} ${line.atLeast} ${line.atMost}`;
  const pays = known.get(numbers) ?? onLine(line);
  known.set(numbers, pays);
  return pays;
}

type Rounding = { readonly rate: Decimal; readonly digits: number; readonly exactly: PaysOnLine };

/**
 * How many of the last digit a cost is in points, and what they are worth; where a double cannot tell, the exact rule. With two digits
 * 3,500 ÷ 9,427 × 100 is 3,713 hundredths of a point, at 84.71 a point 3,145.28.
 */
function inDigits({ fixed, slope, over, atLeast, atMost }: StraightLine, { rate, digits, exactly }: Rounding): PaysOnLine {
  const lastDigit = new Decimal(10).pow(digits);
  const counted = (yuan: Decimal): number => yuan.times(lastDigit).div(rate).toNumber();
  const [start, least, most] = [counted(fixed), counted(atLeast), atMost ? counted(atMost) : Number.POSITIVE_INFINITY];
  const step = slope.times(lastDigit).div(over.times(rate).times(100)).toNumber();
  const worth = nearLine({ fixed: zero, slope: rate.times(100), over: lastDigit, atLeast: zero });
  return cost => {
    const rise = step * cost;
    const points = certainFen(Math.min(most, Math.max(least, start + rise)), Math.abs(start) + Math.abs(rise) + least);
    return points < 0 ? exactly(cost) : worth(points);
  };
}

const zero = new Decimal(0);
