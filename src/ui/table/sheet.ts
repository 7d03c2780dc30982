/** What the one table draws: columns over rows that stay where they are. A row is a number; its text is made when it comes into view. */
import type { Tone } from '../theme.ts';

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
  tone?(row: number): Tone;
  /** What sorting compares; NaN is missing and comes last both ways. */
  value(row: number): number;
  readonly words?: Words;
};

export type Sheet = {
  readonly count: number;
  readonly columns: readonly Column[];
  /** The rows of the table in their own order, when they are not 0 .. count - 1. */
  readonly only?: Uint32Array;
  /** Rows whose id begins with the text, when rows have an id that is made from their number. */
  idBegins?(text: string): readonly [first: number, last: number] | undefined;
};

type Named = { readonly key: string; readonly title: string; readonly width: number };

export const numberColumn = (
  named: Named & {
    readonly value: (row: number) => number;
    readonly text: (row: number) => string;
    readonly tone?: (row: number) => Tone;
    readonly fixed?: 'left' | 'right';
  },
): Column => ({ align: 'right', ...named });

export function wordColumn({
  key,
  title,
  width,
  words,
  ...rest
}: Named & { readonly words: Words; readonly grows?: boolean; readonly most?: number; readonly fixed?: 'left' | 'right' }): Column {
  let ranks: Float64Array | undefined;
  return {
    key,
    title,
    width,
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

export const emptySheet: Sheet = { count: 0, columns: [] };
