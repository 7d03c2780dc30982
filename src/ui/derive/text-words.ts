/** The texts of a column that has neither numbers nor a dictionary, as a dictionary of the rows asked for; made for each row, so such columns are of small tables. */
import { shownText } from '../table/looks.ts';
import type { Column, Words } from '../table/sheet.ts';
import { inTurns, type Slow } from '../work.ts';

/** A text takes a microsecond or two. */
const TURN = 512;

export function* textWords(column: Column, rows: Uint32Array): Slow<Words> {
  const places = new Map<string, number>();
  const codes = new Map<number, number>();
  const read = (from: number, to: number) => {
    for (const row of rows.subarray(from, to)) {
      const text = shownText(column, row);
      const code = places.get(text) ?? places.size;
      places.set(text, code);
      codes.set(row, code);
    }
  };
  yield* inTurns(rows.length, read, TURN);
  const words = [...places.keys()];
  return { count: words.length, word: code => words[code] ?? '', codeOf: row => codes.get(row) ?? 0 };
}
