/**
 * The times that the persons of one visit were in the hospital. Bills whose dates touch are one time: they begin on one day, overlap, or the
 * next begins on the day the one before ended or the day after. A bill without dates goes by its day of settling.
 */
import { NO_ROW } from './gather-numbers.ts';
import { MOST_PERSONS } from './same-person.ts';
import { NO_DATE, type StayTable } from './stay-table.ts';

export type SpellReader = {
  /** Reads the rows of a visit; gives the number of spells. Those of a person stand together, in order of their beginning. */
  read(rows: Uint32Array, persons: Uint32Array): number;
  /** Of the visit that was read last: spell of its rows, person and first row of its spells. */
  readonly of: Uint32Array;
  readonly person: Uint32Array;
  readonly first: Uint32Array;
  /** The spell of a person that the dates of a row touch, or -1. */
  spellOf(person: number, row: number): number;
};

/** For visits of at most `most` rows. */
export function spellReader({ admitted, discharged, settled }: StayTable, most: number): SpellReader {
  const of = new Uint32Array(most);
  const person = new Uint32Array(most);
  const first = new Uint32Array(most);
  const from = new Float64Array(most);
  const to = new Float64Array(most);
  const order = new Uint32Array(most);
  const begins = new Uint32Array(most + MOST_PERSONS);
  const ends = new Uint32Array(most + MOST_PERSONS);
  let count = 0;

  const dateOf = (dates: Int32Array | undefined, row: number): number => dates?.[row] ?? NO_DATE;
  const beginOf = (row: number): number => (dateOf(admitted, row) === NO_DATE ? dateOf(discharged, row) : dateOf(admitted, row));
  // without one of the two dates a bill is known to touch the other
  const endOf = (row: number): number => Math.max(beginOf(row), dateOf(discharged, row));

  function open(whose: number, begin: number, end: number): number {
    if (begins[whose] === ends[whose]) begins[whose] = count;
    ends[whose] = count + 1;
    person[count] = whose;
    from[count] = begin;
    to[count] = end;
    first[count] = NO_ROW;
    return count++;
  }

  function put(i: number, row: number, spell: number): void {
    of[i] = spell;
    if (row < first[spell]!) first[spell] = row;
  }

  /** The last spell of a person that begins on a day or before it, or -1. */
  function lastBefore(whose: number, day: number): number {
    let low = begins[whose]!;
    let high = ends[whose]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (from[middle]! <= day) low = middle + 1;
      else high = middle;
    }
    return low > begins[whose]! ? low - 1 : -1;
  }

  /** Without dates: by the day of settling, which is late rather than early; the first spell when none had begun. */
  function spellBySettling(whose: number, row: number): number {
    if (begins[whose] === ends[whose]) return -1;
    return Math.max(lastBefore(whose, dateOf(settled, row)), begins[whose]!);
  }

  return {
    of,
    person,
    first,
    read(rows, persons) {
      count = 0;
      for (let i = 0; i < rows.length; i++) {
        order[i] = i;
        begins[persons[i]!] = 0;
        ends[persons[i]!] = 0;
      }
      const inOrder = order.subarray(0, rows.length);
      inOrder.sort((a, b) => persons[a]! - persons[b]! || beginOf(rows[a]!) - beginOf(rows[b]!) || a - b);
      for (const i of inOrder) {
        const row = rows[i]!;
        const begin = beginOf(row);
        if (begin === NO_DATE) continue;
        const last = count - 1;
        const touches = count > 0 && person[last] === persons[i] && begin <= to[last]! + 1;
        const spell = touches ? last : open(persons[i]!, begin, endOf(row));
        to[spell] = Math.max(to[spell]!, endOf(row));
        put(i, row, spell);
      }
      for (const i of inOrder) {
        const row = rows[i]!;
        if (beginOf(row) !== NO_DATE) continue;
        let spell = spellBySettling(persons[i]!, row);
        if (spell < 0) spell = open(persons[i]!, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
        put(i, row, spell);
      }
      return count;
    },
    spellOf(whose, row) {
      if (beginOf(row) === NO_DATE) return spellBySettling(whose, row);
      const spell = lastBefore(whose, endOf(row) + 1);
      return spell >= 0 && to[spell]! + 1 >= beginOf(row) ? spell : -1;
    },
  };
}
