/**
 * Diagnoses that cannot be this patient's: reserved to the other sex (the sex column of the 医保版 list; pregnancy, chapter O, to women), or of
 * another age. Ages are assumptions, so they are warnings: a condition of the perinatal period (P00-P96) as principal diagnosis after the first
 * year of life; pregnancy and birth (O00-O99) before 10 or after 60. A missing sex or age conflicts with nothing.
 */
import type { NoteRow } from '../row-findings.ts';
import { MISSING, type StayTable } from '../stay-table.ts';
import { FEMALE, MALE, OBSTETRIC, PERINATAL, type WordFacts } from './code-facts.ts';
import { shownCode } from './shown-code.ts';

const LEAST_MOTHER = 10;
const MOST_MOTHER = 60;

export function checkConflicts({ count, sex, age, dx }: StayTable, facts: WordFacts, note: NoteRow): void {
  const { offsets, codes, words } = dx;
  const asked = facts.dx.map(fact => fact & (MALE | FEMALE | OBSTETRIC | PERINATAL));
  const otherSex = [0, FEMALE, MALE];
  for (let row = 0; row < count; row++) {
    const from = offsets[row]!;
    const to = offsets[row + 1]!;
    let found = 0;
    for (let i = from; i < to; i++) found |= asked[codes[i]!]!;
    if (found === 0) continue;
    const conflicting = otherSex[sex[row]!] ?? 0;
    if (found & conflicting) note(row, 'dx', 'dx_sex_conflict', 'noted', shown(from, to, conflicting));
    const years = age[row]!;
    if (years === MISSING) continue;
    const lateChild = years > 0 && (asked[codes[from]!]! & PERINATAL) !== 0;
    const noMother = (found & OBSTETRIC) !== 0 && (years < LEAST_MOTHER || years > MOST_MOTHER);
    if (lateChild || noMother) note(row, 'dx', 'dx_age_conflict', 'noted', shown(from, to, lateChild ? PERINATAL : OBSTETRIC));
  }

  function shown(from: number, to: number, mark: number): string {
    return shownCode(words[codes.subarray(from, to).find(code => (asked[code]! & mark) !== 0) ?? 0]!);
  }
}
