/** What differs between two standings of the same tables: papers that came, went, or say something else, by month and field by field. */

import { yuanText } from '../../money.ts';
import { dayText } from '../day-text.ts';
import { lineRange, listAt, numberAt, type Place, sameCell, sameLines, saysSomething, wordAt } from './cells.ts';
import { NOWHERE, type Standing } from './latest.ts';
import { type MonthOf, monthsOf } from './months.ts';
import { isMoneyColumn } from './shown-cell.ts';
import type { UnifiedColumn, UnifiedTables } from './unified.ts';

const changeKinds = ['added', 'removed', 'corrected'] as const;
export type ChangeKind = (typeof changeKinds)[number];
export type ChangeCounts = Readonly<Record<ChangeKind, number>>;

/** One field of one paper; texts as our own layout writes them, '' is missing. Item lines are one field: their number and sum. */
export type Change = { readonly key: string; readonly field: string; readonly before: string; readonly after: string };

export type Changes = ChangeCounts & {
  /** By month of discharge, `2025-03`; '' where the paper has no date. A paper that moves from one month to another is in both. */
  readonly months: ReadonlyMap<string, ChangeCounts>;
  /** Corrected papers by field. */
  readonly fields: Readonly<Record<string, number>>;
  /** The first corrected fields; `fields` counts all. */
  readonly list: readonly Change[];
};

/** Every load is kept, so that the rest can be worked out again. */
const LISTED_CHANGES = 100_000;

export function changesBetween(tables: UnifiedTables, before: Standing, after: Standing): Changes {
  const monthOf = monthsOf(tables);
  const counts = { added: 0, removed: 0, corrected: 0 };
  const months = new Map<string, Record<ChangeKind, number>>();
  const fields: Record<string, number> = {};
  const list: Change[] = [];
  for (let paper = 0; paper < after.table.length; paper++) {
    const was = placeOf(before, paper);
    const is = placeOf(after, paper);
    if (was === undefined && is === undefined) continue;
    if (isSamePlace(paper, before, after)) continue;
    const found = was && is ? differences(tables, { paper, before, after }, was, is) : undefined;
    if (found?.length === 0) continue;
    const kind = found ? 'corrected' : is ? 'added' : 'removed';
    counts[kind]++;
    countMonths(months, kind, [was, is], monthOf);
    for (const change of found ?? []) {
      fields[change.field] = (fields[change.field] ?? 0) + 1;
      if (list.length < LISTED_CHANGES) list.push(change);
    }
  }
  return { ...counts, months, fields, list };
}

const isSamePlace = (paper: number, before: Standing, after: Standing): boolean =>
  before.table[paper] === after.table[paper] &&
  before.row[paper] === after.row[paper] &&
  before.lineTable[paper] === after.lineTable[paper] &&
  before.lineRow[paper] === after.lineRow[paper];

function placeOf({ table, row }: Standing, paper: number): Place | undefined {
  return table[paper] === NOWHERE ? undefined : { table: table[paper]!, row: row[paper]! };
}

function countMonths(
  months: Map<string, Record<ChangeKind, number>>,
  kind: ChangeKind,
  places: readonly (Place | undefined)[],
  monthOf: MonthOf,
): void {
  let counted: string | undefined;
  for (const place of places) {
    const month = place && monthOf(place);
    if (month === undefined || month === counted) continue;
    const own = months.get(month) ?? { added: 0, removed: 0, corrected: 0 };
    own[kind]++;
    months.set(month, own);
    counted = month;
  }
}

type Compared = { readonly paper: number; readonly before: Standing; readonly after: Standing };

function differences(tables: UnifiedTables, { paper, before, after }: Compared, was: Place, is: Place): readonly Change[] {
  const key = keyAt(tables, is);
  const changed = tables.columns
    .filter(column => saysSomething(column) && !sameCell(column, was, is))
    .map(column => ({ key, field: column.name, before: shown(column, was), after: shown(column, is) }));
  const linesWere = { table: before.lineTable[paper]!, row: before.lineRow[paper]! };
  const linesAre = { table: after.lineTable[paper]!, row: after.lineRow[paper]! };
  if (sameLines(tables, linesWere, linesAre)) return changed;
  return [...changed, { key, field: 'charges', before: shownLines(tables, linesWere), after: shownLines(tables, linesAre) }];
}

function keyAt({ columns }: UnifiedTables, place: Place): string {
  for (const name of ['settlement_key', 'visit_id', 'patient_key']) {
    const column = columns.find(one => one.name === name);
    const word = column?.kind === 'words' ? column.words[wordAt(column, place)] : '';
    if (word) return word;
  }
  return '';
}

function shown(column: UnifiedColumn, place: Place): string {
  switch (column.kind) {
    case 'words':
      return column.words[wordAt(column, place)]!;
    case 'lists':
      return listAt(column, place).join('|');
    case 'numbers': {
      const value = numberAt(column, place);
      if (Object.is(value, column.missing)) return '';
      if (isMoneyColumn(column.name)) return yuanText(value);
      return isDay(column) ? dayText(value) : String(value);
    }
  }
}

const days = new Set(['admitted', 'discharged', 'settled']);
const isDay = ({ name }: UnifiedColumn): boolean => days.has(name);

/** `12 lines, 3456.70`: what a person compares first. */
function shownLines({ lines }: UnifiedTables, place: Place): string {
  const { from, to } = place.table === NOWHERE || !lines ? { from: 0, to: 0 } : lineRange(lines, place);
  if (from === to) return '';
  const amount = lines!.columns.find(({ name }) => name === 'amount');
  let sum = 0;
  for (let row = from; row < to; row++) {
    sum += amount?.kind === 'numbers' ? numberAt(amount, { table: place.table, row }) || 0 : 0;
  }
  return `${to - from}: ${yuanText(sum)}`;
}
