/**
 * Which files are coded in the 国临版 (ICD-10 and ICD-9-CM-3 of the health commission) and have to be converted before grouping. 88 % of the codes
 * stand in both lists, some with different meanings, so only codes of one list are evidence: of the distinct ones of a file, at least twenty,
 * nine in ten must be of the 国临版 alone. A file with fewer, or of both kinds, is left as it is and its 国临版 codes are noted.
 */
import type { StayTable } from '../stay-table.ts';
import { CLINICAL, INSURANCE, type WordFacts } from './code-facts.ts';

export type CodeEvidence = {
  /** Distinct codes of the file that only one of the two lists has. */
  readonly clinical: number;
  readonly insurance: number;
  readonly isClinical: boolean;
};

const LEAST_CODES = 20;
/** In tenths. */
const LEAST_SHARE = 9;

/** One for every file of the table. */
export function clinicalFiles(table: StayTable, facts: WordFacts): readonly CodeEvidence[] {
  const dx = distinctCodes(table, 'dx', facts.dx);
  const px = distinctCodes(table, 'px', facts.px);
  return table.files.map((_, file) => {
    const clinical = dx[file]!.clinical + px[file]!.clinical;
    const insurance = dx[file]!.insurance + px[file]!.insurance;
    const all = clinical + insurance;
    return { clinical, insurance, isClinical: all >= LEAST_CODES && clinical * 10 >= all * LEAST_SHARE };
  });
}

function distinctCodes({ count, files, sourceFile, ...table }: StayTable, field: 'dx' | 'px', facts: Uint16Array) {
  const { offsets, codes } = table[field];
  const listOf = facts.map(fact => fact & (INSURANCE | CLINICAL));
  const counts = files.map(() => ({ clinical: 0, insurance: 0 }));
  const seen = new Map<number, Uint8Array>();
  for (let row = 0; row < count; row++) {
    const file = sourceFile[row]!;
    const met = seen.get(file) ?? new Uint8Array(facts.length);
    if (!seen.has(file)) seen.set(file, met);
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
      const code = codes[i]!;
      if (met[code] !== 0) continue;
      met[code] = 1;
      if (listOf[code] === CLINICAL) counts[file]!.clinical++;
      else if (listOf[code] === INSURANCE) counts[file]!.insurance++;
    }
  }
  return counts;
}
