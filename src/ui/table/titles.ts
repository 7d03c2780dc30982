/** A word in both languages: a column may be named by either while people type. */
import { speaker, type Word } from '../words.ts';

export const titlesOf = (word: Word): readonly string[] => [speaker('zh')(word), speaker('en')(word)];
