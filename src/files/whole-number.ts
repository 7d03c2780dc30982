/** Numbers in cells: whole ones (`52`, `52.0`, full-width digits), hours, shares, quantities. Empty, `-` and `--` are missing. */
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

/**
 * Completed years of age. The settlement interface has a decimal (numeric 4,1): the half year of a child of 0.5 is left out. Hospital systems
 * write the unit: `70岁`, `3岁5月`; months below twelve and days alone are no year yet.
 */
export function yearsOfText(text: string): number {
  const plain = halfWidth(plainText(text)).trim();
  const [, years, months, days] = ageForm.exec(plain) ?? [];
  if (years !== undefined) return Number(years);
  if (months !== undefined) return Number(months) < 12 ? 0 : NOT_A_NUMBER;
  if (days !== undefined) return Number(days) < 366 ? 0 : NOT_A_NUMBER;
  return /^\d{1,3}\.\d+$/.test(plain) ? Number.parseInt(plain, 10) : wholeOfText(text);
}

const ageForm = /^(?:(\d{1,3})岁(?:\d{1,2}个?月)?(?:\d{1,2}[天日])?|(\d{1,2})个?月(?:\d{1,2}[天日])?|(\d{1,3})[天日])$/;

/** Hours may have decimals, or be days, hours and minutes as `1/13/24`: 24 + 13 + 0.4. NaN is missing, -1 is not a number. */
export function hoursOfText(text: string): number {
  const plain = halfWidth(plainText(text)).trim();
  if (isMissing(plain)) return Number.NaN;
  if (/^\d{1,6}(\.\d*)?$/.test(plain)) return Number(plain);
  const [, days, hours, minutes] = durationForm.exec(plain) ?? [];
  return days === undefined ? -1 : ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) / 60;
}

const durationForm = /^(\d{1,4})\/(\d{1,4})\/(\d{1,4})$/;

/** A share from 0 to 1, written as such or as a percentage: `12.5%` is 0.125. NaN is missing, -1 is none. */
export function shareOfText(text: string): number {
  const plain = halfWidth(plainText(text)).replace(/\s+/g, '');
  if (isMissing(plain)) return Number.NaN;
  const [, number, percent] = /^(\d{1,3}(?:\.\d*)?|\.\d+)(%?)$/.exec(plain) ?? [];
  if (number === undefined) return -1;
  const share = Number(percent === '' ? number : `${number}e-2`);
  return share > 1 ? -1 : share;
}

/** How much of an item was charged: decimals and a minus (it was taken back) are possible. NaN is missing, infinite is not a number. */
export function quantityOfText(text: string): number {
  const plain = halfWidth(plainText(text)).replace(/\s+/g, '');
  if (isMissing(plain)) return Number.NaN;
  return /^-?(?:\d{1,9}|\d{1,3}(?:,\d{3})+)?(?:(?<=\d)\.\d*|\.\d+)?$/.test(plain)
    ? Number(plain.replaceAll(',', ''))
    : Number.POSITIVE_INFINITY;
}
