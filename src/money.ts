/** Money is a whole number of fen; only rates, weights and shares are Decimal. */
import { Decimal } from 'decimal.js';

// Products of rates, weights, points and coefficients stay exact well below 60 digits; quotients are cut there, far behind the fen.
Decimal.set({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });

export { Decimal };
export type Fen = number & { readonly unit: 'fen' };

/** The one place where an exact amount in yuan becomes money: half a fen rounds away from zero. */
export function toFen(yuan: Decimal.Value): Fen {
  const fen = new Decimal(yuan).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
  // beyond it a number skips fen: 90,071,992,547,409.91 yuan is the last
  if (Math.abs(fen) > Number.MAX_SAFE_INTEGER) throw new Error('an amount is more than a whole number of fen can hold');
  return (fen === 0 ? 0 : fen) as Fen;
}

export const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((a, b) => a + b, 0) as Fen;
export const less = (a: Fen, b: Fen): Fen => (a - b) as Fen;

/** Exact yuan of a whole number of fen. */
export const yuanOf = (fen: number): Decimal => new Decimal(fen).div(100);

/** A share of an amount: the same rounding, in the same place. */
export const part = (amount: Fen, share: Decimal): Fen => toFen(share.times(yuanOf(amount)));

/** `-1234567` fen -> `-12345.67`; the form of every file and JSON document. Missing money (NaN) is the empty text. */
export function yuanText(fen: number): string {
  if (Number.isNaN(fen)) return '';
  const digits = Math.abs(fen).toString().padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
