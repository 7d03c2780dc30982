/**
 * Which month of the year a stay belongs to, by the clock of the policy. A stay without that date has a row of its own and counts in the
 * year; stays of other years and of places that the budget does not pay are shown and stay out of it.
 */
import type { Clock } from '../../policy/clearing-rule.ts';
import { dayOf } from '../../policy/day.ts';
import { NO_DATE, type StayTable, type WordColumn } from '../../stay/stay-table.ts';

export const MONTHS = 12;
/** Beside the twelve months: 无日期, other years, other places, and the clearing of the year itself. */
export const period = { undated: 12, otherYear: 13, elsewhere: 14, clearing: 15 } as const;
export const PERIODS = 16;

export type Periods = {
  /** By row. */
  readonly of: Uint8Array;
  /** 1 for the stays that the year pays: its months and those without a date. */
  readonly inScope: Uint8Array;
  /** Stays whose month is another one by the other clock; undefined where the file has only one clock. */
  readonly otherClock: { readonly stays: number; readonly cost: number } | undefined;
};

type Order = { readonly year: number; readonly clock: Clock; readonly places: readonly string[] | undefined };

export function periodsOf(stays: StayTable, { year, clock, places }: Order): Periods {
  const { count, words, money } = stays;
  const [days, others] = clock === 'settled' ? [stays.settled, stays.discharged] : [stays.discharged, stays.settled];
  const monthOf = monthsOf(year);
  const paid = places && paidPlaces(words.place, places);
  const of = new Uint8Array(count);
  const inScope = new Uint8Array(count);
  let [moved, cost] = [0, 0];
  for (let i = 0; i < count; i++) {
    const own = monthOf(days?.[i] ?? NO_DATE);
    of[i] = paid && words.place && paid[words.place.codes[i]!] === 0 ? period.elsewhere : own;
    if (of[i]! > period.undated) continue;
    inScope[i] = 1;
    const other = monthOf(others?.[i] ?? NO_DATE);
    if (own === period.undated || other === period.undated || other === own) continue;
    moved += 1;
    cost += money.total?.[i] || 0;
  }
  return { of, inScope, otherClock: days && others ? { stays: moved, cost } : undefined };
}

/** `2025-03`; a period that is no month is ''. */
export const monthText = (year: number, index: number): string => (index < MONTHS ? `${year}-${String(index + 1).padStart(2, '0')}` : '');

/** The place of a month in the year; paid in the year after, it counts with the clearing. */
export function periodOfMonth(month: string, year: number): number {
  const [ofYear, number] = month.split('-').map(Number) as [number, number];
  return ofYear === year ? number - 1 : period.clearing;
}

function monthsOf(year: number): (day: number) => number {
  const first = dayOf(`${year}-01-01`)!;
  const after = dayOf(`${year + 1}-01-01`)!;
  const byDay = new Uint8Array(after - first);
  for (let month = 0; month < MONTHS; month++) byDay.fill(month, dayOf(`${monthText(year, month)}-01`)! - first);
  return day => (day === NO_DATE ? period.undated : day < first || day >= after ? period.otherYear : byDay[day - first]!);
}

/** 1 for a place that the budget pays; a stay without a place is paid. */
const paidPlaces = (place: WordColumn | undefined, places: readonly string[]): Uint8Array | undefined =>
  place && Uint8Array.from(place.words, word => Number(word === '' || places.includes(word)));
