/** Lengths of time of a settlement list: `1/13/24` is one day, thirteen hours and twenty-four minutes. */
import { halfWidth, isMissing, plainText } from '../../plain-text.ts';

/**
 * The sum, in the same form, so that no minute is rounded. A whole number alone is hours. Missing when all are; what is no length of time is
 * handed on as it stands, to be noted.
 */
export function durationOf(values: readonly string[]): string {
  const given = values.map(value => halfWidth(plainText(value)).trim()).filter(value => !isMissing(value));
  const [only] = given;
  if (only === undefined || given.length === 1) return only ?? '';
  let minutes = 0;
  for (const value of given) {
    const [, days, hours, rest] = /^(\d{1,4})\/(\d{1,4})\/(\d{1,4})$/.exec(value) ?? [];
    const whole = /^\d{1,5}$/.test(value);
    if (days === undefined && !whole) return value;
    minutes += whole ? Number(value) * 60 : Number(days) * 1440 + Number(hours) * 60 + Number(rest);
  }
  return `${Math.floor(minutes / 1440)}/${Math.floor(minutes / 60) % 24}/${minutes % 60}`;
}
