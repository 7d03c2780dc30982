/**
 * A stay table as a list of named columns of three shapes, and back: what saves, lays end to end or compares tables goes over this list and
 * knows no column by name. Names are those of our own layout. The settlements of a netted table are none of it: loads are kept as read.
 */
import type { CodeLists } from '../../grouper/cases.ts';
import type { ChargeLines } from './charge-lines.ts';
import {
  identifierFields,
  MISSING,
  type MoneyField,
  moneyFields,
  NO_DATE,
  type SourceFile,
  type StayTable,
  type WordColumn,
  wordFields,
} from './stay-table.ts';
import type { WaitingLines } from './waiting-lines.ts';

export type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array | Float64Array;

export type TableColumn =
  | { readonly kind: 'numbers'; readonly values: NumberArray }
  | { readonly kind: 'words'; readonly codes: Uint32Array; readonly words: readonly string[] }
  | { readonly kind: 'lists'; readonly offsets: Uint32Array; readonly codes: Uint32Array; readonly words: readonly string[] };

export type TableColumns = ReadonlyMap<string, TableColumn>;

/** Rows of stays, and the item lines that belong to them. */
export type FlatTable = {
  readonly count: number;
  readonly columns: TableColumns;
  readonly files: readonly SourceFile[];
  readonly lines: FlatLines | undefined;
  /** Lines that wait for their stays, and by the place of each stay the numbers that name it. */
  readonly waiting?: { readonly lines: FlatLines; readonly named: TableColumns } | undefined;
};

export type FlatLines = { readonly count: number; readonly columns: TableColumns };

type Shape = { readonly kind: 'numbers'; readonly missing: number; make(size: number): NumberArray } | { readonly kind: 'words' | 'lists' };

const bytes = (missing: number): Shape => ({ kind: 'numbers', missing, make: size => new Uint8Array(size) });
const shorts = (missing: number): Shape => ({ kind: 'numbers', missing, make: size => new Int16Array(size) });
const files: Shape = { kind: 'numbers', missing: 0, make: size => new Uint16Array(size) };
const wholes = (missing: number): Shape => ({ kind: 'numbers', missing, make: size => new Int32Array(size) });
const places: Shape = { kind: 'numbers', missing: 0, make: size => new Uint32Array(size) };
const reals: Shape = { kind: 'numbers', missing: Number.NaN, make: size => new Float64Array(size) };
const words: Shape = { kind: 'words' };
const lists: Shape = { kind: 'lists' };

/** Every column a stay may have, with the mark of a missing cell; the words of a cell that is missing are word 0, its list is empty. */
export const rowShapes: Readonly<Record<string, Shape>> = {
  settlement_key: words,
  visit_id: words,
  patient_key: words,
  ...Object.fromEntries(identifierFields.map(field => [field, words])),
  ...Object.fromEntries(wordFields.map(field => [field, words])),
  sex: bytes(0),
  age: shorts(MISSING),
  age_days: shorts(MISSING),
  birth_weight_g: wholes(MISSING),
  admitted: wholes(NO_DATE),
  discharged: wholes(NO_DATE),
  days: wholes(MISSING),
  day_surgery: bytes(2),
  icu_hours: reals,
  vent_hours: reals,
  readmit_planned: bytes(2),
  dx: lists,
  px: lists,
  ...Object.fromEntries(moneyFields.map(field => [field, reals])),
  settled: wholes(NO_DATE),
  refunded: bytes(2),
  insurer_drg: words,
  insurer_weight: words,
  insurer_payment: reals,
  source_file: files,
  source_row: places,
};

export const lineShapes: Readonly<Record<string, Shape>> = {
  stay: places,
  charge_category: bytes(0),
  item_code: words,
  item_name: words,
  quantity: reals,
  price: reals,
  amount: reals,
  charged: wholes(NO_DATE),
  selfpay_share: reals,
  source_file: files,
  source_row: places,
};

export function flatTable(table: StayTable): FlatTable {
  const { count, money, insurer, charges, waiting } = table;
  return {
    count,
    columns: given({
      settlement_key: wordColumn(table.settlementKey),
      visit_id: wordColumn(table.visitKey),
      patient_key: wordColumn(table.patientKey),
      ...Object.fromEntries(identifierFields.map(field => [field, wordColumn(table.identifiers?.[field])])),
      ...Object.fromEntries(wordFields.map(field => [field, wordColumn(table.words[field])])),
      sex: numbers(table.sex),
      age: numbers(table.age),
      age_days: numbers(table.ageDays),
      birth_weight_g: numbers(table.birthWeight),
      admitted: numbers(table.admitted),
      discharged: numbers(table.discharged),
      days: numbers(table.days),
      day_surgery: numbers(table.daySurgery),
      icu_hours: numbers(table.icuHours),
      vent_hours: numbers(table.ventHours),
      readmit_planned: numbers(table.readmitPlanned),
      dx: { kind: 'lists', ...table.dx },
      px: { kind: 'lists', ...table.px },
      ...Object.fromEntries(moneyFields.map(field => [field, numbers(money[field])])),
      settled: numbers(table.settled),
      refunded: numbers(table.refunded),
      insurer_drg: wordColumn(insurer?.drg),
      insurer_weight: wordColumn(insurer?.weight),
      insurer_payment: numbers(insurer?.payment),
      source_file: numbers(table.sourceFile),
      source_row: numbers(table.sourceRow),
    }),
    files: table.files,
    lines: charges && flatLines(charges),
    waiting: waiting && {
      lines: flatLines(waiting.lines),
      named: given({ settlement_key: wordColumn(waiting.named.settlementKey), visit_id: wordColumn(waiting.named.visitKey) }),
    },
  };
}

