/** A whole number in a cell: `52`, `52.0`, full-width digits. Empty, `-` and `--` are missing; anything else is not a number. */
import { MISSING } from '../stay/stay-table.ts';
import { halfWidth, isMissing, plainText } from './plain-text.ts';

export const NOT_A_NUMBER = -0x7fffffff;

/** The usual cell: one to eight digits. NOT_A_NUMBER when it is anything else, MISSING when empty. */
export function plainWhole(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return MISSING;
  if (end - start > 8) return NOT_A_NUMBER;
  let number = 0;
  for (let p = start; p < end; p++) {
    const digit = bytes[p]! - 48;
    if (digit < 0 || digit > 9) return NOT_A_NUMBER;
    number = number * 10 + digit;
  }
  return number;
}

/** A negative number is NOT_A_NUMBER as well: nothing that is counted in a stay can be negative. */
export function wholeOfText(text: string): number {
  const plain = halfWidth(plainText(text)).trim();
  if (isMissing(plain)) return MISSING;
  return /^\d{1,8}(\.0*)?$/.test(plain) ? Number.parseInt(plain, 10) : NOT_A_NUMBER;
}

/** Hours may have decimals; NaN is missing, -1 is not a number. */
export function hoursOfText(text: string): number {
  const plain = halfWidth(plainText(text)).trim();
  if (isMissing(plain)) return Number.NaN;
  return /^\d{1,6}(\.\d*)?$/.test(plain) ? Number(plain) : -1;
}
