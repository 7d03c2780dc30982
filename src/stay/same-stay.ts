/**
 * Which settlements make one stay: those of one visit and one person whose dates touch, as interim bills of a long stay and the two bills of
 * a stay that crosses the year do. A visit number that comes back later is another stay: hospitals number visits anew, or give the record
 * number for a visit.
 */
import { NO_ROW } from './gather-numbers.ts';
import { type PersonReader, personReader } from './same-person.ts';
import { COUNTS, type Reversals } from './standing.ts';
import type { StayTable } from './stay-table.ts';
import { type SpellReader, spellReader } from './visit-spells.ts';

export type SameStay = {
  /** The first row of the stay that a row belongs to; NO_ROW where it belongs to none. */
  readonly lead: Uint32Array;
  /** Rows that count and are not the first of their stay. */
  readonly joined: number;
  /** The first row of the second stay of each visit whose number is used twice. */
  readonly repeats: readonly number[];
};

/** Rows that do not count make no stay and hold none together; they go with the stay they fit. */
export function sameStays(table: StayTable, reversals: Reversals | undefined): SameStay {
  const { count, visitKey } = table;
  const lead = new Uint32Array(count);
  for (let row = 0; row < count; row++) lead[row] = reversals === undefined || reversals.standing[row] === COUNTS ? row : NO_ROW;
  if (!visitKey) return { lead: followSettlement(table, reversals, lead), joined: 0, repeats: [] };
  const { starts, rows, most } = visitsOfSeveral(visitKey.codes, visitKey.words.length);
  const readers = { persons: personReader(table), personOf: new Uint32Array(most), spells: spellReader(table, most) };
  const repeats: number[] = [];
  let joined = 0;
  for (let visit = 0; visit + 1 < starts.length; visit++) {
    const all = rows.subarray(starts[visit], starts[visit + 1]);
    const counting = reversals ? all.filter(row => reversals.standing[row] === COUNTS) : all;
    if (counting.length === 0) continue;
    joined += counting.length - readVisit(counting, { readers, lead, repeats });
    if (reversals && counting.length < all.length) followVisit(all, { readers, lead, reversals });
  }
  return { lead: followSettlement(table, reversals, lead), joined, repeats };
}

/** Rows of the visits that have more than one, visit by visit in the order of their first rows; the most rows that one has. */
function visitsOfSeveral(codes: Uint32Array, words: number) {
  const rowsOf = new Uint32Array(words);
  for (let row = 0; row < codes.length; row++) rowsOf[codes[row]!]!++;
  rowsOf[0] = 0;
  let visits = 0;
  let all = 0;
  let most = 0;
  for (let code = 1; code < words; code++) {
    if (rowsOf[code]! < 2) continue;
    visits++;
    all += rowsOf[code]!;
    most = Math.max(most, rowsOf[code]!);
  }
  const starts = new Uint32Array(visits + 1);
  const rows = new Uint32Array(all);
  if (visits === 0) return { starts, rows, most };
  const next = new Uint32Array(words).fill(NO_ROW);
  let visit = 0;
  let end = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (rowsOf[code]! < 2) continue;
    if (next[code] === NO_ROW) {
      next[code] = end;
      end += rowsOf[code]!;
      starts[++visit] = end;
    }
    rows[next[code]!++] = row;
  }
  return { starts, rows, most };
}

type Readers = { readonly persons: PersonReader; readonly personOf: Uint32Array; readonly spells: SpellReader };

/** Gives the number of stays. */
function readVisit(
  rows: Uint32Array,
  { readers, lead, repeats }: { readonly readers: Readers; readonly lead: Uint32Array; readonly repeats: number[] },
): number {
  const { persons, personOf, spells } = readers;
  persons.read(rows, personOf);
  const stays = spells.read(rows, personOf);
  for (let i = 0; i < rows.length; i++) lead[rows[i]!] = spells.first[spells.of[i]!]!;
  const repeat = stays > 1 ? secondStay(stays, readers) : NO_ROW;
  if (repeat !== NO_ROW) repeats.push(repeat);
  return stays;
}

/** Where a visit number stands on two stays that are not those of a mother and her children: the first row of the second one. */
function secondStay(stays: number, { persons, spells }: Readers): number {
  let second = NO_ROW;
  let grown = NO_ROW;
  for (let spell = 0; spell < stays; spell++) {
    const person = spells.person[spell]!;
    const first = spells.first[spell]!;
    const newborn = persons.isNewborn(person);
    const before = newborn ? (spell > 0 && spells.person[spell - 1] === person ? spells.first[spell - 1]! : NO_ROW) : grown;
    if (before !== NO_ROW) second = Math.min(second, Math.max(before, first));
    if (!newborn) grown = Math.min(grown, first);
  }
  return second;
}

/** A reversal goes where the bill it takes back goes: it may lack the dates of its own. */
function followVisit(
  all: Uint32Array,
  { readers, lead, reversals }: { readonly readers: Readers; readonly lead: Uint32Array; readonly reversals: Reversals },
): void {
  const { persons, spells } = readers;
  for (const row of all) {
    if (reversals.standing[row] === COUNTS) continue;
    const bill = reversals.billOf[row] === NO_ROW ? row : reversals.billOf[row]!;
    const person = persons.personOf(bill);
    const spell = person < 0 ? -1 : spells.spellOf(person, bill);
    if (spell >= 0) lead[row] = spells.first[spell]!;
  }
}

/** What no visit leads to a stay may share the number of a settlement that counts. */
function followSettlement({ count, settlementKey }: StayTable, reversals: Reversals | undefined, lead: Uint32Array): Uint32Array {
  if (!reversals) return lead;
  const { standing, billOf } = reversals;
  if (settlementKey) {
    const { codes, words } = settlementKey;
    const leadOf = new Uint32Array(words.length).fill(NO_ROW);
    for (let row = count - 1; row >= 0; row--) if (standing[row] === COUNTS) leadOf[codes[row]!] = lead[row]!;
    leadOf[0] = NO_ROW;
    for (let row = 0; row < count; row++) if (lead[row] === NO_ROW) lead[row] = leadOf[codes[row]!]!;
  }
  for (let row = 0; row < count; row++) if (billOf[row] !== NO_ROW) lead[row] = lead[billOf[row]!]!;
  return lead;
}
