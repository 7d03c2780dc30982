/** A column of figures made from a number column, in that column's own form. */
import { widthOf } from '../../report/cell-width.ts';
import { type Column, numberColumn } from '../table/sheet.ts';
import { toneOf } from '../theme.ts';
import { exactIn, shownIn } from './number-text.ts';

type Figured = {
  readonly key: string;
  readonly title: string;
  /** What the figures are of. */
  readonly column: Column;
  /** NaN is missing, and left blank. */
  readonly values: Float64Array;
  readonly footer?: Column['footer'];
  /** The figure of several rows together, where adding up would be wrong. */
  readonly together?: (rows: Uint32Array) => number;
} & Partial<Pick<Column, 'fixed'>>;

/** Enough of the values to find the widest: a long table is as wide as its largest and its least number. */
const widthOfAll = (column: Column, values: Float64Array): number => {
  let [least, most] = [0, 0];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return Math.max(widthOf(shownIn(column, least)), widthOf(shownIn(column, most)));
};

export function figureColumn({ key, title, column, values, footer, together, fixed }: Figured): Column {
  const value = (row: number) => values[row] ?? Number.NaN;
  const signed = column.tone !== undefined;
  return numberColumn({
    key,
    title,
    width: Math.max(6, widthOf(title), widthOfAll(column, values)),
    value,
    text: row => shownIn(column, value(row)),
    exact: row => exactIn(column, value(row)),
    show: one => shownIn(column, one),
    ...(column.unit === undefined ? {} : { unit: column.unit }),
    ...(signed ? { tone: row => toneOf(value(row)) } : {}),
    ...(footer ? { footer } : {}),
    ...(together ? { together: rows => shownIn(column, together(rows)) } : {}),
    ...(fixed ? { fixed } : {}),
  });
}

/** Of no rows there is none. */
export const meanOf = (sum: number, known: number): number => (known === 0 ? Number.NaN : sum / known);