const flatLines = (charges: ChargeLines): FlatLines => ({
  count: charges.count,
  columns: given({
    stay: numbers(charges.stay),
    charge_category: numbers(charges.category),
    item_code: wordColumn(charges.item),
    item_name: wordColumn(charges.name),
    quantity: numbers(charges.quantity),
    price: numbers(charges.price),
    amount: numbers(charges.amount),
    charged: numbers(charges.charged),
    selfpay_share: numbers(charges.selfpayShare),
    source_file: numbers(charges.sourceFile),
    source_row: numbers(charges.sourceRow),
  }),
});

const numbers = (values: NumberArray | undefined): TableColumn | undefined => values && { kind: 'numbers', values };
const wordColumn = (column: WordColumn | undefined): TableColumn | undefined => column && { kind: 'words', ...column };

const given = (columns: Readonly<Record<string, TableColumn | undefined>>): TableColumns =>
  new Map(Object.entries(columns).flatMap(([name, column]) => (column ? [[name, column] as const] : [])));

export function stayTableOf({ count, columns, files, lines, waiting }: FlatTable): StayTable {
  const { numberOf, wordsOf, listsOf } = readersOf(columns);
  const insurer = present({
    drg: wordsOf('insurer_drg'),
    weight: wordsOf('insurer_weight'),
    payment: numberOf<Float64Array>('insurer_payment'),
  });
  const identifiers = present(Object.fromEntries(identifierFields.map(field => [field, wordsOf(field)])));
  return {
    count,
    words: present(Object.fromEntries(wordFields.map(field => [field, wordsOf(field)]))),
    sex: known(numberOf<Uint8Array>('sex')),
    age: known(numberOf<Int16Array>('age')),
    ageDays: known(numberOf<Int16Array>('age_days')),
    birthWeight: known(numberOf<Int32Array>('birth_weight_g')),
    dx: known(listsOf('dx')),
    px: known(listsOf('px')),
    days: known(numberOf<Int32Array>('days')),
    ...present({
      admitted: numberOf<Int32Array>('admitted'),
      discharged: numberOf<Int32Array>('discharged'),
      settled: numberOf<Int32Array>('settled'),
      daySurgery: numberOf<Uint8Array>('day_surgery'),
      readmitPlanned: numberOf<Uint8Array>('readmit_planned'),
      refunded: numberOf<Uint8Array>('refunded'),
      icuHours: numberOf<Float64Array>('icu_hours'),
      ventHours: numberOf<Float64Array>('vent_hours'),
      patientKey: wordsOf('patient_key'),
      settlementKey: wordsOf('settlement_key'),
      visitKey: wordsOf('visit_id'),
      insurer: Object.keys(insurer).length > 0 ? insurer : undefined,
      identifiers: Object.keys(identifiers).length > 0 ? identifiers : undefined,
      charges: lines && chargeLinesOf(lines),
      waiting: waiting && waitingLinesOf(waiting),
    }),
    money: present(Object.fromEntries(moneyFields.map(field => [field, numberOf<Float64Array>(field)] as const))) as Partial<
      Record<MoneyField, Float64Array>
    >,
    files,
    sourceFile: known(numberOf<Uint16Array>('source_file')),
    sourceRow: known(numberOf<Uint32Array>('source_row')),
  };
}

function waitingLinesOf({ lines, named }: NonNullable<FlatTable['waiting']>): WaitingLines {
  const { wordsOf } = readersOf(named);
  return { lines: chargeLinesOf(lines), named: { settlementKey: known(wordsOf('settlement_key')), visitKey: known(wordsOf('visit_id')) } };
}

function chargeLinesOf({ count, columns }: FlatLines): ChargeLines {
  const { numberOf, wordsOf } = readersOf(columns);
  return {
    count,
    stay: known(numberOf<Uint32Array>('stay')),
    category: known(numberOf<Uint8Array>('charge_category')),
    item: known(wordsOf('item_code')),
    name: known(wordsOf('item_name')),
    quantity: known(numberOf<Float64Array>('quantity')),
    price: known(numberOf<Float64Array>('price')),
    amount: known(numberOf<Float64Array>('amount')),
    charged: known(numberOf<Int32Array>('charged')),
    selfpayShare: known(numberOf<Float64Array>('selfpay_share')),
    sourceFile: known(numberOf<Uint16Array>('source_file')),
    sourceRow: known(numberOf<Uint32Array>('source_row')),
  };
}

function readersOf(columns: TableColumns) {
  return {
    numberOf<A extends NumberArray>(name: string): A | undefined {
      const column = columns.get(name);
      return column?.kind === 'numbers' ? (column.values as A) : undefined;
    },
    wordsOf(name: string): WordColumn | undefined {
      const column = columns.get(name);
      return column?.kind === 'words' ? { codes: column.codes, words: column.words } : undefined;
    },
    listsOf(name: string): CodeLists | undefined {
      const column = columns.get(name);
      return column?.kind === 'lists' ? { offsets: column.offsets, codes: column.codes, words: column.words } : undefined;
    },
  };
}

function known<T>(column: T | undefined): T {
  if (column === undefined) throw new Error('a column that every table of stays has is missing');
  return column;
}

const present = <T extends Readonly<Record<string, unknown>>>(columns: T) =>
  Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>;
  };
