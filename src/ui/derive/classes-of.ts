/** Puts every row into the class of its value: words as they are, numbers as they are or in ranges. Rows only look up marks; texts are made per class. */
import { type Column, holdsNumbers } from '../table/sheet.ts';
import type { Slow } from '../work.ts';
import type { Classes } from './class.ts';
import { numberClasses } from './number-classes.ts';
import { textWords } from './text-words.ts';
import { wordClasses } from './word-classes.ts';

export function* classesOf(column: Column, rows: Uint32Array): Slow<Classes> {
  if (holdsNumbers(column)) return yield* numberClasses(column, rows);
  return yield* wordClasses(column.words ?? (yield* textWords(column, rows)), rows);
}
