/** What the one table draws: columns over rows that stay where they are. A row is a number; its text is made when it comes into view. */
import type { Tone } from '../theme.ts';
import type { Slow } from '../work.ts';
import type { Aggregate } from './spec.ts';
import { wordRanks } from './word-ranks.ts';

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
  /** Other names a person may type for it: its title in the other language. */
  readonly also?: readonly string[];
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
  /** The same numbers, where they lie in a column anyway: read without a call a row. */
  readonly values?: Float64Array;
  /** Work to be done before `value` is asked, when it grows with the rows or the words. */
  ready?(): Slow<void>;
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
  /** What the keys are numbers within: only a sheet of the same one has the same rows by them. Undefined: keys mean the same everywhere. */
  readonly keysOf?: object;
  /** The stay that a row stands for, where rows are not stays themselves; undefined when it stands for none. */
  stayOf?(row: number): number | undefined;
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
  const ranks = wordRanks(words);
  return {
    align: 'left',
    words,
    text: row => words.word(words.codeOf(row)),
    value: row => ranks.of(words.codeOf(row)),
    ready: ranks.ready,
    ...rest,
  };
}

/** A column of numbers is compared; any other is searched. */
export const holdsNumbers = ({ words, align }: Column): boolean => words === undefined && align === 'right';

export const emptySheet: Sheet = { columns: [], ...keyed([]) };
