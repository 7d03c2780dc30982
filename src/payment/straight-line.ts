/**
 * Every outlier rule pays a straight line in cost: pay = (fixed × over + slope × cost) ÷ over yuan, never under `atLeast`.
 * Written as whole numbers it costs no rounding on the way: one division, one comparison with half a fen.
 */
import { Decimal, toFen } from '../money.ts';
import { shareOfFen } from './share-of-fen.ts';

export type StraightLine = {
  readonly fixed: Decimal;
  readonly slope: Decimal;
  readonly over: Decimal;
  /** 0 or more. */
  readonly atLeast: Decimal;
};

/** Payment in fen for a cost in fen. */
export type PaysOnLine = (cost: number) => number;

export function onLine({ fixed, slope, over, atLeast }: StraightLine): PaysOnLine {
  const fixedFen = fixed.times(over).times(100);
  const digits = Math.max(fixedFen.decimalPlaces(), slope.decimalPlaces(), over.decimalPlaces());
  const [start, step, divisor] = [wholeOf(fixedFen, digits), wholeOf(slope, digits), wholeOf(over, digits)];
  const least = toFen(atLeast);
  // points at cost begin at nothing: amounts of a hospital fit whole doubles, which are much faster
  const isProportional = start === 0n && step <= safe && divisor <= safe;
  // half a fen and up is (2a + d) ÷ 2d, whole; what would be negative is `atLeast`, which never is
  const [from, perFen, twice] = [2n * start + divisor, 2n * step, 2n * divisor];
  return cost => {
    if (isProportional) return Math.max(least, shareOfFen(cost, Number(step), Number(divisor)));
    return Math.max(least, Number((from + perFen * BigInt(cost)) / twice));
  };
}

const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** `1.25` with 3 digits is 1250: the digits of the decimal as a whole number. */
const wholeOf = (value: Decimal, digits: number): bigint => BigInt(value.toFixed(digits, Decimal.ROUND_DOWN).replace('.', ''));
