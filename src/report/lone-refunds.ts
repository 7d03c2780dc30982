/** Refunds of bills that are not there count nowhere: how many, and what they come to. */
import type { Language } from '../language.ts';
import type { Settlements } from '../stay/settlements.ts';
import { count, yuan } from './format.ts';
import { loadWords } from './load-words.ts';
import { filled } from './words.ts';

export function loneRefunds({ unmatched }: Pick<Settlements, 'unmatched'>, language: Language): readonly string[] {
  if (!unmatched) return [];
  return [filled(loadWords[language].loneRefunds, { n: count(unmatched.settlements), yuan: yuan(unmatched.fen) })];
}
