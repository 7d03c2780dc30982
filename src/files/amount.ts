/**
 * An amount of money in a cell, exactly in fen: digits are moved, nothing is rounded and no floating point is used.
 * `1,234.50`, `￥12`, full-width digits are read; `-`, `--` and empty are missing. More decimals than the unit has must be zeros.
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
  const [, minus, whole, decimals = ''] = amountForm.exec(plain) ?? [];
  if (whole === undefined || minus === undefined) return NOT_AN_AMOUNT;
  const places = unitDecimals[unit];
  if (/[1-9]/.test(decimals.slice(places))) return NOT_AN_AMOUNT;
  const digits = whole.replaceAll(',', '') + decimals.slice(0, places).padEnd(places, '0');
  const fen = Number(digits.replace(/^0+(?=\d)/, '').slice(0, 16));
  return minus.includes('-') && fen !== 0 ? -fen : fen;
}

/** Sign and currency mark in either order, thousands in threes or not at all. */
const amountForm = /^(-?[¥￥]?|[¥￥]-)((?:\d{1,3}(?:,\d{3})+|\d+))(?:\.(\d*))?$/;
