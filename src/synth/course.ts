/** The clinical side of a stay: principal diagnosis, what else the patient has at this age, what was done. */
import { type Codes, codesOf } from './codes.ts';
import { type Commonness, commonnessOf } from './commonness.ts';
import { type Cells, type FactTexts, rowsOf } from './facts.ts';
import type { Line } from './hospital.ts';
import type { Patient } from './patient.ts';
import { draw, type Random, type Weighted } from './random.ts';
import { type Recipes, recipesOf, type Severity } from './recipe.ts';

export type Course = {
  readonly dx: readonly string[];
  readonly px: readonly string[];
  readonly severity: Severity;
  readonly operated: boolean;
};

export type Clinic = {
  readonly codes: Codes;
  readonly recipes: Recipes;
  /** What people of this age and sex may have besides. */
  readonly companionsOf: (ward: Ward, patient: Patient) => readonly Companion[];
  readonly extras: readonly Extra[];
  readonly isComplication: (code: string) => boolean;
  readonly exclusionGroups: ReadonlyMap<string, string>;
  readonly commonness: Commonness;
};

type Ward = 'general' | 'pregnancy' | 'newborn';
type Extra = { readonly code: string; readonly from: number; readonly to: number; readonly share: number; readonly sex: string };
type Companion = {
  readonly code: string;
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly level: Severity;
  readonly exclusionGroup: string | undefined;
};

export function clinicOf(texts: FactTexts): Clinic {
  const codes = codesOf(texts);
  const recipes = recipesOf(texts);
  const companions = { general: [] as Companion[], pregnancy: [] as Companion[], newborn: [] as Companion[] };
  const complications = new Map(rowsOf(texts.complications).map(row => [row.code!, row]));
  for (const row of rowsOf(texts.comorbidities)) {
    const { level, exclusion_group: exclusionGroup } = complications.get(row.code!) ?? {};
    const weighed = { level: level === 'MCC' ? 'mcc' : level === 'CC' ? 'cc' : 'none', exclusionGroup } as const;
    companions[row.who as keyof typeof companions].push({ ...shareOf(row), ...weighed });
  }
  return {
    codes,
    recipes,
    extras: rowsOf(texts.extraProcedures)
      .filter(row => recipes.isBystander(row.code!))
      .map(row => ({ ...shareOf(row), sex: row.sex! })),
    companionsOf: rememberedCompanions(companions, codes),
    isComplication: code => complications.has(code),
    exclusionGroups: new Map(rowsOf(texts.exclusions).map(row => [row.code!, row.exclusion_group!])),
    commonness: commonnessOf(codes),
  };
}

const shareOf = (row: Cells) => ({
  code: row.code!,
  from: Number(row.age_from),
  to: Number(row.age_to),
  share: Number(row.per_mille) / 1000,
});

/** Undefined when no code of the line suits the patient: then another patient or line has to be drawn. */
export function courseOf(line: Line, patient: Patient, clinic: Clinic, random: Random): Course | undefined {
  const { recipe } = line;
  const pick = (from: Weighted<string> | undefined) => from && suiting(from, patient, clinic, random);
  const principal = pick(line.principals);
  const main = pick(line.mains);
  if (principal === undefined || (line.mains && main === undefined)) return undefined;
  if (main !== undefined && recipe.earlier.some(row => row.principals.has(principal) && row.mains.has(main))) return undefined;
  const needed = recipe.secondaries.map(list => pick(clinic.commonness.typical(list, '')));
  const steps = recipe.procedures.map(list => pick(clinic.commonness.typical(list, '')));
  const site = recipe.mdc === 'MDCZ' ? pick(clinic.commonness.typical(recipe.otherSites(principal), '')) : '';
  if ([...needed, ...steps, site].includes(undefined)) return undefined;
  const px = [...(main === undefined ? [] : [main]), ...(steps as string[])];
  if (line.mains && random.chance(0.25)) {
    const second = pick(line.mains);
    if (second !== undefined) px.push(second);
  }
  for (const extra of clinic.extras) {
    const aged = patient.age >= extra.from && patient.age <= extra.to;
    if (aged && px.length < 4 && (extra.sex === '' || extra.sex === String(patient.sex)) && random.chance(extra.share)) px.push(extra.code);
  }
  const known = [principal, ...(needed as string[]), ...(site ? [site] : [])];
  const severity = severityWished(patient, recipe.kind === 'medical', random);
  return {
    ...withCompanions(known, { severity, patient, mdc: recipe.mdc, clinic }, random),
    px: unique(px),
    operated: recipe.kind !== 'medical',
  };
}

