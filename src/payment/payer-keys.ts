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
export function keysAmong(stays: StayTable, policy: Payers, among: readonly string[] | undefined): PayerKeys {
  const { words } = stays;
  const levels = among ?? [policy.level ?? ''];
  const insurances = [...new Set(policy.insurance.values())];
  const insurance = lookup(words.insurance, code => insurances.indexOf(policy.insurance.get(code) ?? ''));
  const level = among && levelLookup(words.hospital, words.hospital_level, among, policy);
  return { levels, insurances, of: knownKeys(stays, insurance, level, insurances.length) };
}

/** Scenarios and the policies of a mix mostly read the payers alike: what depends on the same few numbers is worked out once for a load. */
function knownKeys(stays: StayTable, insurance: Lookup, level: LevelLookup | undefined, insurances: number): Uint16Array {
  const ofStays = known.get(stays) ?? new Map<string, Uint16Array>();
  known.set(stays, ofStays);
  const { hospital, loaded } = level ?? noLevels;
  const asked = [insurances, insurance.at, hospital.at, loaded.at].join(';');
  const keys = ofStays.get(asked) ?? keysOf(new Uint16Array(stays.count), insurance, level, insurances);
  if (ofStays.size >= MOST_KNOWN && !ofStays.has(asked)) ofStays.clear();
  ofStays.set(asked, keys);
  return keys;
}

const known = new WeakMap<StayTable, Map<string, Uint16Array>>();
/** Two bytes a stay each. */
const MOST_KNOWN = 8;

/** A function of nothing but the loop: it runs once for every stay and scenario. */
function keysOf(of: Uint16Array, { codes, at }: Lookup, level: LevelLookup | undefined, insurances: number): Uint16Array {
  const { hospital, loaded } = level ?? noLevels;
  for (let i = 0; i < of.length; i++) {
    const byInsurance = at[codes === undefined ? 0 : codes[i]!]!;
    const listed = hospital.at[hospital.codes === undefined ? 0 : hospital.codes[i]!]!;
    const byLevel = listed === UNLISTED ? loaded.at[loaded.codes === undefined ? 0 : loaded.codes[i]!]! : listed;
    of[i] = byInsurance < 0 ? NO_INSURANCE : byLevel < 0 ? NO_LEVEL : byLevel * insurances + byInsurance;
  }
  return of;
}

/** The level of the listed hospital of a stay; of a hospital that is not listed, the level that was loaded. */
type LevelLookup = { readonly hospital: Lookup; readonly loaded: Lookup };
const UNLISTED = -2;

type Payers = Pick<Policy, 'insurance' | 'level' | 'levels'>;

function levelLookup(
  hospital: WordColumn | undefined,
  loaded: WordColumn | undefined,
  levels: readonly string[],
  policy: Payers,
): LevelLookup {
  const indexOf = (level: string | undefined): number => (level === undefined ? -1 : levels.indexOf(level));
  return {
    hospital: lookup(hospital, word => (policy.levels.has(word) ? indexOf(policy.levels.get(word)) : UNLISTED)),
    loaded: lookup(loaded, word => (word === '' ? indexOf(policy.level) : indexOf(policy.levels.get(word) ?? word))),
  };
}

type Lookup = { readonly codes: Uint32Array | undefined; readonly at: Int16Array };

/** A number for every word of a column; a file without the column is all of the missing word. */
const lookup = (column: WordColumn | undefined, indexOf: (word: string) => number): Lookup => ({
  codes: column?.codes,
  at: Int16Array.from(column?.words ?? [''], indexOf),
});

/** Every stay has the one level there is. */
const noLevels: LevelLookup = { hospital: lookup(undefined, () => 0), loaded: lookup(undefined, () => 0) };
