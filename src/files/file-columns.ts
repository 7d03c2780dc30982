/** The columns of one file: its readers, each with the block it reads into, in the order they have to run. */
import type { OwnColumn } from '../stay/own-layout.ts';
import type { Note } from '../stay/stay-length.ts';
import type { IdentifierField, MoneyField } from '../stay/stay-table.ts';
import type { Unit } from './amount.ts';
import { dateReader, hoursReader, keyReader, moneyReader, wholeReader, wordReader } from './cell-readers.ts';
import type { Block } from './csv-block.ts';
import { type FieldKind, kindOf, type SumField } from './fields.ts';
import { footerWord } from './footer-row.ts';
import { fromSums } from './fund-parts.ts';
import type { Gathered, Kept } from './gathered.ts';
import { namesCertificate, namesPatient, namesStaff } from './identifiers.ts';
import { keptWord } from './kept-words.ts';
import type { Layout } from './layout.ts';
import { listReader, newListBlock } from './list-reader.ts';
import { type AmountName, type LoadColumns, moneyOf, numbersOf, type WordName, wordsOf } from './load-columns.ts';
import {
  codeMeaning,
  FLAG_UNKNOWN,
  FLAG_UNREADABLE,
  flagMeaning,
  keyMeaning,
  SEX_UNREADABLE,
  sexMeaning,
  wideCodes,
  wordMeaning,
} from './meanings.ts';
import { checkNegatives } from './negative-amounts.ts';
import { isNumbered } from './no-stay.ts';
import { procedureDates } from './procedure-dates.ts';
import { statedSums } from './stated-sums.ts';
import { wordTable } from './word-table.ts';

export type ColumnOfFile = { read(block: Block, note: Note): void; keep(kept: Kept): void };

export type FileColumns = {
  readonly columns: readonly ColumnOfFile[];
  /** What the checks across columns look at: the values of the block that was read last. */
  readonly numbers: ReadonlyMap<OwnColumn, Int32Array>;
  readonly money: Partial<Record<MoneyField, Float64Array>>;
};

export type FileSource = {
  readonly layout: Layout;
  readonly rows: number;
  readonly load: LoadColumns;
  decode(bytes: Uint8Array): string;
  readonly keyOf?: ((text: string) => string) | undefined;
  readonly keepStaffNames?: boolean | undefined;
  readonly keepIdentifiers?: boolean | undefined;
  /** Somebody needs the keys of settlements: to join papers, to net refunds, to save. A visit's key is kept wherever a file has one. */
  readonly keys?: boolean | undefined;
};

