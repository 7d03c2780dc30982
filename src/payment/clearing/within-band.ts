/**
 * A price rounded to its digits that stays inside its band: half away from zero, but down at the upper end and up at the lower one. A band of
 * 85.5555 to 94.5555 with two digits keeps a price from 85.56 to 94.55.
 */
import { Decimal } from '../../money.ts';

export type Ends = { readonly from: Decimal; readonly to: Decimal };

/** `digits` undefined: not rounded. A band too narrow for any number of so few digits keeps its own end: the band counts before the digits. */
export function roundedWithin(exact: Decimal, digits: number | undefined, { from, to }: Ends): Decimal {
  const rounded = (mode: Decimal.Rounding): Decimal => (digits === undefined ? exact : exact.toDecimalPlaces(digits, mode));
  const half = rounded(Decimal.ROUND_HALF_UP);
  const inward = half.gt(to) ? rounded(Decimal.ROUND_DOWN) : half.lt(from) ? rounded(Decimal.ROUND_UP) : half;
  return Decimal.max(from, Decimal.min(to, inward));
}
