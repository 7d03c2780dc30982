/** Complications and exclusion groups as numbers: an effective complication is one whose group differs from that of the principal diagnosis. */
import type { Catalogue } from './catalogue.ts';
import type { CompiledCatalogue } from './compiled.ts';

/** Exclusion group of a complication that has none: no principal diagnosis carries it, so nothing excludes the complication. */
const NO_GROUP = 1;

export function compileSeverity(
  { complications, exclusions }: Catalogue,
  words: readonly string[],
): Pick<CompiledCatalogue, 'exclusionGroups' | 'mcc' | 'cc' | 'exclusion'> {
  const names = [...complications.mcc.values(), ...complications.cc.values(), ...exclusions.values()];
  // places 0 (not a complication, or a principal diagnosis without a group) and 1 (a complication without a group) have no name
  const exclusionGroups = ['', '', ...new Set(names.filter(name => name !== ''))];
  const numbers = new Map(exclusionGroups.map((name, number) => [name, number]));
  const groupOf = (name: string | undefined, nameless: number) => (name === undefined ? 0 : name === '' ? nameless : numbers.get(name)!);
  return {
    exclusionGroups,
    mcc: Uint16Array.from(words, word => groupOf(complications.mcc.get(word), NO_GROUP)),
    cc: Uint16Array.from(words, word => groupOf(complications.cc.get(word), NO_GROUP)),
    exclusion: Uint16Array.from(words, word => groupOf(exclusions.get(word), 0)),
  };
}
