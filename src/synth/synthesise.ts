/**
 * A synthetic tertiary hospital from a seed: its settled stays of one year as CSV text, in order of discharge, and the truth about them.
 * Nothing here groups or pays: what a rule should find was intended when the stay was written, not looked up afterwards.
 */
import { stayId } from '../stay/stay-table.ts';
import { chargeStylesOf } from './bill.ts';
import { dischargesPerDay, yearOf } from './calendar.ts';
import { type Clinic, clinicOf } from './course.ts';
import { type FactTexts, rowsOf } from './facts.ts';
import { type Hospital, hospitalOf } from './hospital.ts';
import type { House } from './oddity.ts';
import { randomFrom } from './random.ts';
import { header, rowText, type Stay } from './row.ts';
import { admit, usualPractice } from './stay.ts';
import { addStay, noSums, nothingPlanted, type Truth, truthOf } from './truth.ts';

export { type FactName, type FactTexts, factFiles } from './facts.ts';
export type { Stay } from './row.ts';
export type { Planting, Truth } from './truth.ts';

export type Order = { readonly stays: number; readonly seed: number; readonly year: number; readonly facts: FactTexts };
export type Synthesis = {
  readonly seed: number;
  /** In order of discharge; every time they are walked through from the start they are the same. */
  readonly stays: Iterable<Stay>;
  /** The stays as casemix's own CSV, in pieces. */
  readonly lines: Iterable<string>;
  readonly truth: () => Truth;
  /** Name of a diagnosis or a procedure, '' for a code that no list has. */
  readonly nameOf: (code: string) => string;
};

export const ROWS_PER_PIECE = 500;

export function synthesise({ stays, seed, year, facts }: Order): Synthesis {
  const house = houseOf(facts);
  let known: Truth | undefined;
  function* walk(): Generator<Stay> {
    const random = randomFrom(seed);
    const calendar = yearOf(year);
    const sums = noSums();
    const planted = nothingPlanted();
    const before = new Map();
    let row = 0;
    for (const [day, count] of dischargesPerDay(stays, calendar, random).entries()) {
      for (let i = 0; i < count; i++) {
        const id = stayId(row++);
        const { stay, plantings } = admit({ id, discharged: calendar.firstDay + day, before, practice: usualPractice }, house, random);
        for (const kind of plantings) planted[kind].push(id);
        addStay(sums, stay);
        yield stay;
      }
    }
    known = truthOf({ seed, year, stays, sums, planted });
  }
  return {
    seed,
    stays: { [Symbol.iterator]: walk },
    lines: { [Symbol.iterator]: () => ownLines(walk()) },
    truth: () => {
      if (!known) for (const _ of walk());
      return known!;
    },
    nameOf: house.clinic.codes.nameOf,
  };
}

function* ownLines(stays: Iterable<Stay>): Generator<string> {
  let piece = [header];
  for (const stay of stays) {
    piece.push(rowText(stay));
    if (piece.length < ROWS_PER_PIECE) continue;
    yield piece.join('');
    piece = [];
  }
  if (piece.length > 0) yield piece.join('');
}

export function houseOf(facts: FactTexts): House {
  const clinic: Clinic = clinicOf(facts);
  const hospital: Hospital = hospitalOf(facts, clinic.recipes, clinic.commonness);
  const nowhere = rowsOf(facts.notGrouped).filter(row => row.kind === 'dx' && !clinic.codes.isGrey(row.code!));
  return {
    clinic,
    hospital,
    styles: chargeStylesOf(facts.charges),
    nowhere: nowhere.map(row => row.code!),
    grey: clinic.codes.greyDiagnoses.filter(code => !clinic.companions.isComplication(code)),
  };
}
