/**
 * What the group of a newborn hangs on: days (a newborn is at most 28 days old) and weight. A child under one year with a condition of the
 * perinatal period and no days cannot be told from an older one; weights outside 300 g to 8 000 g are taken for typing errors (an assumption:
 * the settlement list itself allows more). Asked only of files that have the column.
 */
import type { NoteRow } from '../row-findings.ts';
import { MISSING, type StayTable } from '../stay-table.ts';
import { PERINATAL, type WordFacts } from './code-facts.ts';
import { filesWith } from './files-with.ts';

const MOST_NEWBORN_DAYS = 28;
const LEAST_GRAMS = 300;
const MOST_GRAMS = 8_000;

export function checkNewborns(table: StayTable, facts: WordFacts, note: NoteRow): void {
  const { count, age, ageDays, birthWeight, sourceFile } = table;
  const hasDays = filesWith(table, 'age_days', row => ageDays[row] !== MISSING);
  const hasWeight = filesWith(table, 'birth_weight_g', row => birthWeight[row] !== MISSING);
  for (let row = 0; row < count; row++) {
    if (age[row] !== 0) continue;
    const file = sourceFile[row]!;
    const days = ageDays[row]!;
    if (days > MOST_NEWBORN_DAYS || (days === MISSING && !hasPerinatal(table, facts, row))) continue;
    if (days === MISSING && hasDays[file]) note(row, 'age_days', 'newborn_days_missing', 'noted');
    const grams = birthWeight[row]!;
    if (grams === MISSING) {
      if (hasWeight[file]) note(row, 'birth_weight_g', 'newborn_weight_missing', 'noted');
    } else if (grams < LEAST_GRAMS || grams > MOST_GRAMS) note(row, 'birth_weight_g', 'newborn_weight_unlikely', 'noted', String(grams));
  }
}

const hasPerinatal = ({ dx: { offsets, codes } }: StayTable, facts: WordFacts, row: number): boolean =>
  codes.subarray(offsets[row], offsets[row + 1]).some(code => (facts.dx[code]! & PERINATAL) !== 0);
