/** Text as a reader compares it: full-width and half-width, upper and lower case are the same. */
import type { Slow } from '../work.ts';
import type { Words } from './sheet.ts';

export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

const known = new WeakMap<Words, readonly string[]>();
/** Words at a time: a thousand take a millisecond. */
const TURN = 1_024;

/** What filtering looks at in every word of a dictionary; worked out once a dictionary. */
export function* foldedWords(words: Words): Slow<readonly string[]> {
  const before = known.get(words);
  if (before) return before;
  const texts: string[] = [];
  for (let code = 0; code < words.count; code++) {
    texts.push(folded(words.searched?.(code) ?? words.word(code)));
    if (code % TURN === TURN - 1) yield code / words.count;
  }
  known.set(words, texts);
  return texts;
}
