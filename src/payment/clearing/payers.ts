/** Insurances and hospitals of a load as small numbers a row: insurances by the key of the policy, a code that it does not map by itself. */
import type { Policy } from '../../policy/policy.ts';
import type { StayTable, WordColumn } from '../../stay/stay-table.ts';

export type Payers = {
  /** Keys of the policy first, then codes that it does not map; '' for a stay without an insurance. */
  readonly insurances: readonly string[];
  /** How many of them the policy has. */
  readonly mapped: number;
  readonly insurance: Uint16Array;
  readonly hospitals: readonly string[];
  readonly hospital: Uint16Array;
};

export function payersOf({ count, words }: StayTable, { insurance: keys }: Policy): Payers {
  const insurances = [...new Set(keys.values())];
  const mapped = insurances.length;
  const insurance = numbered(count, words.insurance, insurances, code => keys.get(code) ?? code);
  const hospitals: string[] = [];
  const hospital = numbered(count, words.hospital, hospitals, name => name);
  return { insurances, mapped, insurance, hospitals, hospital };
}

/** Names are numbered in the order of the list, new ones in the order of rows; only those that a row has. */
function numbered(count: number, column: WordColumn | undefined, names: string[], nameOf: (word: string) => string): Uint16Array {
  const at = new Map(names.map((name, i) => [name, i]));
  const numberOf = (word: string): number => {
    const name = nameOf(word);
    const known = at.get(name) ?? names.push(name) - 1;
    at.set(name, known);
    return known;
  };
  if (!column) return new Uint16Array(count).fill(numberOf(''));
  const byWord = new Int32Array(column.words.length).fill(-1);
  return Uint16Array.from({ length: count }, (_, row) => {
    const code = column.codes[row]!;
    if (byWord[code]! < 0) byWord[code] = numberOf(column.words[code]!);
    return byWord[code]!;
  });
}
