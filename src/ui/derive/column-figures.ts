/**
 * One column over some rows, described. Quantiles are of the known values, between two of them as far as their place lies (definition 7 of
 * Hyndman and Fan, see compare/quantiles.ts); sums of whole fen are exact; a mean is rounded only where it is shown. Missing is counted, never zero.
 */
import { quantileOfSorted } from '../../compare/quantiles.ts';
import { type Column, holdsNumbers } from '../table/sheet.ts';
import { inTurns, type Slow, scaled } from '../work.ts';
import type { Classes } from './class.ts';
import { classesOf } from './classes-of.ts';
import { orderedValues } from './ordered-values.ts';
import { figuresOf, tallyOf } from './tally.ts';
import { valuesOf } from './values-of.ts';

export type ColumnFigures = {
  readonly column: Column;
  readonly filled: number;
  readonly missing: number;
  readonly distinct: number;
  /** Of numbers; none where nothing is known. */
  readonly numbers?: Readonly<Record<Spread, number>> & { readonly sum: number };
  /** Of words: the most frequent one, the first in reading order among equals. */
  readonly commonest?: { readonly word: string; readonly rows: number };
};

export const spread = ['least', 'p25', 'median', 'mean', 'p75', 'p90', 'most'] as const;
export type Spread = (typeof spread)[number];

export function* columnFigures(column: Column, rows: Uint32Array): Slow<ColumnFigures> {
  const isNumber = holdsNumbers(column);
  // an id that is made from its row is told by the number of the row
  const isWords = column.words !== undefined || !(isNumber || column.identifier);
  if (isWords) return yield* figuresOfWords(column, yield* classesOf(column, rows), rows);
  const values = yield* scaled(valuesOf(column, rows), 0, 3);
  const ordered = yield* scaled(orderedValues(values), 1, 3);
  const counted = { column, filled: ordered.length, missing: rows.length - ordered.length, distinct: yield* differentIn(ordered) };
  if (ordered.length === 0 || !isNumber) return counted;
  const { sum } = yield* scaled(figuresOf(values, new Uint32Array(rows.length), 1), 2, 3);
  return { ...counted, numbers: numbersOf(ordered, sum[0]!) };
}

function numbersOf(ordered: Float64Array, sum: number): NonNullable<ColumnFigures['numbers']> {
  const at = (share: string) => quantileOfSorted(ordered, share)!.toNumber();
  return {
    least: ordered[0]!,
    p25: at('0.25'),
    median: at('0.5'),
    mean: sum / ordered.length,
    p75: at('0.75'),
    p90: at('0.9'),
    most: ordered.at(-1)!,
    sum,
  };
}

function* differentIn(ordered: Float64Array): Slow<number> {
  let different = 0;
  yield* inTurns(ordered.length, (from, to) => {
    for (let i = from; i < to; i++) if (i === 0 || ordered[i] !== ordered[i - 1]) different++;
  });
  return different;
}

function* figuresOfWords(column: Column, { list, of }: Classes, rows: Uint32Array): Slow<ColumnFigures> {
  const counts = (yield* tallyOf(rows, { of, classes: list.length, columns: [] })).rows;
  let [missing, best] = [0, -1];
  list.forEach((one, at) => {
    if (one.kind === 'missing') missing = counts[at]!;
    else if (best < 0 || counts[at]! > counts[best]!) best = at;
  });
  const top = list[best];
  return {
    column,
    filled: rows.length - missing,
    missing,
    distinct: list.length - (missing > 0 ? 1 : 0),
    ...(top?.kind === 'value' ? { commonest: { word: top.label, rows: counts[best]! } } : {}),
  };
}
