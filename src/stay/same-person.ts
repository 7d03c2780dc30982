/**
 * Whose the settlements of one visit number are. A mother and her newborn share the number and are two stays; so are twins.
 *
 * A newborn is of age 0, or has an age in days and none in years. Rows are of different persons when one is a newborn and the other is known
 * not to be, when their record numbers or sexes are known and differ, and for two newborns when their birth weights differ. Twins of one
 * sex and weight with one record number look like two bills of one child and are taken for them. A row that does not say its age goes to the
 * grown-up, whose number the visit is.
 */
import { MISSING, type StayTable } from './stay-table.ts';

const UNKNOWN = 0;
const GROWN = 1;
const NEWBORN = 2;
type AgeGroup = typeof UNKNOWN | typeof GROWN | typeof NEWBORN;

export function ageGroup({ age, ageDays }: Pick<StayTable, 'age' | 'ageDays'>, row: number): AgeGroup {
  const years = age[row]!;
  if (years === MISSING) return ageDays[row] === MISSING ? UNKNOWN : NEWBORN;
  return years > 0 ? GROWN : NEWBORN;
}

/** Both say their age, and one is a newborn and the other is not. */
export const differInAge = (a: number, b: number): boolean => a !== UNKNOWN && b !== UNKNOWN && a !== b;

/** More persons than a visit can have; a row beyond them is a person of its own, so that a hostile file is not compared row with row. */
export const MOST_PERSONS = 16;

export type PersonReader = {
  /** Writes the person of every row of a visit, numbered from 0. */
  read(rows: Uint32Array, persons: Uint32Array): void;
  /** Of the persons of the visit that was read last: the one that a row may belong to, or -1. */
  personOf(row: number): number;
  isNewborn(person: number): boolean;
};

export function personReader(table: StayTable): PersonReader {
  const { sex, birthWeight, patientKey } = table;
  const ages = new Uint8Array(MOST_PERSONS);
  const sexes = new Uint8Array(MOST_PERSONS);
  const weights = new Int32Array(MOST_PERSONS);
  const patients = new Uint32Array(MOST_PERSONS);
  let known = 0;

  function fits(person: number, row: number): boolean {
    const age = ageGroup(table, row);
    if (differInAge(ages[person]!, age)) return false;
    if (differ(patients[person]!, patientKey?.codes[row] ?? 0, 0)) return false;
    if (differ(sexes[person]!, sex[row]!, 0)) return false;
    return age !== NEWBORN || !differ(weights[person]!, birthWeight[row]!, MISSING);
  }

  function personOf(row: number): number {
    for (let person = 0; person < known; person++) if (fits(person, row)) return person;
    return -1;
  }

  function newPerson(): number {
    ages[known] = UNKNOWN;
    sexes[known] = 0;
    weights[known] = MISSING;
    patients[known] = 0;
    return known++;
  }

  function learn(person: number, row: number): void {
    ages[person] ||= ageGroup(table, row);
    sexes[person] ||= sex[row]!;
    patients[person] ||= patientKey?.codes[row] ?? 0;
    if (weights[person] === MISSING) weights[person] = birthWeight[row]!;
  }

  return {
    read(rows, persons) {
      known = 0;
      let strangers = 0;
      for (const age of [GROWN, NEWBORN, UNKNOWN]) {
        for (let i = 0; i < rows.length; i++) {
          const row = rows[i]!;
          if (ageGroup(table, row) !== age) continue;
          let person = personOf(row);
          if (person < 0) person = known < MOST_PERSONS ? newPerson() : MOST_PERSONS + strangers++;
          if (person < MOST_PERSONS) learn(person, row);
          persons[i] = person;
        }
      }
    },
    personOf,
    isNewborn: person => ages[person] === NEWBORN && person < known,
  };
}

const differ = (a: number, b: number, missing: number): boolean => a !== missing && b !== missing && a !== b;
