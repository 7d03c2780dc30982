/** Tables side by side on shared dictionaries: equal texts of one column have one number in all of them, so that cells compare as numbers. */
import { type Document, documents, type SourceFile } from '../stay-table.ts';
import { type FlatTable, lineShapes, type NumberArray, rowShapes, type TableColumn, type TableColumns } from '../table-columns.ts';
import { linesWithWaiting } from './waiting-columns.ts';

type Translated = { readonly codes: Uint32Array; readonly translate: Uint32Array };

/** One part a table, undefined where a table has no such column. */
export type UnifiedColumn =
  | {
      readonly kind: 'numbers';
      readonly name: string;
      readonly missing: number;
      make(size: number): NumberArray;
      readonly parts: readonly (NumberArray | undefined)[];
    }
  | {
      readonly kind: 'words';
      readonly name: string;
      readonly words: readonly string[];
      readonly parts: readonly (Translated | undefined)[];
    }
  | {
      readonly kind: 'lists';
      readonly name: string;
      readonly words: readonly string[];
      readonly parts: readonly ((Translated & { readonly offsets: Uint32Array }) | undefined)[];
    };

export type UnifiedTables = {
  readonly counts: readonly number[];
  readonly columns: readonly UnifiedColumn[];
  /**
   * Undefined where no table has item lines. `starts` of a table: first line of every row, then of every stay that waiting lines name, and
   * their number at the end.
   */
  readonly lines: { readonly columns: readonly UnifiedColumn[]; readonly starts: readonly (Uint32Array | undefined)[] } | undefined;
  /** By table: the stays of other tables that its waiting lines name. They are places behind its rows. */
  readonly named: readonly (Named | undefined)[];
  readonly files: readonly SourceFile[];
  /** By number of the file: place in `documents` of what its rows are. */
  readonly documents: Uint8Array;
};

/** Numbers of words of the columns `settlement_key` and `visit_id`; 0 where the table names the stay the other way, or no row has the number. */
export type Named = { readonly count: number; readonly settlements: Uint32Array; readonly visits: Uint32Array; readonly as: TableColumns };

export function unified(tables: readonly FlatTable[]): UnifiedTables {
  const firstFile = tables.map((_, i) => tables.slice(0, i).reduce((sum, { files }) => sum + files.length, 0));
  const files = tables.flatMap(table => table.files);
  const rows = tables.map(({ columns }, i) => withFiles(columns, firstFile[i]!));
  const lines = tables.map((table, i) => {
    const own = linesWithWaiting(table);
    return own && withFiles(own, firstFile[i]!);
  });
  const columns = columnsOf(rows, rowShapes, everyTable);
  return {
    counts: tables.map(({ count }) => count),
    columns,
    lines: lines.some(own => own) ? linesOf(tables, lines) : undefined,
    named: tables.some(({ waiting }) => waiting) ? namedIn(tables, columns) : tables.map(() => undefined),
    files,
    documents: Uint8Array.from(files, ({ reading }) => documents.indexOf(reading?.document ?? ('stay' satisfies Document))),
  };
}

/** What a table of stays has even when it holds none. */
const everyTable = new Set(['sex', 'age', 'age_days', 'birth_weight_g', 'dx', 'px', 'days', 'source_file', 'source_row']);

/** Files are numbered over all tables. */
function withFiles(columns: TableColumns, firstFile: number): TableColumns {
  const own = columns.get('source_file');
  if (firstFile === 0 || own?.kind !== 'numbers') return columns;
  return new Map([...columns, ['source_file', { kind: 'numbers', values: own.values.map(file => file + firstFile) }]]);
}

