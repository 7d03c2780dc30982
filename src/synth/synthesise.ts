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
import { header, rowText } from './row.ts';
import { admit } from './stay.ts';
import { noSums, nothingPlanted, type Truth, truthOf } from './truth.ts';

export { type FactName, type FactTexts, factFiles } from './facts.ts';
export type { Planting, Truth } from './truth.ts';

export type Order = { readonly stays: number; readonly seed: number; readonly year: number; readonly facts: FactTexts };
export type Synthesis = {
  /** The CSV in pieces; every time it is walked through from the start it is the same. */
  readonly lines: Iterable<string>;
  readonly truth: () => Truth;
};

const ROWS_PER_PIECE = 500;

export function synthesise({ stays, seed, year, facts }: Order): Synthesis {
  const house = houseOf(facts);
  let known: Truth | undefined;
  function* lines(): Generator<string> {
    const random = randomFrom(seed);
    const calendar = yearOf(year);
    const sums = noSums();
    const planted = nothingPlanted();
    const before = new Map();
    let piece = [header];
    let row = 0;
    for (const [day, count] of dischargesPerDay(stays, calendar, random).entries()) {
      for (let i = 0; i < count; i++) {
        const id = stayId(row++);
        const { stay, plantings } = admit({ id, discharged: calendar.firstDay + day, before }, house, random);
        for (const kind of plantings) planted[kind].push(id);
        const { fund, serious_illness, large_amount, civil_servant, enterprise, medical_aid, other_fund, account, cash } = stay.benefit;
        sums.cost += stay.bill.total;
        sums.fund += fund;
        sums.patient += account + cash;
        sums.other += serious_illness + large_amount + civil_servant + enterprise + medical_aid + other_fund;
        sums.hospital_part += stay.benefit.hospital_part;
        piece.push(rowText(stay));
        if (piece.length >= ROWS_PER_PIECE) {
          yield piece.join('');
          piece = [];
        }
      }
    }
    known = truthOf({ seed, year, stays, sums, planted });
    if (piece.length > 0) yield piece.join('');
  }
  return {
    lines: { [Symbol.iterator]: lines },
    truth: () => {
      if (!known) for (const _ of lines());
      return known!;
    },
  };
}

function houseOf(facts: FactTexts): House {
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
