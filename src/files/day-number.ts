/**
 * A date in a cell as the number of days since 1970-01-01: yyyyMMdd, yyyy-MM-dd, yyyy/M/d, yyyy.M.d, yyyy年M月d日, a time of day behind it is
 * left out. Only days that exist between 1900 and 2099: 2025-02-30 is no date. The serial number of a spreadsheet is one only in a column that
 * the profile says holds such numbers, and never before 20260115 was tried as the fifteenth of January.
 */
import { NO_DATE } from '../stay/stay-table.ts';
import { halfWidth, isMissing, plainText } from './plain-text.ts';

export const NOT_A_DATE = 0x7fffffff;

/** The usual cell: `20250131` or `2025-01-31`, alone or with a time of day. NOT_A_DATE when it is anything else, NO_DATE when empty. */
export function plainDay(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length === 0) return NO_DATE;
  if (length === 8) return dayNumber(digits(bytes, start, 4), digits(bytes, start + 4, 2), digits(bytes, start + 6, 2));
  if ((length !== 10 && !(length === 19 && isTime(bytes, start + 10))) || bytes[start + 4] !== 45 || bytes[start + 7] !== 45)
    return NOT_A_DATE;
  return dayNumber(digits(bytes, start, 4), digits(bytes, start + 5, 2), digits(bytes, start + 8, 2));
}

/** ` 08:30:00`, as every export of a database has it behind its dates. */
function isTime(bytes: Uint8Array, start: number): boolean {
  const colons = bytes[start + 3] === 58 && bytes[start + 6] === 58;
  const apart = bytes[start] === 32 || bytes[start] === 84;
  return colons && apart && digits(bytes, start + 1, 2) >= 0 && digits(bytes, start + 4, 2) >= 0 && digits(bytes, start + 7, 2) >= 0;
}

/** Every other way to write a date. */
export function dayOfText(text: string): number {
  const plain = halfWidth(plainText(text)).trim();
  if (isMissing(plain)) return NO_DATE;
  const found = forms.map(form => form.exec(plain)).find(parts => parts !== null);
  return found ? dayNumber(Number(found[1]), Number(found[2]), Number(found[3])) : NOT_A_DATE;
}

/** A date in a column of serial numbers: 1 is 1900-01-01, 73050 is 2099-12-31, a fraction is the time of day. */
export function dayOfSerialText(text: string): number {
  const day = dayOfText(text);
  if (day !== NOT_A_DATE) return day;
  const [, whole] = /^(\d{1,5})(?:\.\d+)?$/.exec(halfWidth(plainText(text)).trim()) ?? [];
  const serial = Number(whole ?? 0);
  // spreadsheets count a 29 February 1900 that never was: number 60
  if (serial < 1 || serial === 60 || serial > LAST_SERIAL) return NOT_A_DATE;
  return serial - SERIAL_1970 + (serial < 60 ? 1 : 0);
}

const SERIAL_1970 = 25_569;
const LAST_SERIAL = 73_050;

const clock = '\\d{1,2}(?::\\d{2}(?::\\d{2}(?:\\.\\d+)?)?|[时点](?:\\d{1,2}分(?:\\d{1,2}秒)?)?)';
const time = `(?:[ T]*${clock}(?:\\+\\d{2}:?\\d{2})?)?`;
const forms = [
  // the time of day may follow without any sign: 20250105083000; a number may have kept its decimals: 20250105.0
  new RegExp(`^(\\d{4})(\\d{2})(\\d{2})(?:${time}|[ T]*\\d{4}(?:\\d{2})?|\\.0+)$`),
  new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${time}$`),
  new RegExp(`^(\\d{4})/(\\d{1,2})/(\\d{1,2})${time}$`),
  new RegExp(`^(\\d{4})\\.(\\d{1,2})\\.(\\d{1,2})${time}$`),
  new RegExp(`^(\\d{4})年(\\d{1,2})月(\\d{1,2})日${time}$`),
];

/** -1 when one of them is no digit. */
function digits(bytes: Uint8Array, start: number, count: number): number {
  let number = 0;
  for (let p = start; p < start + count; p++) {
    const digit = bytes[p]! - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function dayNumber(year: number, month: number, day: number): number {
  if (year < 1900 || year > 2099 || month < 1 || month > 12) return NOT_A_DATE;
  if (day < 1 || day > (month === 2 && isLeap(year) ? 29 : monthDays[month - 1]!)) return NOT_A_DATE;
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - LEAP_DAYS_1970;
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return (year - 1970) * 365 + leapDays + daysBefore[month - 1]! + leapDay + day - 1;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
/** Leap days from year 1 to the end of 1969: 492 - 19 + 4. */
const LEAP_DAYS_1970 = 477;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
