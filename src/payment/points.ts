/** Payment points as a policy rounds them: the amount in points, rounded, and back to yuan. */
import { Decimal } from '../money.ts';

export function roundedPoints(yuan: Decimal, pointValue: Decimal, digits: number | undefined): Decimal {
  if (digits === undefined) return yuan;
  return yuan.div(pointValue).toDecimalPlaces(digits, Decimal.ROUND_HALF_UP).times(pointValue);
}
