/** The fields of a table of stays as plain lists, by the names of casemix's own columns: what a load says, to be compared with another load. */

import {
  type MoneyField,
  moneyFields,
  type StayTable,
  type WordColumn,
  type WordField,
  wordAt,
  wordFields,
} from '../../src/stay/stay-table.ts';
import { type HeldColumn, holds } from '../../src/synth/layouts/holds.ts';
import { codesOf } from './loading.ts';

export type Fields = Readonly<Partial<Record<HeldColumn, readonly unknown[]>>>;

/** `stay_id` says only whether every stay has one of its own, `patient_key` which stays are of one patient: layouts have different numbers. */
export function fieldsOf(table: StayTable): Fields {
  const all = holds(['casemix']).map(column => [column, fieldOf(table, column)] as const);
  return Object.fromEntries(all.filter(([, cells]) => cells !== undefined));
}

function fieldOf(table: StayTable, column: HeldColumn): readonly unknown[] | undefined {
  const list = (cells: ArrayLike<number> | undefined) => cells && Array.from(cells);
  if (isOne(wordFields, column)) return words(table.words[column as WordField], table.count);
  if (isOne(moneyFields, column)) return list(table.money[column as MoneyField]);
  switch (column) {
    case 'stay_id':
      return table.settlementKey && firsts(words(table.settlementKey, table.count)!);
    case 'patient_key':
      return table.patientKey && firsts(words(table.patientKey, table.count)!);
    case 'sex':
      return list(table.sex);
    case 'age':
      return list(table.age);
    case 'age_days':
      return list(table.ageDays);
    case 'birth_weight_g':
      return list(table.birthWeight);
    case 'days':
      return list(table.days);
    case 'admitted':
      return list(table.admitted);
    case 'discharged':
      return list(table.discharged);
    case 'settled':
      return list(table.settled);
    case 'day_surgery':
      return list(table.daySurgery);
    case 'readmit_planned':
      return list(table.readmitPlanned);
    case 'refunded':
      return list(table.refunded);
    case 'icu_hours':
      return list(table.icuHours);
    case 'vent_hours':
      return list(table.ventHours);
    case 'dx':
    case 'px':
      return Array.from({ length: table.count }, (_, row) => codesOf(table, column, row).join('|'));
    default:
      throw new Error(`no such column: ${column}`);
  }
}

const words = (column: WordColumn | undefined, count: number): readonly string[] | undefined =>
  column && Array.from({ length: count }, (_, row) => wordAt(column, row));

/** Each text by the place where it first stood. */
const firsts = (texts: readonly string[]): readonly number[] => texts.map(text => texts.indexOf(text));

const isOne = (names: readonly string[], column: string): boolean => names.includes(column);
