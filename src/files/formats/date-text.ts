/**
 * A number in a cell that is formatted as a date. Spreadsheets count days of the wall clock, no zone: 1900-01-01 is 1, 1904 workbooks call
 * 1904-01-01 0. Exports also put 20260115 into such cells; that is tried first (as a count of days it would be the year 57370).
 */
import { numberText } from './number-text.ts';

/** What a format shows: the date (with or without time), only the time of day, or hours beyond 24. */
export type DateKind = 'date' | 'time' | 'elapsed';

export function dateText(serial: number, kind: DateKind, { from1904 }: { readonly from1904: boolean }): string {
  const written = yearMonthDay(serial);
  if (written) return written;
  const seconds = Math.round(serial * DAY);
  if (kind === 'elapsed' && seconds >= 0 && serial < MOST_DAYS) return clock(seconds);
  if (kind === 'time' && seconds >= 0 && seconds < DAY) return clock(seconds);
  const days = Math.floor(seconds / DAY);
  // day 0 of 1900 and days before are no dates: the number stays, and whoever reads a date says so
  if (days < (from1904 ? 0 : 1) || days > (from1904 ? MOST_DAYS_1904 : MOST_DAYS)) return numberText(serial);
  const time = seconds % DAY;
  return time === 0 ? dayText(days, from1904) : `${dayText(days, from1904)} ${clock(time)}`;
}

const DAY = 86_400;
/** 9999-12-31 */
const MOST_DAYS = 2_958_465;
const MOST_DAYS_1904 = 2_957_003;
/** Spreadsheets believe that 1900 was a leap year: the day 60 never was. */
const NO_DAY = 60;

function dayText(days: number, from1904: boolean): string {
  if (!from1904 && days === NO_DAY) return '1900-02-29';
  return calendarDay(days + (from1904 ? DAYS_TO_1904 : days > NO_DAY ? DAYS_TO_1900 : DAYS_TO_1900 + 1));
}

/** From 0000-03-01 to 1904-01-01 and to 1899-12-30. */
const DAYS_TO_1904 = 695_361;
const DAYS_TO_1900 = 693_899;

/** Years that begin in March have their leap day at the end; 400 of them are 146,097 days. A Date for each cell would take most of the time. */
function calendarDay(days: number): string {
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${two(month)}-${two(day)}`;
}

/** 20260115 -> 2026-01-15; undefined when it is no day from 1900 to 2099. */
function yearMonthDay(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 19_000_101 || value > 20_991_231) return undefined;
  const [year, month, day] = [Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

const two = (part: number): string => (part < 10 ? `0${part}` : String(part));

function clock(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** `2025-01-15T08:30:00.000Z`, as XML has dates: the day alone when the clock shows midnight. Anything else stays as it is. */
export function isoDateText(value: string): string {
  const [, day, time] = /^\s*(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?\s*$/.exec(value) ?? [];
  if (day === undefined) return value;
  return time === undefined || time === '00:00:00' ? day : `${day} ${time}`;
}

/** What a number format says about dates; undefined: nothing. `yyyy"年"m"月"d"日"` date, `h:mm` time, `[h]:mm` elapsed. */
export function dateKind(format: string): DateKind | undefined {
  const [shown = ''] = format.slice(0, MOST_OF_A_FORMAT).split(';');
  const elapsed = /\[(h+|m+|s+)\]/i.test(shown);
  const letters = shown.replace(/"[^"]*"?|\\.|[_*].|\[[^[\]]*\]|general/gi, '');
  if (/[yd]/i.test(letters)) return 'date';
  if (elapsed) return 'elapsed';
  if (/[hs]/i.test(letters)) return 'time';
  return /m/i.test(letters) ? 'date' : undefined;
}

/** What Excel allows a format. */
const MOST_OF_A_FORMAT = 255;

/** Formats that a workbook names by number only: ECMA-376 part 1, 18.8.30, with those of Chinese workbooks (27 to 36, 50 to 58). */
export function builtInDateKind(id: number): DateKind | undefined {
  if (id === 46) return 'elapsed';
  if ((id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 35) || id === 55 || id === 56) return 'time';
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : undefined;
}
