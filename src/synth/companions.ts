/** What people have besides the illness they come for: by age, sex and ward, and how heavily it weighs beside that illness. */
import type { Codes } from './codes.ts';
import { type FactTexts, rowsOf } from './facts.ts';
import type { Patient } from './patient.ts';
import type { Random } from './random.ts';
import type { Severity } from './recipe.ts';

type Ward = 'general' | 'pregnancy' | 'newborn';
type Companion = { readonly code: string; readonly share: number; readonly level: Severity; readonly exclusionGroup: string | undefined };

export type Companions = {
  /** What people of this age and sex may have besides. */
  readonly of: (ward: Ward, patient: Patient) => readonly Companion[];
  readonly exclusionGroupOf: (principal: string) => string | undefined;
  readonly isComplication: (code: string) => boolean;
};

export function companionsFrom(texts: FactTexts, codes: Codes): Companions {
  const rows = rowsOf(texts.comorbidities);
  const complications = new Map(rowsOf(texts.complications).map(row => [row.code!, row]));
  const exclusionGroups = new Map(rowsOf(texts.exclusions).map(row => [row.code!, row.exclusion_group!]));
  const companionOf = (code: string, perMille: number): Companion => {
    const { level, exclusion_group: exclusionGroup } = complications.get(code) ?? {};
    return { code, share: perMille / 1000, level: level === 'MCC' ? 'mcc' : level === 'CC' ? 'cc' : 'none', exclusionGroup };
  };
  const known = new Map<string, readonly Companion[]>();
  return {
    of: (ward, patient) => {
      const key = `${ward} ${patient.age} ${patient.sex}`;
      const found =
        known.get(key) ??
        rows
          .filter(row => row.who === ward && patient.age >= Number(row.age_from) && patient.age <= Number(row.age_to))
          .filter(row => codes.suits(row.code!, patient))
          .map(row => companionOf(row.code!, Number(row.per_mille)));
      known.set(key, found);
      return found;
    },
    exclusionGroupOf: principal => exclusionGroups.get(principal),
    isComplication: code => complications.has(code),
  };
}

type Wish = { readonly severity: Severity; readonly patient: Patient; readonly mdc: string; readonly companions: Companions };

/** Adds what people of this age have besides, nothing heavier than wished, and one code of the wished weight when there is one. */
export function withCompanions(
  known: readonly string[],
  { severity, patient, mdc, companions }: Wish,
  random: Random,
): { readonly dx: readonly string[]; readonly severity: Severity } {
  const excluded = companions.exclusionGroupOf(known[0]!);
  const levelOf = ({ level, exclusionGroup }: Companion): Severity => (exclusionGroup === excluded ? 'none' : level);
  const categories = known.map(code => code.slice(0, 3));
  const candidates = companions.of(wardOf(mdc), patient).filter(({ code }) => !categories.includes(code.slice(0, 3)));
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
  return { dx: [...new Set(dx)], severity: heaviest };
}

function wardOf(mdc: string): Ward {
  if (mdc === 'MDCO') return 'pregnancy';
  return mdc === 'MDCP' ? 'newborn' : 'general';
}

function chosen(among: readonly Companion[], random: Random): Companion {
  let at = random.uniform() * among.reduce((total, { share }) => total + share, 0);
  for (const one of among) {
    at -= one.share;
    if (at < 0) return one;
  }
  return among[0]!;
}
