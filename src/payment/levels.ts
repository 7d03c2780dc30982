/** The level and the insurance key of every stay, as small numbers: listed hospital first, then the level it was loaded with, then the default. */
import type { DrgPolicy } from '../policy/policy.ts';
import type { StayTable, WordColumn } from '../stay/stay-table.ts';

/** -1 stands for a level or an insurance that the policy does not know. */
export type Keys = { readonly names: readonly string[]; of(row: number): number };

export function levelsOf({ words: { hospital, hospital_level } }: StayTable, policy: DrgPolicy): Keys {
  const names =
    policy.price.kind === 'rate' ? [...policy.price.rates.keys()] : policy.coefficients ? [...policy.coefficients.keys()] : undefined;
  // without coefficients a point is worth the same at every level
  if (!names) return { names: [policy.level ?? ''], of: () => 0 };
  const indexOf = (level: string | undefined): number => (level === undefined ? -1 : names.indexOf(level));
  const fallback = indexOf(policy.level);
  const unlisted = -2;
  const byHospital = indexed(hospital, word => (policy.levels.has(word) ? indexOf(policy.levels.get(word)) : unlisted));
  const byLevel = indexed(hospital_level, word => (word === '' ? fallback : indexOf(policy.levels.get(word) ?? word)));
  return {
    names,
    of(row) {
      const listed = hospital ? byHospital[hospital.codes[row]!]! : unlisted;
      if (listed !== unlisted) return listed;
      return hospital_level ? byLevel[hospital_level.codes[row]!]! : fallback;
    },
  };
}

export function insurancesOf({ words: { insurance } }: StayTable, policy: DrgPolicy): Keys {
  const names = [...new Set(policy.insurance.values())];
  const keyOf = (code: string): number => names.indexOf(policy.insurance.get(code) ?? '');
  if (!insurance) {
    const missing = keyOf('');
    return { names, of: () => missing };
  }
  const byCode = indexed(insurance, keyOf);
  return { names, of: row => byCode[insurance.codes[row]!]! };
}

const indexed = (column: WordColumn | undefined, indexOf: (word: string) => number): Int8Array =>
  Int8Array.from(column?.words ?? [], indexOf);
