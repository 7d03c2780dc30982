/** Lengths of time of a settlement list: `1/13/24` is one day, thirteen hours and twenty-four minutes, and so 37.4 hours. */
import { halfWidth, isMissing, plainText } from '../../plain-text.ts';
import type { Entry, Put } from './flat-list.ts';

/** `vent_used_dura: 1/13/24` has a column `vent_used_dura.hours` beside it. */
export function durations(name: string, value: string, put: Put): void {
  if (/_dura$/i.test(name)) put(`${name}.hours`, hoursOf([value]));
}

/** Hours in all wards of intensive care together. */
export const icuHours = (entries: readonly Entry[]): string => hoursOf(entries.map(entry => entry.get('scs_cutd_sum_dura') ?? ''));

/** Four decimals tell every minute from the next. Missing when all are; what is no length of time is handed on as it stands, to be noted. */
function hoursOf(values: readonly string[]): string {
  const given = values.map(value => halfWidth(plainText(value)).trim()).filter(value => !isMissing(value));
  // without days and minutes it is a number of hours already
  if (given.length === 1 && /^\d+(?:\.\d+)?$/.test(given[0]!)) return given[0]!;
  let minutes = 0;
  for (const value of given) {
    const [, days, hours, left] = /^(\d{0,5})\/(\d{0,5})\/(\d{0,5})$/.exec(value) ?? [];
    const whole = /^\d{1,6}$/.test(value);
    if (days === undefined && !whole) return value;
    minutes += whole ? Number(value) * 60 : Number(days) * 1440 + Number(hours) * 60 + Number(left);
  }
  return given.length === 0 ? '' : hoursText(minutes);
}

function hoursText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const tenThousandths = Math.round(((minutes % 60) * 10_000) / 60);
  return tenThousandths === 0 ? String(hours) : `${hours}.${String(tenThousandths).padStart(4, '0').replace(/0+$/, '')}`;
}
