/** Rows, known values and sums of some number columns for each class of rows. Sums of whole fen are exact: what an addition rounds off is kept aside. */
import type { Column } from '../table/sheet.ts';
import { inTurns, type Slow } from '../work.ts';
import { valuesOf } from './values-of.ts';

export type Tally = {
  readonly rows: Float64Array;
  /** One for each column, in their order. */
  readonly figures: readonly Figures[];
};
export type Figures = {
  /** Rows with a value; the others are in no sum. */
  readonly known: Float64Array;
  readonly sum: Float64Array;
};

type Told = { readonly of: Uint32Array; readonly classes: number; readonly columns: readonly Column[] };

export function* tallyOf(rows: Uint32Array, { of, classes, columns }: Told): Slow<Tally> {
  const counted = new Float64Array(classes);
  yield* inTurns(of.length, (from, to) => {
    for (let i = from; i < to; i++) counted[of[i]!]!++;
  });
  const figures: Figures[] = [];
  for (const column of columns) figures.push(yield* figuresOf(yield* valuesOf(column, rows), of, classes));
  return { rows: counted, figures };
}

export function* figuresOf(values: Float64Array, of: Uint32Array, classes: number): Slow<Figures> {
  const known = new Float64Array(classes);
  const sum = new Float64Array(classes);
  const rest = new Float64Array(classes);
  yield* inTurns(values.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const amount = values[i]!;
      if (Number.isNaN(amount)) continue;
      const at = of[i]!;
      const before = sum[at]!;
      const after = before + amount;
      // the smaller of the two lost some digits
      rest[at]! += Math.abs(before) >= Math.abs(amount) ? before - after + amount : amount - after + before;
      sum[at] = after;
      known[at]!++;
    }
  });
  for (let at = 0; at < classes; at++) sum[at] = known[at] === 0 ? Number.NaN : sum[at]! + rest[at]!;
  return { known, sum };
}
