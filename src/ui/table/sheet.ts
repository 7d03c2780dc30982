/** What the one table draws: columns over rows that stay where they are. A row is a number; its text is made when it comes into view. */
import type { Tone } from '../theme.ts';
import type { Aggregate, TableSpec } from './spec.ts';

/** Interned words behind a column: filtering looks at each word once, not at each row. */
export type Words = {
  readonly count: number;
  word(code: number): string;
  /** What filtering looks at, when it is more than the word (a group's name beside its code). */
  searched?(code: number): string;
  codeOf(row: number): number;
};

export type Column = {
  readonly key: string;
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Columns of the terminal. */
  readonly width: number;
  /** Takes what is left of the line. */
  readonly grows?: boolean;
  /** Growing ends here: nothing of the column is wider. */
  readonly most?: number;
  /** Stays at the left or at the right while the others scroll. */
  readonly fixed?: 'left' | 'right';
  text(row: number, width: number): string;
  /** The cell as files want it, exact and without thousands separators; default: its text. '' is missing. */
  exact?(row: number): string;
  tone?(row: number): Tone;
  /** What sorting compares; NaN is missing and comes last both ways. */
  value(row: number): number;
  readonly words?: Words;
  /** Values stand for people (a stay, a doctor): what is searched in it never gets into a log. */
  readonly identifier?: true;
  /** Only drawn (a bar, a sparkline): not sorted by, not described, not exported. */
  readonly drawn?: true;
  /** One as a person types it, in units of `value`: 100 where `value` is fen and people say yuan, 1e6 for 10k yuan, 0.01 for percent. */
  readonly unit?: number;
  /** A number `value` would give, as text of this column; default: plain. Used by footers, descriptions and pivots. */
  show?(value: number): string;
  /** What the footer says of the column unless a person asks for something else. */
  readonly footer?: Aggregate;
  /** The footer where adding up would be wrong (a mean, a share, a CMI): the figure of these rows together; '' when unknown. */
  together?(rows: Uint32Array): string;
};

export type Sheet = {
  readonly count: number;
  readonly columns: readonly Column[];
  /** The rows of the table in their own order, when they are not 0 .. count - 1. */
  readonly only?: Uint32Array;
  /** What a row is known by, in every language and under every scenario; `open=IC29` and the log name rows by it. */
  key(row: number): string;
  rowOf(key: string): number | undefined;
  /** Rows are single people: logs name their place in the table instead of their key. */
  readonly identifiers?: true;
  /** Rows whose id begins with the text, when rows have an id that is made from their number. */
  idBegins?(text: string): readonly [first: number, last: number] | undefined;
};

/** Rows known by a list of keys. */
export function keyed(keys: readonly string[]): Pick<Sheet, 'count' | 'key' | 'rowOf'> {
  const rows = new Map(keys.map((key, row) => [key, row]));
  return { count: keys.length, key: row => keys[row] ?? '', rowOf: key => rows.get(key) };
}

type Named = Pick<Column, 'key' | 'title' | 'width'> & Partial<Pick<Column, 'fixed' | 'identifier' | 'footer'>>;

export const numberColumn = (
  named: Named & { readonly value: (row: number) => number; readonly text: (row: number) => string } & Partial<Column>,
): Column => ({ align: 'right', ...named });

export function wordColumn({ words, ...rest }: Named & { readonly words: Words } & Partial<Column>): Column {
  let ranks: Float64Array | undefined;
  return {
    align: 'left',
    words,
    text: row => words.word(words.codeOf(row)),
    value(row) {
      ranks ??= ranksOf(words);
      return ranks[words.codeOf(row)] ?? Number.NaN;
    },
    ...rest,
  };
}

/** Place of each word in reading order; equal words share it, the empty word is missing. */
function ranksOf({ count, word }: Words): Float64Array {
  const { compare } = new Intl.Collator('zh', { numeric: true });
  const all = Array.from({ length: count }, (_, code) => word(code));
  const order = all.map((_, code) => code).sort((a, b) => compare(all[a] ?? '', all[b] ?? ''));
  const ranks = new Float64Array(count);
  let rank = 0;
  order.forEach((code, i) => {
    if (i > 0 && all[code] !== all[order[i - 1] ?? 0]) rank = i;
    ranks[code] = all[code] === '' ? Number.NaN : rank;
  });
  return ranks;
}

/** The columns as they are drawn: hidden ones left out, frozen ones at the left in their order, widths as chosen. */
export function arrangedColumns({ columns }: Sheet, { hidden, frozen, widths }: TableSpec): readonly Column[] {
  const rank = ({ key }: Column) => (frozen.includes(key) ? frozen.indexOf(key) : frozen.length);
  return columns
    .filter(({ key }) => !hidden.includes(key))
    .map(column => {
      const width = widths[column.key];
      const sized = width === undefined ? column : { ...column, width, grows: false };
      return frozen.includes(column.key) ? { ...sized, fixed: 'left' as const } : sized;
    })
    .sort((a, b) => rank(a) - rank(b));
}

export const emptySheet: Sheet = { columns: [], ...keyed([]) };
