/** What the synthetic hospital is made from: tables handed in as text. Which file each one is stands in `factFiles`; the application reads them. */

/** Paths below the folder the program is installed in. */
export const factFiles = {
  mdc: 'data/catalogue/chs-drg-2.0/mdc.tsv',
  mdcDx: 'data/catalogue/chs-drg-2.0/mdc_dx.tsv',
  adrg: 'data/catalogue/chs-drg-2.0/adrg.tsv',
  adrgDx: 'data/catalogue/chs-drg-2.0/adrg_dx.tsv',
  adrgPx: 'data/catalogue/chs-drg-2.0/adrg_px.tsv',
  drg: 'data/catalogue/chs-drg-2.0/drg.tsv',
  complications: 'data/catalogue/chs-drg-2.0/complications.tsv',
  exclusions: 'data/catalogue/chs-drg-2.0/exclusions.tsv',
  validPx: 'data/catalogue/chs-drg-2.0/valid_px.tsv',
  notGrouped: 'data/catalogue/chs-drg-2.0/not_grouped.tsv',
  icd10: 'data/catalogue/codes/icd10.tsv',
  icd9cm3: 'data/catalogue/codes/icd9cm3.tsv',
  weights: 'data/weights/reference-2.0.tsv',
  departments: 'data/synth/departments.tsv',
  caseMix: 'data/synth/case-mix.tsv',
  comorbidities: 'data/synth/comorbidities.tsv',
  extraProcedures: 'data/synth/extra-procedures.tsv',
  charges: 'data/synth/charges.tsv',
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
