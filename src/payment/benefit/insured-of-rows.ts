/** Who every stay's patient is to a benefit file, as one small number a stay; every combination is read once. */
import type { StayTable, WordColumn } from '../../stay/stay-table.ts';
import type { Benefit } from './benefit.ts';
import { places } from './names.ts';
import type { Insured } from './pays.ts';

export type InsuredOfRows = {
  /** Combinations that the file says something about; undefined where it does not. */
  readonly kinds: readonly (Insured | undefined)[];
  /** Index into kinds; the first is nobody known. */
  readonly of: Uint16Array;
};

/** A hospital that `levels` lists is of that level, any other of the level it was loaded with. */
export function insuredOfRows({ count, words }: StayTable, benefit: Benefit): InsuredOfRows {
  const insurances = [...benefit.plans.keys()];
  const levels = [...new Set(benefit.levels.values())];
  const insurance = lookup(words.insurance, word => insurances.indexOf(benefit.insurance.get(word) ?? ''));
  const ofLevel = (word: string) => levels.indexOf(benefit.levels.get(word) ?? '');
  const [hospital, level] = [lookup(words.hospital, ofLevel), lookup(words.hospital_level, ofLevel)];
  const retired = lookup(words.patient_category, word => Number(benefit.retired.has(word)));
  const place = lookup(words.place, word => places.indexOf(benefit.places.get(word) ?? ('' as 'local')));
  const kinds: (Insured | undefined)[] = [undefined];
  const at = new Map<number, number>();
  const of = new Uint16Array(count);
  for (let i = 0; i < count; i++) {
    const byHospital = hospital(i);
    const [who, where, old, how] = [insurance(i), byHospital < 0 ? level(i) : byHospital, retired(i), place(i)];
    if (who < 0 || where < 0 || how < 0) continue;
    const key = ((who * levels.length + where) * 2 + old) * places.length + how;
    let kind = at.get(key);
    if (kind === undefined) {
      kind =
        kinds.push({ insurance: insurances[who]!, level: levels[where]!, retired: old === 1, place: places[how]!, aid: undefined }) - 1;
      at.set(key, kind);
    }
    of[i] = kind;
  }
  return { kinds: kinds.map(kind => (kind && says(benefit, kind) ? kind : undefined)), of };
}

const says = ({ plans, away }: Benefit, { insurance, level, place }: Insured): boolean =>
  plans.get(insurance)!.levels.has(level) && away[place] !== undefined;

/** A file without the column is all of the missing word. */
function lookup(column: WordColumn | undefined, indexOf: (word: string) => number): (row: number) => number {
  const known = Int16Array.from(column?.words ?? [''], indexOf);
  if (!column) return () => known[0]!;
  const { codes } = column;
  return row => known[codes[row]!]!;
}