export function fileColumns(source: FileSource): FileColumns {
  const { layout, rows, load, decode } = source;
  const numbers = new Map<OwnColumn, Int32Array>();
  const money: Partial<Record<MoneyField, Float64Array>> = {};
  const amounts = new Map<OwnColumn, Float64Array>();
  const sums: Partial<Record<SumField, Float64Array>> = {};
  const below = { zero: false };
  const { dictionary, dropRows, columns: profiled } = layout.profile;
  const isFooter = (text: string): boolean => footerWord(text, dropRows) !== undefined;

  const scalars = [...layout.columns].flatMap(([field, column]) => columnOf({ column, ...kindOf(field) }) ?? []);
  const workedOut = fromSums({ money, sums, rows }).map(({ field, values, read }) =>
    values ? stored((block, _, note) => read(block, note), values, moneyOf(load, field)) : passing(read),
  );
  const lists = (['dx', 'px'] as const).filter(field => layout.lists[field].length > 0).map(listOf);
  const kept = source.keepIdentifiers ? identifierPlaces(layout).map(([field, column]) => asWritten(field, column)) : [];
  return { columns: [...scalars, ...workedOut, ...lists, ...kept, ...acrossColumns()], numbers, money };

  function columnOf(field: FieldKind & { readonly column: number }): ColumnOfFile | undefined {
    const { column } = field;
    switch (field.kind) {
      case 'id':
        return source.keys && !profiled.stay_id?.repeats ? key('settlement_key', 'stay_id', column, load.settlementNumber) : undefined;
      case 'visit':
        return key('visit_key', 'visit_id', column, load.visitNumber);
      case 'patient':
        return source.keyOf || source.keys ? key('patient_key', 'patient_key', column, load.patientNumber) : undefined;
      case 'list':
      case 'charge':
        return undefined;
      case 'word':
        return words(field.field, column, namesOnlyStaff(field.field, column) ? load.staffNumber : undefined);
      case 'insurer':
        return field.field === 'insurer_payment' ? amount(field.field, column) : words(field.field, column, undefined);
      case 'sex':
        return marks(field.field, column, sexMeaning(decode, dictionary.sex));
      case 'flag':
        return marks(field.field, column, flagMeaning(decode, dictionary[field.field]));
      case 'valid':
        return validity(column);
      case 'whole':
        return number(field.field, wholeReader(field.field, { column, decode }));
      case 'date':
        return number(field.field, dateReader(field.field, { column, decode, written: profiled[field.field]?.date }));
      case 'hours':
        return stored(hoursReader(field.field, { column, decode }), new Float64Array(rows), moneyOf(load, field.field));
      case 'money':
        return amount(field.field, column);
      case 'sum': {
        const values = new Float64Array(rows);
        amounts.set(field.field, values);
        sums[field.field] = values;
        const reader = moneyReader(field.field, {
          column,
          decode,
          unit: unitOf(field.field),
          more: layout.more.get(field.field) ?? [],
          below,
        });
        return passing((block, note) => reader(block, values, note));
      }
    }
  }

  /** Whatever the profile takes it for, a column of doctors' names is one. */
  function namesOnlyStaff(field: OwnColumn, column: number): boolean {
    return !source.keepStaffNames && (field === 'doctor' || namesStaff(layout.header[column] ?? ''));
  }

  function words(field: WordName & OwnColumn, column: number, rename: ((word: string) => string) | undefined): ColumnOfFile {
    const { list, codes } = wordsOf(load, field);
    const meaning = wordMeaning({ decode, dictionary: dictionary[field], list, rename: rename ?? keptWord });
    return stored(wordReader(field, column, wordTable(meaning)), new Uint32Array(rows), codes);
  }

  function asWritten(field: IdentifierField, column: number): ColumnOfFile {
    const { list, codes } = wordsOf(load, field);
    return stored(
      wordReader('stay_id', column, wordTable(wordMeaning({ decode, dictionary: undefined, list }))),
      new Uint32Array(rows),
      codes,
    );
  }

  /** A digest where there is a key for it; else a number in order of appearance. */
  function key(name: WordName, field: OwnColumn, column: number, inOrder: (text: string) => string): ColumnOfFile {
    const { list, codes } = wordsOf(load, name);
    const parts = [column, ...(layout.more.get(field) ?? [])];
    const meaning = keyMeaning({ decode, list, keep: source.keyOf ?? inOrder, parts: parts.length });
    return stored(keyReader(field, parts, wordTable(meaning)), new Uint32Array(rows), codes);
  }

  function amount(field: AmountName & OwnColumn, column: number): ColumnOfFile {
    const values = new Float64Array(rows);
    amounts.set(field, values);
    if (field !== 'insurer_payment' && field !== 'icu_hours' && field !== 'vent_hours') money[field] = values;
    const reader = moneyReader(field, { column, decode, unit: unitOf(field), more: layout.more.get(field) ?? [], below });
    return stored(reader, values, moneyOf(load, field));
  }

  function unitOf(field: OwnColumn): Unit {
    return layout.units.get(field) ?? profiled[field]?.unit ?? 'yuan';
  }

  function marks(field: 'sex' | 'day_surgery' | 'readmit_planned' | 'refunded', column: number, meaning: (cell: Uint8Array) => number) {
    const read = wordReader(field, column, wordTable(meaning));
    const unread = field === 'sex' ? SEX_UNREADABLE : FLAG_UNREADABLE;
    const missing = field === 'sex' ? 0 : FLAG_UNKNOWN;
    return number(field, (block, values, note) => {
      read(block, values, note);
      for (let row = 0; row < block.rows; row++) {
        const cell = row * block.columns + column;
        if (block.starts[cell] === block.ends[cell]) values[row] = missing;
        if (values[row] !== unread) continue;
        values[row] = missing;
        note(row, field, field === 'sex' ? 'sex_invalid' : 'number_invalid', 'noted');
      }
    });
  }

  /** A settlement that does not stand is refused, so there is nothing to keep. */
  function validity(column: number): ColumnOfFile {
    const values = new Int32Array(rows);
    const read = wordReader('valid', column, wordTable(flagMeaning(decode, dictionary.valid)));
    return passing((block, note) => {
      read(block, values, note);
      for (let row = 0; row < block.rows; row++) {
        const cell = row * block.columns + column;
        if (values[row] === 0 && block.starts[cell] !== block.ends[cell]) note(row, 'valid', 'settlement_void', 'refused');
      }
    });
  }

  function number(field: Parameters<typeof numbersOf>[1], read: (block: Block, values: Int32Array, note: Note) => void): ColumnOfFile {
    const values = new Int32Array(rows);
    numbers.set(field, values);
    return stored(read, values, numbersOf(load, field));
  }

  function listOf(field: 'dx' | 'px'): ColumnOfFile {
    const codes = { decode, list: load.codes[field], isNone: field === 'dx' ? isFooter : () => false };
    const block = newListBlock(rows);
    const read = listReader({
      field,
      columns: layout.lists[field],
      split: layout.profile.lists[field]?.split ?? '|',
      meaning: codeMeaning(codes),
      wide: wideCodes(codes),
    });
    return { read: (cells, note) => read(cells, block, note), keep: kept => load.lists[field].keep(block, kept) };
  }

  /** What is seen only beside the other columns of a row. */
  function acrossColumns(): readonly ColumnOfFile[] {
    const numbered = isNumbered(layout);
    const sums = statedSums(layout, { decode, unit: unitOf('total') });
    const dates = procedureDates(layout, { decode, admitted: numbers.get('admitted'), discharged: numbers.get('discharged') });
    return [
      passing((block, note) => {
        if (below.zero) checkNegatives({ amounts, refunded: numbers.get('refunded'), numbered, rows: block.rows, note });
        below.zero = false;
      }),
      ...[sums, dates].filter(check => check !== undefined).map(passing),
    ];
  }
}

function stored<A extends Int32Array | Uint32Array | Float64Array>(
  read: (block: Block, values: A, note: Note) => void,
  values: A,
  column: Gathered<A>,
): ColumnOfFile {
  return { read: (block, note) => read(block, values, note), keep: kept => column.keep(values, kept) };
}

/** Looks at the rows and keeps nothing of them. */
const passing = (read: (block: Block, note: Note) => void): ColumnOfFile => ({ read, keep: () => undefined });

/** What a person may ask to keep, where the file has it. */
function identifierPlaces({ header, columns }: Layout): readonly (readonly [IdentifierField, number])[] {
  const places: readonly (readonly [IdentifierField, number])[] = [
    ['id_stay', columns.get('stay_id') ?? -1],
    ['id_visit', columns.get('visit_id') ?? -1],
    ['id_record', columns.get('patient_key') ?? -1],
    ['id_name', header.findIndex(namesPatient)],
    ['id_certificate', header.findIndex(namesCertificate)],
  ];
  return places.filter(([, place]) => place >= 0);
}