function columnsOf(
  tables: readonly (TableColumns | undefined)[],
  shapes: typeof rowShapes,
  always: ReadonlySet<string>,
): readonly UnifiedColumn[] {
  return Object.entries(shapes).flatMap(([name, shape]): readonly UnifiedColumn[] => {
    const parts = tables.map(columns => columns?.get(name));
    if (!always.has(name) && parts.every(part => part === undefined)) return [];
    if (shape.kind === 'numbers') {
      const { missing, make } = shape;
      return [{ kind: 'numbers', name, missing, make, parts: parts.map(part => (part?.kind === 'numbers' ? part.values : undefined)) }];
    }
    const { words, translations } = sharedWords(parts, shape.kind === 'words' ? [''] : [], shapes === rowShapes);
    if (shape.kind === 'words') {
      const own = parts.map((part, i) => (part?.kind === 'words' ? { codes: part.codes, translate: translations[i]! } : undefined));
      return [{ kind: 'words', name, words, parts: own }];
    }
    const own = parts.map((part, i) =>
      part?.kind === 'lists' ? { offsets: part.offsets, codes: part.codes, translate: translations[i]! } : undefined,
    );
    return [{ kind: 'lists', name, words, parts: own }];
  });
}

/** One dictionary for all parts, and the number in it of every word of each part. Item lines that wait may bring a word of their own twice. */
function sharedWords(parts: readonly (TableColumn | undefined)[], first: readonly string[], areDistinct: boolean) {
  const given = parts.filter(part => part !== undefined && part.kind !== 'numbers');
  // the dictionary of a single table is the shared one: a million numbers of patients need not be told apart again
  if (areDistinct && given.length === 1 && isDictionary(given[0]!.words, first)) {
    const own = given[0]!.words;
    return { words: own, translations: parts.map(part => counting(part === given[0] ? own.length : 0)) };
  }
  const words: string[] = [...first];
  const numberOf = new Map(words.map((word, i) => [word, i]));
  const translations = parts.map(part => {
    const own = part === undefined || part.kind === 'numbers' ? [] : part.words;
    const translate = new Uint32Array(own.length);
    for (let i = 0; i < own.length; i++) {
      const word = own[i]!;
      let number = numberOf.get(word);
      if (number === undefined) {
        number = words.push(word) - 1;
        numberOf.set(word, number);
      }
      translate[i] = number;
    }
    return translate;
  });
  return { words, translations };
}

/** Begins with the words that every dictionary of its kind begins with. */
const isDictionary = (words: readonly string[], first: readonly string[]): boolean => first.every((word, i) => words[i] === word);

function counting(size: number): Uint32Array {
  const numbers = new Uint32Array(size);
  for (let i = 0; i < size; i++) numbers[i] = i;
  return numbers;
}

function linesOf(tables: readonly FlatTable[], lines: readonly (TableColumns | undefined)[]): NonNullable<UnifiedTables['lines']> {
  return {
    columns: columnsOf(lines, lineShapes, new Set(Object.keys(lineShapes))),
    starts: tables.map(({ count, waiting }, i) => {
      const stay = lines[i]?.get('stay');
      return stay?.kind === 'numbers' ? startsOf(stay.values, count + (waiting ? placesOf(waiting.named) : 0)) : undefined;
    }),
  };
}

const placesOf = (named: TableColumns): number => codesOf(named, 'settlement_key').length;

const codesOf = (named: TableColumns, name: string): Uint32Array => {
  const column = named.get(name);
  return column?.kind === 'words' ? column.codes : new Uint32Array();
};

function namedIn(tables: readonly FlatTable[], columns: readonly UnifiedColumn[]): readonly (Named | undefined)[] {
  const numberOf = (name: string): ReadonlyMap<string, number> => {
    const column = columns.find(one => one.name === name);
    return new Map(column?.kind === 'words' ? column.words.map((word, i) => [word, i]) : []);
  };
  const [settlements, visits] = [numberOf('settlement_key'), numberOf('visit_id')];
  const shared = (named: TableColumns, name: string, numbers: ReadonlyMap<string, number>): Uint32Array => {
    const column = named.get(name);
    return column?.kind === 'words' ? column.codes.map(code => numbers.get(column.words[code]!) ?? 0) : new Uint32Array();
  };
  return tables.map(
    ({ waiting }) =>
      waiting && {
        count: placesOf(waiting.named),
        settlements: shared(waiting.named, 'settlement_key', settlements),
        visits: shared(waiting.named, 'visit_id', visits),
        as: waiting.named,
      },
  );
}

/** Lines stand in order of their stay. */
function startsOf(stay: NumberArray, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (let line = 0; line < stay.length; line++) starts[stay[line]! + 1]!++;
  for (let row = 0; row < count; row++) starts[row + 1]! += starts[row]!;
  return starts;
}
