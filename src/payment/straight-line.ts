/**
 * Every outlier rule pays a straight line in cost: pay = (fixed × over + slope × cost) ÷ over yuan, never under `atLeast` nor over
 * `atMost`.
 * Written as whole numbers it needs no rounding on the way: one division, one comparison with half a fen.
 */
import { Decimal, toFen } from '../money.ts';
import { quotient } from './share-of-fen.ts';

export type StraightLine = {
  readonly fixed: Decimal;
  readonly slope: Decimal;
  readonly over: Decimal;
  /** 0 or more. */
  readonly atLeast: Decimal;
  /** At least `atLeast`; not given: no bound. */
  readonly atMost?: Decimal;
};

/** Payment in fen for a cost in fen. */
export type PaysOnLine = (cost: number) => number;

export function onLine({ fixed, slope, over, atLeast, atMost }: StraightLine): PaysOnLine {
  const fixedFen = fixed.times(over).times(100);
  const digits = Math.max(fixedFen.decimalPlaces(), slope.decimalPlaces(), over.decimalPlaces());
  const whole = inLowestTerms([digitsOf(fixedFen, digits), digitsOf(slope, digits), digitsOf(over, digits)]);
  const [start, step, divisor] = whole.map(Number) as [number, number, number];
  // rounding never turns the order of two amounts round: a bound may be rounded first
  const least = atLeast.isZero() ? 0 : toFen(atLeast);
  const most = atMost ? toFen(atMost) : Number.POSITIVE_INFINITY;
  const fits = Number.isSafeInteger(start) && Number.isSafeInteger(divisor);
  let exactly: PaysOnLine | undefined;
  // amounts of a hospital fit whole doubles, which are much faster
  return cost => {
    const rise = step * cost;
    const amount = start + rise;
    if (!fits || !Number.isSafeInteger(rise) || !Number.isSafeInteger(amount)) {
      exactly ??= onBigLine(whole);
      return Math.min(most, Math.max(least, exactly(cost)));
    }
    // what would be negative is `atLeast`, which never is
    return amount <= 0 ? least : Math.min(most, Math.max(least, quotient(amount, divisor)));
  };
}

/** All three are of one kind: doubles where every one of them is held exactly. */
type Whole = readonly [start: number, step: number, divisor: number] | readonly [start: bigint, step: bigint, divisor: bigint];

/** Half a fen and up is (2a + d) ÷ 2d, whole. */
function onBigLine(whole: Whole): PaysOnLine {
  const [start, step, divisor] = whole.map(BigInt) as [bigint, bigint, bigint];
  const [from, perFen, twice] = [2n * start + divisor, 2n * step, 2n * divisor];
  return cost => {
    const fen = Number((from + perFen * BigInt(cost)) / twice);
    if (Math.abs(fen) > Number.MAX_SAFE_INTEGER) throw new Error('an amount is more than a whole number of fen can hold');
    return fen;
  };
}

/** Jinhua, low: 10,165.2 ÷ 11,312.4 of a cost is 8,471 ÷ 9,427 of it at every weight, small enough for doubles. */
function inLowestTerms(texts: readonly [string, string, string]): Whole {
  if (texts.every(text => text.length <= safeDigits)) {
    const [start, step, divisor] = texts.map(Number) as [number, number, number];
    const shared = sharedBy(sharedBy(Math.abs(start), step), divisor);
    return [start / shared, step / shared, divisor / shared];
  }
  const [start, step, divisor] = texts.map(BigInt) as [bigint, bigint, bigint];
  const shared = sharedByBig(sharedByBig(start < 0n ? -start : start, step), divisor);
  return [start / shared, step / shared, divisor / shared];
}

/** Any number of so many digits is held exactly in a double. */
const safeDigits = 15;

const sharedBy = (a: number, b: number): number => (b === 0 ? a : sharedBy(b, a % b));
const sharedByBig = (a: bigint, b: bigint): bigint => (b === 0n ? a : sharedByBig(b, a % b));

/** `1.25` with 3 digits is 1250: the digits of the decimal as a whole number. */
const digitsOf = (value: Decimal, digits: number): string => value.toFixed(digits, Decimal.ROUND_DOWN).replace('.', '');
