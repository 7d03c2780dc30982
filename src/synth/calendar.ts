/** The days of one year and how busy the discharge desk is on each; shares are assumptions (spring festival, summer, weekends). */
import { draw, type Random, weighted } from './random.ts';

/** January to December; February is short and holds the spring festival, October the national holidays. */
const months = [1.02, 0.84, 1.05, 1.02, 0.99, 1.0, 1.04, 1.03, 0.99, 0.95, 1.02, 1.05];
/** Monday to Sunday: wards empty before the weekend. */
const weekdays = [1.0, 1.03, 1.06, 1.07, 1.18, 0.78, 0.58];

export type Calendar = { readonly firstDay: number; readonly days: number };

export function yearOf(year: number): Calendar {
  const firstDay = dayNumber(year, 1, 1);
  return { firstDay, days: dayNumber(year + 1, 1, 1) - firstDay };
}

/** How many of `stays` patients leave on each day of the year; the sum is `stays`. */
export function dischargesPerDay(stays: number, { firstDay, days }: Calendar, random: Random): Uint32Array {
  const busy = weighted(
    Array.from({ length: days }, (_, i) => i),
    i => months[Number(dateText(firstDay + i).slice(5, 7)) - 1]! * weekdays[weekdayOf(firstDay + i)]!,
  );
  const counts = new Uint32Array(days);
  for (let i = 0; i < stays; i++) {
    const day = draw(busy, random);
    counts[day] = counts[day]! + 1;
  }
  return counts;
}

/** 0 is Monday; 1970-01-01, day 0, was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Days since 1970-01-01 of a date of the Gregorian calendar; the year begins in March so that the leap day is its last. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

const texts = new Map<number, string>();

/** `2025-03-09`. */
export function dateText(day: number): string {
  const known = texts.get(day);
  if (known !== undefined) return known;
  let year = 1970 + Math.floor(day / 365.2425);
  while (dayNumber(year + 1, 1, 1) <= day) year++;
  while (dayNumber(year, 1, 1) > day) year--;
  let month = 12;
  while (dayNumber(year, month, 1) > day) month--;
  const two = (n: number) => String(n).padStart(2, '0');
  const text = `${year}-${two(month)}-${two(day - dayNumber(year, month, 1) + 1)}`;
  texts.set(day, text);
  return text;
}
