/** The level and the insurance that one stay is priced at, in words: listed hospital, else its loaded level, else the policy's own. */
import type { Policy } from '../policy/policy.ts';
import { type StayTable, wordAt } from '../stay/stay-table.ts';

export type Payer = { readonly level: string; readonly insurance: string };

/** '' where the policy does not know it. */
export function payerOf(
  { words }: StayTable,
  row: number,
  { level, levels, insurance }: Pick<Policy, 'level' | 'levels' | 'insurance'>,
): Payer {
  const loaded = wordAt(words.hospital_level, row);
  const byLoaded = loaded === '' ? level : (levels.get(loaded) ?? loaded);
  return {
    level: levels.get(wordAt(words.hospital, row)) ?? byLoaded ?? '',
    insurance: insurance.get(wordAt(words.insurance, row)) ?? '',
  };
}
