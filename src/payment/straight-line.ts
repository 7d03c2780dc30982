/**
 * Every outlier rule pays a straight line in cost: pay = (fixed × over + slope × cost) ÷ over yuan, never under `atLeast`.
 * Written as whole numbers it costs no rounding on the way: one division, one comparison with half a fen.
 */
import { Decimal, type Fen, toFen } from '../money.ts';

export type StraightLine = {
  readonly fixed: Decimal;
  readonly slope: Decimal;
  readonly over: Decimal;
  readonly atLeast: Decimal;
};

/** Payment in fen for a cost in fen. */
export type PaysOnLine = (cost: number) => number;

export function onLine({ fixed, slope, over, atLeast }: StraightLine): PaysOnLine {
  const fixedFen = fixed.times(over).times(100);
  const digits = Math.max(fixedFen.decimalPlaces(), slope.decimalPlaces(), over.decimalPlaces());
  const [start, step, divisor] = [wholeOf(fixedFen, digits), wholeOf(slope, digits), wholeOf(over, digits)];
  const least: Fen = toFen(atLeast);
  return cost => {
    const amount = start + step * BigInt(cost);
    const twice = 2n * (amount < 0n ? -amount : amount);
    // half away from zero: (2a + d) ÷ 2d, whole
    const fen = Number((twice + divisor) / (2n * divisor));
    return Math.max(least, amount < 0n ? -fen : fen);
  };
}

/** `1.25` with 3 digits is 1250: the digits of the decimal as a whole number. */
const wholeOf = (value: Decimal, digits: number): bigint => BigInt(value.toFixed(digits, Decimal.ROUND_DOWN).replace('.', ''));
