/** The numbers of a column over some rows; NaN is missing, and there is one zero. */
import type { Column } from '../table/sheet.ts';
import { inTurns, type Slow } from '../work.ts';

export function* valuesOf(column: Column, rows: Uint32Array): Slow<Float64Array> {
  if (column.ready) yield* column.ready();
  const read = new Float64Array(rows.length);
  const { values } = column;
  yield* inTurns(rows.length, (from, to) => {
    if (values) for (let i = from; i < to; i++) read[i] = values[rows[i]!]! + 0;
    else for (let i = from; i < to; i++) read[i] = column.value(rows[i]!) + 0;
  });
  return read;
}
