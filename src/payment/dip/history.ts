/** Which stays of a history count: those discharged in the last years, with a cost and a principal diagnosis. */
import { NO_DATE, type StayTable } from '../../stay/stay-table.ts';

/** stays = used + without a date + without a cost + without a diagnosis + before the first year. */
export type HistoryCounts = {
  readonly stays: number;
  readonly used: number;
  readonly withoutDate: number;
  readonly withoutCost: number;
  readonly withoutDiagnosis: number;
  readonly beforeFirstYear: number;
};

export type History = {
  /** Oldest first; years without a stay stand among them. */
  readonly years: readonly number[];
  /** Place of the year of each stay, NOT_USED for the others. */
  readonly yearOf: Uint8Array;
  readonly counts: HistoryCounts;
};
export const NOT_USED = 0xff;

/** The year of the discharge, that of the settlement where the file has no discharge; `span` years that end with the last. */
export function historyRows({ count, discharged, settled, money: { total }, dx }: StayTable, span: number): History {
  const yearOf = new Uint8Array(count).fill(NOT_USED);
  const calendar = new Int32Array(count);
  const counts = { stays: count, used: 0, withoutDate: 0, withoutCost: 0, withoutDiagnosis: 0, beforeFirstYear: 0 };
  const yearOfDay = yearsOfDays();
  let last = -1;
  for (let row = 0; row < count; row++) {
    const day = (discharged ?? settled)?.[row] ?? NO_DATE;
    const cost = total?.[row] ?? Number.NaN;
    if (day === NO_DATE) counts.withoutDate++;
    else if (!(cost > 0)) counts.withoutCost++;
    else if (dx.offsets[row] === dx.offsets[row + 1]) counts.withoutDiagnosis++;
    else {
      calendar[row] = yearOfDay(day);
      last = Math.max(last, calendar[row]!);
    }
  }
  const first = last - span + 1;
  for (let row = 0; row < count; row++) {
    if (calendar[row] === 0) continue;
    if (calendar[row]! < first) counts.beforeFirstYear++;
    else {
      yearOf[row] = calendar[row]! - first;
      counts.used++;
    }
  }
  return { years: last < 0 ? [] : Array.from({ length: span }, (_, y) => first + y), yearOf, counts };
}

/** Each day is asked for many times. */
function yearsOfDays(): (day: number) => number {
  const known = new Map<number, number>();
  return day => {
    const year = known.get(day) ?? new Date(day * 86_400_000).getUTCFullYear();
    known.set(day, year);
    return year;
  };
}
