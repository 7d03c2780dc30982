/** The codes of a load as the insurer knows them: files coded in the 国临版 are converted, because the person says so or because their codes do. */
import type { NoteRow } from '../row-findings.ts';
import type { StayTable } from '../stay-table.ts';
import { clinicalFiles } from './clinical-files.ts';
import { type CodeFacts, wordFacts } from './code-facts.ts';
import { type CodeMaps, type Conversion, convertClinical } from './convert-clinical.ts';

export type CodesWanted = {
  readonly facts: CodeFacts;
  /** Asked only when something is converted. */
  readonly maps: () => CodeMaps;
  /** What the person says the codes are; undefined leaves it to the evidence. */
  readonly codes?: 'clinical' | 'insurance' | undefined;
};

export type InsuranceCodes = { readonly table: StayTable; readonly conversions: readonly Conversion[] };

export function insuranceCodes(table: StayTable, { facts, maps, codes }: CodesWanted, note: NoteRow): InsuranceCodes {
  if (codes === 'insurance') return { table, conversions: [] };
  const evidence = codes === undefined ? clinicalFiles(table, wordFacts(table, facts)) : undefined;
  const files = evidence ? evidence.map(({ isClinical }) => isClinical) : table.files.map(() => true);
  if (!files.includes(true)) return { table, conversions: [] };
  const { table: insured, converted } = convertClinical(table, { maps: maps(), files }, note);
  const conversions = table.files.flatMap(({ name }, file) => {
    if (!files[file]) return [];
    const of = evidence?.[file];
    return [{ file: name, ...converted[file]!, ...(of && { evidence: { clinical: of.clinical, insurance: of.insurance } }) }];
  });
  return { table: insured, conversions };
}
