/**
 * For whom a DIP group is priced: level and hospital coefficient as one place, and the insurance. The level is that of the listed hospital,
 * else as loaded, else the default of the policy.
 */
import type { DipPolicy } from '../../policy/methods/dip.ts';
import type { Sourced } from '../../policy/policy.ts';
import type { StayTable, WordColumn } from '../../stay/stay-table.ts';
import type { UnpricedReason } from '../settlement.ts';
import { type PairNumbers, pairNumbers } from './pair-numbers.ts';

export type DipPlace = {
  readonly level: string;
  /** k; undefined: 1. */
  readonly coefficient: Sourced | undefined;
  /** Why nothing is priced there. */
  readonly missing: UnpricedReason;
};
export type DipPayers = {
  readonly places: readonly DipPlace[];
  readonly insurances: readonly string[];
  /** Place × insurances + insurance; NO_PAYER where the insurance is none of the policy's. */
  readonly of: Int32Array;
};
export const NO_PAYER = -1;

export function dipPayers({ count, words }: StayTable, policy: DipPolicy): DipPayers {
  const insurances = [...policy.pointValues.keys()];
  const insurance = Int32Array.from(words.insurance?.words ?? [''], code => insurances.indexOf(policy.insurance.get(code) ?? ''));
  const [hospital, level] = [words.hospital, words.hospital_level];
  const pairs = pairsOf(hospital?.words.length ?? 1, level?.words.length ?? 1);
  const places: DipPlace[] = [];
  const of = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    const [h, l] = [codeOf(hospital, row), codeOf(level, row)];
    let place = pairs.numberOf(h, l);
    if (place < 0) {
      place = -1 - place;
      places[place] = placeOf(hospital?.words[h] ?? '', level?.words[l] ?? '', policy);
    }
    const i = insurance[codeOf(words.insurance, row)]!;
    of[row] = i < 0 ? NO_PAYER : place * insurances.length + i;
  }
  return { places, insurances, of };
}

/** A table where there are few hospitals and levels, as there always should be: a file may hold a new word in every row. */
function pairsOf(hospitals: number, levels: number): Pick<PairNumbers, 'numberOf'> {
  if (hospitals * levels > MOST_IN_TABLE) return pairNumbers();
  const numbers = new Int32Array(hospitals * levels).fill(-1);
  let size = 0;
  return {
    numberOf(hospital, level) {
      const at = hospital * levels + level;
      if (numbers[at]! >= 0) return numbers[at]!;
      numbers[at] = size++;
      return -size;
    },
  };
}

const MOST_IN_TABLE = 1_000_000;

const codeOf = (column: WordColumn | undefined, row: number): number => (column ? column.codes[row]! : 0);

export function placeOf(hospital: string, loaded: string, { level: usual, levels, coefficients }: DipPolicy): DipPlace {
  const level = levels.get(hospital) ?? (loaded === '' ? usual : (levels.get(loaded) ?? loaded)) ?? '';
  if (!coefficients) return { level, coefficient: undefined, missing: '' };
  const byHospital = coefficients.by === 'hospital';
  const coefficient = coefficients.values.get(byHospital ? hospital : level);
  return { level, coefficient, missing: coefficient ? '' : byHospital ? 'hospital_unlisted' : 'level_unmapped' };
}
