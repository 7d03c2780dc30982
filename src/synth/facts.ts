/** What the synthetic hospital is made from: tables handed in as text. Which file of `data/` each one is stands in `factFiles`; the application reads them. */

/** Paths below `data/`. */
export const factFiles = {
  mdc: 'catalogue/chs-drg-2.0/mdc.tsv',
  mdcDx: 'catalogue/chs-drg-2.0/mdc_dx.tsv',
  adrg: 'catalogue/chs-drg-2.0/adrg.tsv',
  adrgDx: 'catalogue/chs-drg-2.0/adrg_dx.tsv',
  adrgPx: 'catalogue/chs-drg-2.0/adrg_px.tsv',
  drg: 'catalogue/chs-drg-2.0/drg.tsv',
  complications: 'catalogue/chs-drg-2.0/complications.tsv',
  exclusions: 'catalogue/chs-drg-2.0/exclusions.tsv',
  validPx: 'catalogue/chs-drg-2.0/valid_px.tsv',
  notGrouped: 'catalogue/chs-drg-2.0/not_grouped.tsv',
  icd10: 'catalogue/codes/icd10.tsv',
  icd9cm3: 'catalogue/codes/icd9cm3.tsv',
  weights: 'weights/reference-2.0.tsv',
  departments: 'synth/departments.tsv',
  caseMix: 'synth/case-mix.tsv',
  comorbidities: 'synth/comorbidities.tsv',
  extraProcedures: 'synth/extra-procedures.tsv',
  charges: 'synth/charges.tsv',
} as const;
export type FactName = keyof typeof factFiles;
export type FactTexts = Readonly<Record<FactName, string>>;

export type Cells = Readonly<Record<string, string>>;

/** Rows of a tab-separated table with a header, no quoting. */
export function rowsOf(text: string): Cells[] {
  const [header = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(line => line !== '');
  const names = header.split('\t');
  return lines.map(line => {
    const cells = line.split('\t');
    const row: Record<string, string> = {};
    for (let i = 0; i < names.length; i++) row[names[i]!] = cells[i] ?? '';
    return row;
  });
}
