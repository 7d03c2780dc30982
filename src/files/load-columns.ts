/** The columns of one load while it is being read: shared by all of its files, each of which adds its rows. */
import type { OwnColumn } from '../stay/own-layout.ts';
import {
  type IdentifierField,
  identifierFields,
  MISSING,
  type MoneyField,
  moneyFields,
  NO_DATE,
  type SourceFile,
  type StayTable,
  type WordField,
  wordFields,
} from '../stay/stay-table.ts';
import { dateFields, flagFields, type hoursFields, type NumberField, wholeFields } from './fields.ts';
import { amounts, type Gathered, positions, wholeNumbers } from './gathered.ts';
import { gatheredLists } from './list-reader.ts';
import { FLAG_UNKNOWN, orderNumbers, staffNumbers } from './meanings.ts';
import { type WordList, wordList } from './word-list.ts';

export type LoadColumns = ReturnType<typeof loadColumns>;

export type WordName = WordField | IdentifierField | 'patient_key' | 'visit_key' | 'settlement_key' | 'insurer_drg' | 'insurer_weight';
export type AmountName = MoneyField | (typeof hoursFields)[number] | 'insurer_payment';

export function loadColumns(nameStaff: (name: string) => string = staffNumbers()) {
  const dx = wordList();
  const px = wordList();
  return {
    words: new Map<WordName, { readonly list: WordList; readonly codes: Gathered<Uint32Array> }>(),
    numbers: new Map<NumberField, Gathered<Int32Array>>(),
    money: new Map<AmountName, Gathered<Float64Array>>(),
    codes: { dx, px },
    lists: { dx: gatheredLists(dx.words), px: gatheredLists(px.words) },
    sourceFile: positions(),
    sourceRow: positions(),
    staffNumber: nameStaff,
    /** Only to join papers of one load: a number in order of appearance finds nobody again. */
    patientNumber: orderNumbers(),
    visitNumber: orderNumbers(),
    settlementNumber: orderNumbers(),
  };
}

/** The column of a field, made when a file has it for the first time. */
export const wordsOf = ({ words }: LoadColumns, field: WordName) => made(words, field, () => ({ list: wordList(), codes: positions() }));
export const numbersOf = ({ numbers }: LoadColumns, field: NumberField) => made(numbers, field, () => wholeNumbers(missingMark(field)));
export const moneyOf = ({ money }: LoadColumns, field: AmountName) => made(money, field, amounts);

function made<K, V>(columns: Map<K, V>, field: K, make: () => V): V {
  const known = columns.get(field);
  if (known !== undefined) return known;
  const column = make();
  columns.set(field, column);
  return column;
}

export function missingMark(field: NumberField): number {
  if (has(wholeFields, field)) return MISSING;
  if (has(dateFields, field)) return NO_DATE;
  return has(flagFields, field) ? FLAG_UNKNOWN : 0;
}

const has = (fields: readonly string[], field: OwnColumn): boolean => fields.includes(field);

/** The finished table. */
export function stayTable(load: LoadColumns, count: number, files: readonly SourceFile[]): StayTable {
  const numbers = (field: NumberField): Int32Array => numbersOf(load, field).whole(count);
  const given = (field: NumberField): Int32Array | undefined => load.numbers.get(field)?.whole(count);
  const flag = (field: NumberField): Uint8Array | undefined => optional(given(field), values => new Uint8Array(values));
  const words = (field: WordName) =>
    optional(load.words.get(field), ({ codes, list }) => ({ codes: codes.whole(count), words: list.words }));
  const identifiers = present(Object.fromEntries(identifierFields.map(field => [field, words(field)])));
  const insurer = present({
    drg: words('insurer_drg'),
    weight: words('insurer_weight'),
    payment: load.money.get('insurer_payment')?.whole(count),
  });
  return {
    count,
    words: present(Object.fromEntries(wordFields.map(field => [field, words(field)]))),
    sex: new Uint8Array(numbers('sex')),
    age: new Int16Array(numbers('age')),
    ageDays: new Int16Array(numbers('age_days')),
    birthWeight: numbers('birth_weight_g'),
    dx: load.lists.dx.whole(count),
    px: load.lists.px.whole(count),
    days: numbers('days'),
    ...present({
      admitted: given('admitted'),
      discharged: given('discharged'),
      settled: given('settled'),
      daySurgery: flag('day_surgery'),
      readmitPlanned: flag('readmit_planned'),
      refunded: flag('refunded'),
      icuHours: load.money.get('icu_hours')?.whole(count),
      ventHours: load.money.get('vent_hours')?.whole(count),
      patientKey: words('patient_key'),
      identifiers: Object.keys(identifiers).length > 0 ? identifiers : undefined,
      settlementKey: words('settlement_key'),
      visitKey: words('visit_key'),
      insurer: Object.keys(insurer).length > 0 ? insurer : undefined,
    }),
    money: present(Object.fromEntries(moneyFields.map(field => [field, load.money.get(field)?.whole(count)]))),
    files,
    sourceFile: new Uint16Array(load.sourceFile.whole(count)),
    sourceRow: load.sourceRow.whole(count),
  };
}

const optional = <A, B>(value: A | undefined, then: (value: A) => B): B | undefined => (value === undefined ? undefined : then(value));

/** Without the columns that no file has. */
const present = <T extends Readonly<Record<string, unknown>>>(columns: T) =>
  Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>;
  };
