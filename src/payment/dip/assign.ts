/**
 * The DIP group of every stay: the core group of diagnosis, main and related operations; else that of diagnosis and main operation; else
 * the comprehensive group of the 3-digit diagnosis and the kind of treatment; else none. Codes are numbers while rows are walked through.
 */
import type { StayTable } from '../../stay/stay-table.ts';
import type { DipKey } from './keys.ts';
import { threeDigits } from './keys.ts';
import { NO_PX, type Operations } from './operations.ts';
import { pairNumbers } from './pair-numbers.ts';
import { treatmentIndex } from './treatment.ts';

/** Which rule found the group, as GroupColumns.row has it; NO_ROW where none did. */
export const dipRules = ['core_related', 'core_main', 'core_conservative', 'comprehensive'] as const;
export const NO_RULE = 0xffff;

/** `group` is the place of the key + 1, 0 for none. */
export type Assigned = { readonly group: Uint16Array; readonly rule: Uint16Array };

export function assignGroups(stays: StayTable, keys: readonly DipKey[], operations: Operations): Assigned {
  const { count, dx, px } = stays;
  const book = bookOf(keys, px.words);
  const pairs = pairNumbers();
  // of the pairs of diagnosis and main operation met so far: the core group, and the page of those with related operations
  const core: number[] = [];
  const withRelated: (readonly Related[] | undefined)[] = [];
  const broad = dx.words.map(word => book.comprehensive.get(threeDigits(word)));
  const found = new Int32Array(operations.most + 1);
  const group = new Uint16Array(count);
  const rule = new Uint16Array(count).fill(NO_RULE);
  for (let row = 0; row < count; row++) {
    const at = dx.offsets[row]!;
    if (at === dx.offsets[row + 1]) continue;
    const diagnosis = dx.codes[at]!;
    const main = operations.main(row);
    let pair = pairs.numberOf(diagnosis, main);
    if (pair < 0) {
      pair = -1 - pair;
      const page = book.core.get(dx.words[diagnosis]!)?.get(main === NO_PX ? '' : px.words[main]!);
      core[pair] = page?.alone ?? 0;
      withRelated[pair] = page?.related;
    }
    const related = withRelated[pair];
    const combined = related === undefined ? 0 : groupWith(related, found, operations.related(row, found));
    if (combined !== 0) {
      group[row] = combined;
      rule[row] = 0;
    } else if (core[pair] !== 0) {
      group[row] = core[pair]!;
      rule[row] = main === NO_PX ? 2 : 1;
    } else {
      const comprehensive = broad[diagnosis]?.[operations.treatment(row)] ?? 0;
      if (comprehensive === 0) continue;
      group[row] = comprehensive;
      rule[row] = 3;
    }
  }
  return { group, rule };
}

type Related = { readonly words: Int32Array; readonly group: number };
type Page = { alone: number; related: Related[] | undefined };

function groupWith(known: readonly Related[], found: Int32Array, count: number): number {
  if (count === 0) return 0;
  for (const { words, group } of known) {
    if (words.length !== count) continue;
    let k = 0;
    while (k < count && words[k] === found[k]) k++;
    if (k === count) return group;
  }
  return 0;
}

/** The keys by diagnosis and main operation, the related operations as words of this load. */
function bookOf(keys: readonly DipKey[], pxWords: readonly string[]) {
  const wordOf = new Map(pxWords.map((word, i) => [word, i]));
  const core = new Map<string, Map<string, Page>>();
  const comprehensive = new Map<string, number[]>();
  for (const [i, key] of keys.entries()) {
    if (key.kind === 'comprehensive') {
      const byTreatment = comprehensive.get(key.dx) ?? [];
      byTreatment[treatmentIndex[key.treatment]] = i + 1;
      comprehensive.set(key.dx, byTreatment);
      continue;
    }
    const ofDiagnosis = core.get(key.dx) ?? new Map<string, Page>();
    core.set(key.dx, ofDiagnosis);
    const page: Page = ofDiagnosis.get(key.main) ?? { alone: 0, related: undefined };
    ofDiagnosis.set(key.main, page);
    if (key.related.length === 0) {
      page.alone = i + 1;
      continue;
    }
    const words = key.related.map(word => wordOf.get(word) ?? NO_PX);
    // an operation that this load never has cannot be met
    if (!words.includes(NO_PX)) page.related = [...(page.related ?? []), { words: Int32Array.from(words), group: i + 1 }];
  }
  return { core, comprehensive };
}
