/** The clinical side of a stay: principal diagnosis, what else the patient has at this age, what was done. */
import { type Codes, codesOf } from './codes.ts';
import { type Commonness, commonnessOf } from './commonness.ts';
import { type Companions, companionsFrom, withCompanions } from './companions.ts';
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
  readonly commonness: Commonness;
  readonly companions: Companions;
  /** What is done to people of this age and sex that no grouping rule looks at. */
  readonly extrasOf: (patient: Patient) => readonly Extra[];
};

export function clinicOf(texts: FactTexts): Clinic {
  const codes = codesOf(texts);
  const recipes = recipesOf(texts);
  return {
    codes,
    recipes,
    commonness: commonnessOf(codes),
    companions: companionsFrom(texts, codes),
    extrasOf: extrasFrom(texts, recipes),
  };
}

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
  for (const { code, share } of clinic.extrasOf(patient)) if (px.length < 4 && random.chance(share)) px.push(code);
  const known = [principal, ...(needed as string[]), ...(site ? [site] : [])];
  const severity = severityWished(patient, recipe.kind === 'medical', random);
  const besides = withCompanions(known, { severity, patient, mdc: recipe.mdc, companions: clinic.companions }, random);
  return { ...besides, px: [...new Set(px)], operated: recipe.kind !== 'medical' };
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

type Extra = { readonly code: string; readonly share: number };

function extrasFrom(texts: FactTexts, recipes: Recipes): Clinic['extrasOf'] {
  const rows = rowsOf(texts.extraProcedures).filter(row => recipes.isBystander(row.code!));
  const known = new Map<number, readonly Extra[]>();
  return ({ age, sex }) => {
    const key = age * 10 + sex;
    const suits = (row: Cells) => age >= Number(row.age_from) && age <= Number(row.age_to) && (row.sex === '' || row.sex === String(sex));
    const found = known.get(key) ?? rows.filter(suits).map(row => ({ code: row.code!, share: Number(row.per_mille) / 1000 }));
    known.set(key, found);
    return found;
  };
}
