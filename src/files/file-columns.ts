/** The columns of one file: its readers, each with the block it reads into, in the order they have to run. */
import type { OwnColumn } from '../stay/own-layout.ts';
import type { Note } from '../stay/stay-length.ts';
import type { MoneyField } from '../stay/stay-table.ts';
import { dateReader, hoursReader, moneyReader, wholeReader, wordReader } from './cell-readers.ts';
import type { Block } from './csv-block.ts';
import { type FieldKind, kindOf } from './fields.ts';
import { footerWord } from './footer-row.ts';
import type { Gathered, Kept } from './gathered.ts';
import type { Layout } from './layout.ts';
import { listReader, newListBlock } from './list-reader.ts';
import { type LoadColumns, moneyOf, numbersOf, wordsOf } from './load-columns.ts';
import { codeMeaning, FLAG_UNKNOWN, FLAG_UNREADABLE, flagMeaning, SEX_UNREADABLE, sexMeaning, wideCodes, wordMeaning } from './meanings.ts';
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
};

export function fileColumns(source: FileSource): FileColumns {
  const { layout, rows, load, decode } = source;
  const numbers = new Map<OwnColumn, Int32Array>();
  const money: Partial<Record<MoneyField, Float64Array>> = {};
  const { dictionary, dropRows } = layout.profile;
  const isFooter = (text: string): boolean => footerWord(text, dropRows) !== undefined;

  const fields = [...layout.columns].map(([field, column]) => ({ column, ...kindOf(field) })).sort((a, b) => order(a) - order(b));
  const scalars = fields.flatMap(field => columnOf(field) ?? []);
  return { columns: [...scalars, listOf('dx'), listOf('px')], numbers, money };

  function columnOf(field: FieldKind & { readonly column: number }): ColumnOfFile | undefined {
    const { column } = field;
    switch (field.kind) {
      case 'id':
      case 'list':
        return undefined;
      case 'patient':
        return source.keyOf ? words('patient_key', column, source.keyOf) : undefined;
      case 'word':
        return words(field.field, column, field.field === 'doctor' && !source.keepStaffNames ? load.staffNumber : undefined);
      case 'sex':
        return marks(field.field, column, sexMeaning(decode, dictionary.sex));
      case 'flag':
        return marks(field.field, column, flagMeaning(decode, dictionary[field.field]));
      case 'whole':
        return number(field.field, wholeReader(field.field, { column, decode }));
      case 'date':
        return number(field.field, dateReader(field.field, { column, decode }));
      case 'hours':
        return stored(hoursReader(field.field, { column, decode }), new Float64Array(rows), moneyOf(load, field.field));
      case 'money': {
        const values = new Float64Array(rows);
        money[field.field] = values;
        const unit = layout.profile.columns[field.field]?.unit ?? 'yuan';
        const reader = moneyReader(field.field, { column, decode, unit, refunded: numbers.get('refunded') });
        return stored(reader, values, moneyOf(load, field.field));
      }
    }
  }

  function words(field: Parameters<typeof wordsOf>[1], column: number, rename: ((word: string) => string) | undefined): ColumnOfFile {
    const { list, codes } = wordsOf(load, field);
    const meaning = wordMeaning({ decode, dictionary: dictionary[field], list, ...(rename && { rename }) });
    return stored(wordReader(field, column, wordTable(meaning)), new Uint32Array(rows), codes);
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
}

/** Refunds first: they decide whether an amount may be negative. */
const order = ({ kind }: FieldKind): number => (kind === 'flag' ? 0 : 1);

function stored<A extends Int32Array | Uint32Array | Float64Array>(
  read: (block: Block, values: A, note: Note) => void,
  values: A,
  column: Gathered<A>,
): ColumnOfFile {
  return { read: (block, note) => read(block, values, note), keep: kept => column.keep(values, kept) };
}
