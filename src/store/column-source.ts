/** Where the cells of a table come from: columns of the program, read by row. Both ways of filling a table use the same description. */
import type { SqlValue } from 'sql.js';

export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array | Float64Array | readonly number[];

export type ColumnSource =
  /** The number of the row itself, counted from `first` of its table. */
  | { readonly kind: 'rowid' }
  /** Whole numbers; the missing mark and NaN are NULL. */
  | { readonly kind: 'integer'; readonly values: Numbers; readonly missing: number }
  | { readonly kind: 'real'; readonly values: Numbers }
  /** Few different texts, held once; null is NULL. */
  | { readonly kind: 'word'; readonly codes: Numbers; readonly words: readonly (string | null)[] }
  /** `S0000001` for row 0. */
  | { readonly kind: 'text'; readonly at: (row: number) => string }
  | { readonly kind: 'same'; readonly value: string | number | null };

export type TableSource = {
  readonly table: string;
  /** Row number of row 0. */
  readonly first: number;
  readonly count: number;
  /** In the order of the table; the row number first. */
  readonly columns: Readonly<Record<string, ColumnSource>>;
};

export function cellAt(source: ColumnSource, row: number, first: number): SqlValue {
  switch (source.kind) {
    case 'rowid':
      return first + row;
    case 'integer': {
      const value = source.values[row]!;
      return value === source.missing || Number.isNaN(value) ? null : value;
    }
    case 'real': {
      const value = source.values[row]!;
      return Number.isNaN(value) ? null : value;
    }
    case 'word':
      return source.words[source.codes[row]!] ?? null;
    case 'text':
      return source.at(row);
    case 'same':
      return source.value;
  }
}

export const NULL: ColumnSource = { kind: 'same', value: null };
export const ROWID: ColumnSource = { kind: 'rowid' };

export const integers = (values: Numbers | undefined, missing: number = Number.NaN): ColumnSource =>
  values ? { kind: 'integer', values, missing } : NULL;
