/**
 * Which of several policies is in force for a stay: of the policies of its insured place (参保地) the latest that began on or before its
 * day of discharge. A place is a word as loaded; digits are an area code that also stands for every longer code beginning with it, so
 * that a city's 3301 covers its districts. `local`, `province` and `remote` stand for stays whose file only says that much.
 */
import { dayOfStay } from '../stay/day-of-stay.ts';
import { NO_DATE, type StayTable, wordAt } from '../stay/stay-table.ts';
import { NOBODY } from './settlement.ts';

export type InForce = {
  readonly places: readonly string[];
  /** Day number since 1970-01-01. */
  readonly from: number;
};

/** By row the index of its policy, NOBODY where none is in force; undefined: there is one policy, and it pays all. */
export function inForce(stays: StayTable, policies: readonly InForce[]): Uint8Array | undefined {
  if (policies.length === 1) return undefined;
  const byRegion = remembered(region => placed(region, policies));
  const byPlace = remembered(place => placed(place, policies));
  const anywhere = samePlaces(policies)
    ? latestFirst(
        policies.map((_, i) => i),
        policies,
      )
    : [];
  return Uint8Array.from({ length: stays.count }, (_, row) => {
    const region = wordAt(stays.words.insured_region, row);
    const candidates = region === '' ? byPlace(wordAt(stays.words.place, row)) : byRegion(region);
    const day = dayOfStay(stays, row, 'discharged');
    const among = candidates.length === 0 && region === '' ? anywhere : candidates;
    return among.find(i => day !== NO_DATE && policies[i]!.from <= day) ?? NOBODY;
  });
}

/** Policies of the longest place that the word is or begins with, the latest first. */
function placed(word: string, policies: readonly InForce[]): readonly number[] {
  if (word === '') return [];
  const matches = policies.map(({ places }) => Math.max(-1, ...places.map(place => (covers(place, word) ? stemOf(place).length : -1))));
  const longest = Math.max(...matches);
  if (longest < 0) return [];
  return latestFirst(
    matches.flatMap((length, i) => (length === longest ? [i] : [])),
    policies,
  );
}

export const covers = (place: string, word: string): boolean =>
  place === word || (isArea(place) && isArea(word) && word.startsWith(stemOf(place)));

/** 330100 is written for the whole of 3301, 330000 for all of 33. */
export const stemOf = (place: string): string => (isArea(place) ? place.replace(/(00)+$/, '') : place);
const isArea = (place: string): boolean => /^\d+$/.test(place);

const latestFirst = (of: readonly number[], policies: readonly InForce[]): readonly number[] =>
  [...of].sort((a, b) => policies[b]!.from - policies[a]!.from);

/** Only dates tell them apart: then a stay needs no place. */
const samePlaces = (policies: readonly InForce[]): boolean =>
  policies.every(({ places }) => [...places].sort().join() === [...policies[0]!.places].sort().join());

function remembered(make: (word: string) => readonly number[]): (word: string) => readonly number[] {
  const made = new Map<string, readonly number[]>();
  return word => {
    const known = made.get(word) ?? make(word);
    made.set(word, known);
    return known;
  };
}
