/**
 * A date in a cell as the number of days since 1970-01-01: yyyyMMdd, yyyy-MM-dd, yyyy/M/d, yyyy.M.d, yyyy年M月d日, a time of day behind it is
 * left out. Only days that exist between 1900 and 2099: 2025-02-30 is no date. The serial number of a spreadsheet is one only in a column that
 * the profile says holds such numbers, or whose cells are in no other form, and never before 20260115 was tried as the fifteenth of January.
 */
import { NO_DATE } from '../stay/stay-table.ts';
import { halfWidth, isMissing, plainText } from './plain-text.ts';

export const NOT_A_DATE = 0x7fffffff;

/**
 * The usual cell, read from its bytes because a load has millions of them: `20250131` or `2025-01-31`, with `/` or `.` between and parts of one
 * digit as well, alone or with a time of day as databases write it. NOT_A_DATE when it is anything else, NO_DATE when empty.
 */
export function plainDay(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return NO_DATE;
  if (end - start < 8) return NOT_A_DATE;
  const sign = bytes[start + 4]!;
  if (sign === DASH || sign === SLASH || sign === POINT) return apartDay(bytes, start, end);
  if (end - start > 8 && !isTime(bytes, start + 8, end) && !isClockOfDigits(bytes, start + 8, end)) return NOT_A_DATE;
  return dayNumber(digits(bytes, start, 4), digits(bytes, start + 4, 2), digits(bytes, start + 6, 2));
}

const DASH = 45;
const POINT = 46;
const SLASH = 47;
const COLON = 58;

/** `2025-01-31`, `2025/1/31`, at least eight bytes: the sign behind the year is the one behind the month. */
function apartDay(bytes: Uint8Array, start: number, end: number): number {
  const sign = bytes[start + 4]!;
  const month = start + 5;
  const monthEnd = bytes[month + 1] === sign ? month + 1 : month + 2;
  const day = monthEnd + 1;
  if (day >= end || bytes[monthEnd] !== sign) return NOT_A_DATE;
  const dayEnd = day + 1 < end && isDigit(bytes[day + 1]!) ? day + 2 : day + 1;
  if (dayEnd < end && !isTime(bytes, dayEnd, end)) return NOT_A_DATE;
  return dayNumber(digits(bytes, start, 4), digits(bytes, month, monthEnd - month), digits(bytes, day, dayEnd - day));
}

/** ` 08:30`, ` 8:30:00`, `T08:30:00.0`: the whole rest of the cell. */
function isTime(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start] !== 32 && bytes[start] !== 84) return false;
  const colon = bytes[start + 2] === COLON ? start + 2 : start + 3;
  if (colon + 3 > end || bytes[colon] !== COLON) return false;
  if (digits(bytes, start + 1, colon - start - 1) < 0 || digits(bytes, colon + 1, 2) < 0) return false;
  const seconds = colon + 3;
  if (seconds === end) return true;
  if (seconds + 3 > end || bytes[seconds] !== COLON || digits(bytes, seconds + 1, 2) < 0) return false;
  const parts = seconds + 3;
  return parts === end || (bytes[parts] === POINT && parts + 1 < end && digits(bytes, parts + 1, end - parts - 1) >= 0);
}

/** `0830` or `083000`, as interfaces write it behind a day without signs. */
function isClockOfDigits(bytes: Uint8Array, start: number, end: number): boolean {
  return (end - start === 4 || end - start === 6) && digits(bytes, start, end - start) >= 0;
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

/**
 * The same in a column of which nobody said that it holds serial numbers: only one of 1998-07-24 (36000) to 2050-07-31 (55000), NOT_A_DATE for
 * everything else. A year, a count or a number of a person is none.
 */
export function dayOfLikelySerial(text: string): number {
  const [, whole] = /^(\d{5})(?:\.\d+)?$/.exec(halfWidth(plainText(text)).trim()) ?? [];
  const serial = Number(whole ?? 0);
  return serial >= 36_000 && serial <= 55_000 ? serial - SERIAL_1970 : NOT_A_DATE;
}

const SERIAL_1970 = 25_569;
const LAST_SERIAL = 73_050;

const clock = '\\d{1,2}(?::\\d{1,2}(?::\\d{1,2}(?:\\.\\d+)?)?|[时点](?:\\d{1,2}分(?:\\d{1,2}秒)?)?)';
const time = `(?:[ T]*${clock}(?:\\+\\d{2}:?\\d{2})?)?`;
const forms = [
  // the time of day may follow without any sign: 20250105083000; a number may have kept its decimals: 20250105.0
  new RegExp(`^(\\d{4})(\\d{2})(\\d{2})(?:${time}|[ T]*\\d{4}(?:\\d{2})?|\\.0+)$`),
  new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${time}$`),
  new RegExp(`^(\\d{4})/(\\d{1,2})/(\\d{1,2})${time}$`),
  new RegExp(`^(\\d{4})\\.(\\d{1,2})\\.(\\d{1,2})${time}$`),
  new RegExp(`^(\\d{4})年(\\d{1,2})月(\\d{1,2})日${time}$`),
];

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

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
