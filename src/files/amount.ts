/**
 * An amount of money in a cell, exactly in fen: digits are moved, nothing is rounded and no floating point is used.
 * `1,234.50`, `￥12`, `12.5元`, `.5`, full-width digits are read; `1.2345E+4` is 12345 exactly, but digits of
 * `1.2E+5` may have been cut off by a spreadsheet; `-`, `--` and empty are missing. More decimals
 * than the unit has must be zeros.
 */
import { NO_MONEY } from '../stay/stay-table.ts';
import { halfWidth, isMissing, plainText } from './plain-text.ts';

/** Not an amount; missing is NaN. Too many digits give a number beyond every bound, which the bound then refuses. */
export const NOT_AN_AMOUNT = Number.POSITIVE_INFINITY;

/** Decimal places of one unit in fen: yuan 2, ten thousand yuan 6. */
export const unitDecimals = { fen: 0, yuan: 2, wan: 6 } as const;
export type Unit = keyof typeof unitDecimals;

/** The usual cell: up to nine digits and at most two decimals, in yuan. -1 when it is anything else, NaN when empty. */
export function plainFen(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return NO_MONEY;
  let fen = 0;
  let p = start;
  while (p < end) {
    const digit = bytes[p]! - 48;
    if (digit < 0 || digit > 9) break;
    fen = fen * 10 + digit;
    p++;
  }
  if (p === start || p - start > 9) return -1;
  if (p === end) return fen * 100;
  const decimals = end - p - 1;
  if (bytes[p] !== 46 || decimals < 1 || decimals > 2) return -1;
  const tens = bytes[p + 1]! - 48;
  const ones = decimals === 2 ? bytes[p + 2]! - 48 : 0;
  if (tens < 0 || tens > 9 || ones < 0 || ones > 9) return -1;
  return fen * 100 + tens * 10 + ones;
}

/** Every other way to write an amount. */
export function fenOfText(text: string, unit: Unit = 'yuan'): number {
  const plain = halfWidth(plainText(text)).replace(/\s+/g, '');
  if (isMissing(plain)) return NO_MONEY;
  const found = amountForm.exec(plain)?.groups;
  if (!found) return NOT_AN_AMOUNT;
  const { sign = '', whole = '', decimals, tail = '', exponent = '0' } = found;
  // a program that writes numbers exactly puts no plus there (1.0E7); a spreadsheet does, and shows as few digits as its column holds
  if (exponent.startsWith('+') && Number(exponent) > (decimals ?? tail).length) return NOT_AN_AMOUNT;
  return fenOfDigits(whole.replaceAll(',', ''), decimals ?? tail, {
    places: unitDecimals[unit] + Number(exponent),
    negative: sign.includes('-'),
  });
}

type Written = { readonly places: number; readonly negative: boolean };

/** `places`: by how many digits the point moves to the right before the amount is in fen. */
function fenOfDigits(whole: string, decimals: string, { places, negative }: Written): number {
  if (Math.abs(places) > MOST_PLACES) return NOT_AN_AMOUNT;
  const point = whole.length + places;
  const all = whole + decimals;
  if (all === '' || /[1-9]/.test(all.slice(Math.max(point, 0)))) return NOT_AN_AMOUNT;
  const digits = all.slice(0, Math.max(point, 0)).padEnd(Math.max(point, 1), '0');
  const fen = Number(digits.replace(/^0+(?=\d)/, '').slice(0, 16));
  return negative && fen !== 0 ? -fen : fen;
}

/** An exponent beyond it is no amount of anybody. */
const MOST_PLACES = 20;

/** Sign and currency mark in either order, thousands in threes or not at all, an exponent, the word for yuan. */
const amountForm =
  /^(?<sign>-?[¥￥]?|[¥￥]-)(?:(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<decimals>\d*))?|\.(?<tail>\d+))(?:[Ee](?<exponent>[-+]?\d{1,3}))?元?$/;
