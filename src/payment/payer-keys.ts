/**
 * Which level and insurance a stay is priced at, as one small number a stay: listed hospital first, then the level it was loaded with,
 * then the default of the policy.
 */
import type { Policy } from '../policy/policy.ts';
import type { StayTable, WordColumn } from '../stay/stay-table.ts';

export type PayerKeys = {
  readonly levels: readonly string[];
  readonly insurances: readonly string[];
  /** level × insurances + insurance, or one of the two marks below. */
  readonly of: Uint16Array;
};
export const NO_INSURANCE = 0xffff;
export const NO_LEVEL = 0xfffe;

/** Of the levels that a method has a price for; undefined: its price does not depend on the level. */
export function keysAmong({ count, words }: StayTable, policy: Payers, among: readonly string[] | undefined): PayerKeys {
  const levels = among ?? [policy.level ?? ''];
  const insurances = [...new Set(policy.insurance.values())];
  const insurance = lookup(words.insurance, code => insurances.indexOf(policy.insurance.get(code) ?? ''));
  const level = among && levelLookup(words.hospital, words.hospital_level, among, policy);
  const of = new Uint16Array(count);
  for (let i = 0; i < count; i++) {
    const byInsurance = insurance.at[insurance.codes === undefined ? 0 : insurance.codes[i]!]!;
    const byLevel = level === undefined ? 0 : level(i);
    of[i] = byInsurance < 0 ? NO_INSURANCE : byLevel < 0 ? NO_LEVEL : byLevel * insurances.length + byInsurance;
  }
  return { levels, insurances, of };
}

type Payers = Pick<Policy, 'insurance' | 'level' | 'levels'>;

function levelLookup(hospital: WordColumn | undefined, loaded: WordColumn | undefined, levels: readonly string[], policy: Payers) {
  const indexOf = (level: string | undefined): number => (level === undefined ? -1 : levels.indexOf(level));
  const unlisted = -2;
  const byHospital = lookup(hospital, word => (policy.levels.has(word) ? indexOf(policy.levels.get(word)) : unlisted));
  const byLoaded = lookup(loaded, word => (word === '' ? indexOf(policy.level) : indexOf(policy.levels.get(word) ?? word)));
  return (row: number): number => {
    const listed = byHospital.at[byHospital.codes === undefined ? 0 : byHospital.codes[row]!]!;
    return listed === unlisted ? byLoaded.at[byLoaded.codes === undefined ? 0 : byLoaded.codes[row]!]! : listed;
  };
}

/** A number for every word of a column; a file without the column is all of the missing word. */
const lookup = (column: WordColumn | undefined, indexOf: (word: string) => number) => ({
  codes: column?.codes,
  at: Int16Array.from(column?.words ?? [''], indexOf),
});
