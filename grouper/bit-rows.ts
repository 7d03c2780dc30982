/** Bit rows over the ADRG rows: for each kind of partial knowledge of a case, which rows can still hold. */
import { type Aspect, aspectsOf } from './aspects.ts';
import type { BitRows, SparseRows } from './compiled.ts';
import type { Condition } from './condition.ts';
import { type Ask, evaluate, NO } from './evaluate.ts';

/** A conjunct and the rows that need it, as bits. */
export type Need = { readonly condition: Condition; readonly aspects: ReadonlySet<Aspect>; readonly rows: Uint32Array };

/** Words of a bit row over this many ADRG rows. */
export const wordsFor = (count: number): number => Math.ceil(count / 32);

/** The conjuncts of all rows, equal ones once. `conjuncts[r]` are the conditions that must all hold for row r. */
export function needsOf(conjuncts: readonly (readonly Condition[])[]): Need[] {
  const width = wordsFor(conjuncts.length);
  const needs = new Map<string, Need>();
  for (const [r, parts] of conjuncts.entries()) {
    for (const condition of parts) {
      const key = identity(condition);
      const need = needs.get(key) ?? { condition, aspects: aspectsOf(condition).aspects, rows: new Uint32Array(width) };
      needs.set(key, need);
      need.rows[r >>> 5]! |= 1 << (r & 31);
    }
  }
  return [...needs.values()];
}

/** Collects bit rows over `count` ADRG rows; an equal row is given the same place. */
export function sharedRows(count: number) {
  const width = wordsFor(count);
  const rows: Uint32Array[] = [];
  const places = new Map<string, number>();
  return {
    /** Place (in words) of the row of everything that can hold when the atoms are answered so. */
    place(needs: readonly Need[], ask: Ask): number {
      const row = Uint32Array.from({ length: width }, (_, w) => (count - 32 * w >= 32 ? 0xffffffff : (1 << (count - 32 * w)) - 1));
      for (const need of needs) {
        if (evaluate(need.condition, ask) !== NO) continue;
        for (let w = 0; w < width; w++) row[w]! &= ~need.rows[w]!;
      }
      const key = row.join();
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, rows.length * width);
      return (rows.push(row) - 1) * width;
    },
    words(): Uint32Array {
      const words = new Uint32Array(rows.length * width);
      for (const [i, row] of rows.entries()) words.set(row, i * width);
      return words;
    },
  };
}

/** Writes bit rows short; most words of a principal diagnosis are 0, since only the rows of a few MDCs are left. */
export function sparse({ words, of, none }: BitRows, width: number): SparseRows {
  const short: number[] = [];
  const places = new Map<number, number>();
  for (let place = 0; place < words.length; place += width) {
    places.set(place, short.length);
    const row = [...words.subarray(place, place + width)].flatMap((word, w) => (word === 0 ? [] : [w, word]));
    short.push(row.length / 2, ...row);
  }
  return { words: Uint32Array.from(short), of: of.map(place => places.get(place)!), none: places.get(none)! };
}

/** Two conditions are the same when they have the same shape and name the same lists. */
const identity = (condition: Condition): string => JSON.stringify(condition);