/** One code that suits the patient, or undefined when hardly any does. */
function suiting(from: Weighted<string>, patient: Patient, { codes }: Clinic, random: Random): string | undefined {
  for (let i = 0; i < 12; i++) {
    const code = draw(from, random);
    if (codes.suits(code, patient)) return code;
  }
  return from.among.find(code => codes.suits(code, patient));
}

/** The older, the sicker: shares of patients with a major, and with some other complication or comorbidity (assumptions). */
function severityWished({ age }: Patient, medical: boolean, random: Random): Severity {
  const at = random.uniform();
  const [mcc, cc] = age < 18 ? [0.06, 0.15] : age < 60 ? [0.07, 0.2] : [0.17, 0.32];
  const lighter = medical ? 1 : 0.7;
  if (at < mcc * lighter) return 'mcc';
  return at < (mcc + cc) * lighter ? 'cc' : 'none';
}

type Wish = { readonly severity: Severity; readonly patient: Patient; readonly mdc: string; readonly clinic: Clinic };

/** Adds what people of this age have besides, nothing heavier than wished, and one code of the wished weight when there is one. */
function withCompanions(
  known: readonly string[],
  { severity, patient, mdc, clinic }: Wish,
  random: Random,
): Pick<Course, 'dx' | 'severity'> {
  const excluded = clinic.exclusionGroups.get(known[0]!);
  const levelOf = ({ level, exclusionGroup }: Companion): Severity => (exclusionGroup === excluded ? 'none' : level);
  const categories = known.map(code => code.slice(0, 3));
  const candidates = clinic.companionsOf(wardOf(mdc), patient).filter(({ code }) => !categories.includes(code.slice(0, 3)));
  const heavy = severity === 'none' ? [] : candidates.filter(one => levelOf(one) === severity);
  const needed = heavy.length > 0 ? chosen(heavy, random) : undefined;
  const dx = needed ? [...known, needed.code] : [...known];
  let heaviest = needed ? severity : 'none';
  for (const one of candidates) {
    if (dx.length >= 10 || !random.chance(one.share)) continue;
    const level = levelOf(one);
    if (level === 'mcc' ? severity !== 'mcc' : level === 'cc' && severity === 'none') continue;
    if (level === 'mcc' || heaviest === 'none') heaviest = level;
    dx.push(one.code);
  }
  return { dx: unique(dx), severity: heaviest };
}

function wardOf(mdc: string): Ward {
  if (mdc === 'MDCO') return 'pregnancy';
  return mdc === 'MDCP' ? 'newborn' : 'general';
}

function rememberedCompanions(companions: Readonly<Record<Ward, readonly Companion[]>>, codes: Codes): Clinic['companionsOf'] {
  const known = new Map<string, readonly Companion[]>();
  return (ward, patient) => {
    const key = `${ward} ${patient.age} ${patient.sex}`;
    const found =
      known.get(key) ??
      companions[ward].filter(({ code, from, to }) => patient.age >= from && patient.age <= to && codes.suits(code, patient));
    known.set(key, found);
    return found;
  };
}

function chosen(among: readonly Companion[], random: Random): Companion {
  let at = random.uniform() * among.reduce((total, { share }) => total + share, 0);
  for (const one of among) {
    at -= one.share;
    if (at < 0) return one;
  }
  return among[0]!;
}

const unique = (codes: readonly string[]): string[] => [...new Set(codes)];
