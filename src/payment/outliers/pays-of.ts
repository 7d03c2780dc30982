/** What a family pays at one price, made ready once: whole fen in, whole fen out, the same as the exact rule. */
import { type Decimal, type Fen, toFen, yuanOf } from '../../money.ts';
import type { DrgPolicy } from '../../policy/policy.ts';
import { roundedPoints } from '../points.ts';
import type { Price } from '../settlement.ts';
import { onLine, type PaysOnLine } from '../straight-line.ts';
import type { Family } from './family.ts';
import { termsOf } from './outlier.ts';

/** The definition, for one stay: cost and payment in yuan, one rounding at the end, points rounded where the policy says so. */
export const paidByFamily = (family: Family, cost: Decimal, price: Price, policy: DrgPolicy): Fen =>
  toFen(asPaid(family.pay(cost, termsOf(price, policy)), family.inPoints, price, policy));

/** An amount in yuan as the policy rounds what it pays in points. */
export const asPaid = (yuan: Decimal, inPoints: boolean, { rate }: Price, { price: { kind }, rounding }: DrgPolicy): Decimal =>
  inPoints && kind === 'points' ? roundedPoints(yuan, rate, rounding.points) : yuan;

/** Whole numbers along the straight line; points that are rounded on the way leave the line and take the exact rule. */
export function paysOf(family: Family, price: Price, policy: DrgPolicy): PaysOnLine {
  if (family.inPoints && policy.price.kind === 'points' && policy.rounding.points !== undefined) {
    return cost => paidByFamily(family, yuanOf(cost), price, policy);
  }
  const line = family.line(termsOf(price, policy));
  if (line.slope.eq(0)) {
    const same = toFen(line.fixed);
    return () => same;
  }
  if (line.fixed.eq(0) && line.slope.eq(line.over)) return cost => cost;
  return onLine(line);
}
