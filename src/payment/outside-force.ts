/**
 * Stays that the only policy of a run pays although it was not written for them: discharged before it came into force, or of people who
 * are insured elsewhere. One policy pays all that a person gives it, so they are counted, never left out.
 */
import { dayOfStay } from '../stay/day-of-stay.ts';
import { NO_DATE, type StayTable, wordAt } from '../stay/stay-table.ts';
import { covers, type InForce } from './in-force.ts';

export type OutsideForce = {
  readonly before: number;
  /** 0 where the policy names no places. */
  readonly elsewhere: number;
};

/** `places` are those that the policy has written. A stay without a day, or without a place that can be compared, is not counted. */
export function outsideForce(
  stays: StayTable,
  { from, places }: Pick<InForce, 'from'> & { readonly places: InForce['places'] | undefined },
): OutsideForce {
  const isElsewhere = new Map<string, boolean>();
  let [before, elsewhere] = [0, 0];
  for (let row = 0; row < stays.count; row++) {
    const day = dayOfStay(stays, row, 'discharged');
    if (day !== NO_DATE && day < from) before += 1;
    if (!places) continue;
    const word = insuredPlace(stays, row, places);
    if (word === '') continue;
    const known = isElsewhere.get(word) ?? !places.some(place => covers(place, word));
    isElsewhere.set(word, known);
    if (known) elsewhere += 1;
  }
  return { before, elsewhere };
}

/** The area where the file says it; `local` or `remote` alone say nothing about areas. */
function insuredPlace({ words }: StayTable, row: number, places: readonly string[]): string {
  const region = wordAt(words.insured_region, row);
  if (region !== '') return region;
  const place = wordAt(words.place, row);
  return places.some(known => kinds.includes(known)) ? place : '';
}
const kinds: readonly string[] = ['local', 'province', 'remote'];
