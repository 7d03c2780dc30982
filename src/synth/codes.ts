/** Which codes suit which patient: sex reservations of the code list, and ages that the name of a code speaks of. */
import { type Cells, type FactTexts, rowsOf } from './facts.ts';
import type { Patient } from './patient.ts';

export type Codes = {
  /** Names of the diagnosis and procedure codes, for telling common codes from rare ones. */
  nameOf(code: string): string;
  isGrey(code: string): boolean;
  isKnown(code: string): boolean;
  suits(code: string, patient: Suit): boolean;
  readonly greyDiagnoses: readonly string[];
};
export type Suit = Pick<Patient, 'sex' | 'age' | 'ageDays'>;

type Limits = { readonly sex: 0 | 1 | 2; readonly from: number; readonly to: number };

export function codesOf(texts: FactTexts): Codes {
  const diagnoses = rowsOf(texts.icd10);
  const procedures = rowsOf(texts.icd9cm3);
  const names = new Map([...diagnoses, ...procedures].map(row => [row.code!, row.name!]));
  const grey = new Set([...diagnoses, ...procedures].filter(row => row.grey === '1').map(row => row.code!));
  const limits = new Map<string, Limits>();
  for (const row of diagnoses) limits.set(row.code!, { sex: sexOfDiagnosis(row), ...agesOf(row.code!, row.name!) });
  for (const row of procedures) limits.set(row.code!, { sex: sexOfProcedure(row.code!), ...agesOf('', row.name!) });
  return {
    nameOf: code => names.get(code) ?? code,
    isGrey: code => grey.has(code),
    isKnown: code => names.has(code),
    suits: (code, { sex, age }) => {
      const limit = limits.get(code);
      return !limit || ((limit.sex === 0 || limit.sex === sex) && age >= limit.from && age <= limit.to);
    },
    greyDiagnoses: diagnoses.filter(row => row.grey === '1').map(row => row.code!),
  };
}

function sexOfDiagnosis({ code, name, sex }: Cells): 0 | 1 | 2 {
  if (sex === 'M') return 1;
  if (sex === 'F' || code!.startsWith('O') || /妊娠|分娩|产褥|产后|孕|子宫|卵巢|阴道|月经|绝经|输卵管|外阴/.test(name!)) return 2;
  return /前列腺|阴茎|睾丸|阴囊|附睾|精索/.test(name!) ? 1 : 0;
}

/** Chapters of the procedure classification: 60-64 male genital organs, 65-75 female genital organs and childbirth. */
function sexOfProcedure(code: string): 0 | 1 | 2 {
  const chapter = Number(code.slice(0, 2));
  if (chapter >= 60 && chapter <= 64) return 1;
  return chapter >= 65 && chapter <= 75 ? 2 : 0;
}

function agesOf(code: string, name: string): { readonly from: number; readonly to: number } {
  if (code.startsWith('P') || /新生儿|早产儿/.test(name)) return { from: 0, to: 0 };
  if (code.startsWith('O') || /妊娠|分娩|产褥/.test(name)) return { from: 15, to: 49 };
  if (/婴儿|婴幼儿/.test(name)) return { from: 0, to: 2 };
  if (/儿童|小儿|青春期|幼年/.test(name)) return { from: 1, to: 17 };
  if (/老年/.test(name)) return { from: 55, to: 120 };
  if (/绝经后/.test(name)) return { from: 48, to: 120 };
  return { from: 0, to: 120 };
}
