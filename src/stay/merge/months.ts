/**
 * The month a paper belongs to: that of discharge, or of the settlement where no discharge is known. A paper with neither belongs to the
 * month of the other papers of its settlement or visit.
 */
import { monthText } from '../day-text.ts';
import { NO_DATE } from '../stay-table.ts';
import { numberAt, type Place, wordAt } from './cells.ts';
import type { UnifiedColumn, UnifiedTables } from './unified.ts';

/** `2025-03`, '' where nothing tells. */
export type MonthOf = (place: Place) => string;

export function monthsOf(tables: UnifiedTables): MonthOf {
  const dayAt = daysOf(tables);
  const keys = ['settlement_key', 'visit_id'].flatMap(name => {
    const column = tables.columns.find(one => one.name === name);
    return column?.kind === 'words' ? [column] : [];
  });
  const monthAt = monthsOfDays();
  let siblings: readonly Int32Array[] | undefined;
  return place => {
    const own = dayAt(place);
    if (own !== NO_DATE) return monthAt(own);
    siblings ??= keys.map(column => dayOfWord(tables, column, dayAt));
    for (const [i, column] of keys.entries()) {
      const word = wordAt(column, place);
      const day = word === 0 ? NO_DATE : siblings[i]![word]!;
      if (day !== NO_DATE) return monthAt(day);
    }
    return '';
  };
}

function daysOf({ columns }: UnifiedTables): (place: Place) => number {
  const dates = ['discharged', 'settled'].flatMap(name => {
    const column = columns.find(one => one.name === name);
    return column?.kind === 'numbers' ? [column] : [];
  });
  return place => {
    for (const column of dates) {
      const day = numberAt(column, place);
      if (day !== NO_DATE) return day;
    }
    return NO_DATE;
  };
}

/** By word of a key: a day of one of the papers that bear it. */
function dayOfWord(
  { counts }: UnifiedTables,
  column: UnifiedColumn & { readonly kind: 'words' },
  dayAt: (place: Place) => number,
): Int32Array {
  const days = new Int32Array(column.words.length).fill(NO_DATE);
  for (const [table, count] of counts.entries()) {
    for (let row = 0; row < count; row++) {
      const place = { table, row };
      const day = dayAt(place);
      if (day !== NO_DATE) days[wordAt(column, place)] = day;
    }
  }
  return days;
}

/** Days of a year repeat: each becomes a text once. */
function monthsOfDays(): (day: number) => string {
  const known = new Map<number, string>();
  return day => {
    const month = known.get(day);
    if (month !== undefined) return month;
    known.set(day, monthText(day));
    return known.get(day)!;
  };
}
