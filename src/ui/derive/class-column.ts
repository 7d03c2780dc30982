/** The column of a derived table that names its rows: values, ranges, and what is missing, which has a name of its own. */
import { widthOf } from '../../report/cell-width.ts';
import { type Column, type Words, wordColumn } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import { type Class, keyOf } from './class.ts';
import { readable } from './number-text.ts';

type Named = {
  readonly key: string;
  readonly title: string;
  readonly column: Column;
  /** Of every row. */
  readonly classes: readonly Class[];
  /** Reading order of every row; NaN is missing. */
  readonly ranks: ArrayLike<number>;
};

const LEAST = 10;
const MOST = 30;

export function classColumn({ key, title, column, classes, ranks }: Named, say: Say): Column {
  const texts = classes.map(one => labelOf(one, say));
  const widest = Math.max(LEAST, widthOf(title), ...texts.slice(0, MEASURED).map(widthOf));
  const searched = (row: number) => {
    const one = classes[row];
    return one?.kind === 'value' ? (one.searched ?? one.label) : (texts[row] ?? '');
  };
  const words: Words = { count: texts.length, word: row => texts[row] ?? '', searched, codeOf: row => row };
  return wordColumn({
    key,
    title,
    width: Math.min(widest, MOST),
    fixed: 'left',
    words,
    exact: row => keyOf(classes[row] ?? { kind: 'missing' }),
    value: row => ranks[row] ?? Number.NaN,
    ...(column.identifier ? { identifier: true as const } : {}),
  });
}

/** More labels than this are not looked at for their width. */
const MEASURED = 1000;

export function labelOf(one: Class, say: Say): string {
  switch (one.kind) {
    case 'missing':
      return say('missingValue');
    case 'value':
      return one.label;
    case 'range':
      return rangeLabel(one);
  }
}

function rangeLabel({ from, to }: Extract<Class, { readonly kind: 'range' }>): string {
  if (from === undefined) return `< ${readable(to ?? '')}`;
  if (to === undefined) return `≥ ${readable(from)}`;
  return from.startsWith('-') ? `${readable(from)} – ${readable(to)}` : `${readable(from)}–${readable(to)}`;
}
