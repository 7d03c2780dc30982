/** Which codes suit which patient: sex reservations of the code list, and ages that the name of a code speaks of. */
import { type Cells, type FactTexts, rowsOf } from './facts.ts';
import type { Patient } from './patient.ts';

export type Codes = {
  /** Length of the name of a code, longer for rare pairs of codes; infinite when the code may not be used: unknown or grey. */
  lengthOf(code: string): number;
  isCurious(code: string): boolean;
  /** '' for a code that no list has. */
  nameOf(code: string): string;
  isGrey(code: string): boolean;
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
  const lengths = new Map<string, number>();
  for (const [code, name] of names) if (!grey.has(code)) lengths.set(code, name.length + (code.includes('+') ? 20 : 0));
  const limitsOf = limitsFrom(diagnoses, procedures);
  return {
    lengthOf: code => lengths.get(code) ?? Number.POSITIVE_INFINITY,
    nameOf: code => names.get(code) ?? '',
    isCurious: code => curiosities.test(names.get(code) ?? ''),
    isGrey: code => grey.has(code),
    suits: (code, { sex, age }) => {
      const limit = limitsOf(code);
      return !limit || ((limit.sex === 0 || limit.sex === sex) && age >= limit.from && age <= limit.to);
    },
    greyDiagnoses: diagnoses.filter(row => row.grey === '1').map(row => row.code!),
  };
}

/** Terms no hospital of today meets by the dozen. */
const curiosities = /天花|牛痘|羊痘|猴痘|鼠疫|炭疽|鼻疽|麻风|白喉|霍乱|狂犬|砍头|死亡|猝死|文身|隆胸|聋哑|巨手|毁胎|碎胎|整复器|首尾|自杀/;

/** Worked out from the names when first asked for: few of the codes ever are. */
function limitsFrom(diagnoses: readonly Cells[], procedures: readonly Cells[]): (code: string) => Limits | undefined {
  const diagnosis = new Map(diagnoses.map(row => [row.code!, row]));
  const procedure = new Map(procedures.map(row => [row.code!, row]));
  const known = new Map<string, Limits | undefined>();
  const limitsOf = (code: string): Limits | undefined => {
    const found = diagnosis.get(code);
    if (found) return { sex: sexOfDiagnosis(found), ...agesOf(code, found.name!) };
    const done = procedure.get(code);
    return done && { sex: sexOfProcedure(code), ...agesOf('', done.name!) };
  };
  return code => {
    if (!known.has(code)) known.set(code, limitsOf(code));
    return known.get(code);
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
