/** Cells of a column of numbers, picked by row. */
import { NO_STAY } from './settlements.ts';
import type { NumberArray } from './table-columns.ts';

/** The row of nothing: it has no cell, so the missing mark stands there. */
export const NO_ROW = NO_STAY;

export function gatherNumbers<A extends NumberArray>(values: A, rows: Uint32Array, missing: number): A;
export function gatherNumbers(values: NumberArray, rows: Uint32Array, missing: number): NumberArray {
  if (values instanceof Float64Array) return gather64(values, rows, missing);
  if (values instanceof Uint32Array) return gather32(values, rows, missing);
  if (values instanceof Uint8Array) return gather8(values, rows, missing);
  if (values instanceof Uint16Array) return gather16(values, rows, missing);
  // signed numbers are moved as the bits they are
  const { buffer, byteOffset, length } = values;
  if (values instanceof Int32Array) return new Int32Array(gather32(new Uint32Array(buffer, byteOffset, length), rows, missing).buffer);
  return new Int16Array(gather16(new Uint16Array(buffer, byteOffset, length), rows, missing).buffer);
}

// one loop for each width, and no value that may be a cell or the mark: both would make an object of every number
function gather64(values: Float64Array, rows: Uint32Array, missing: number): Float64Array {
  const { length } = values;
  const out = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row < length) out[i] = values[row]!;
    else out[i] = missing;
  }
  return out;
}

function gather32(values: Uint32Array, rows: Uint32Array, missing: number): Uint32Array {
  const { length } = values;
  const out = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row < length) out[i] = values[row]!;
    else out[i] = missing;
  }
  return out;
}

function gather16(values: Uint16Array, rows: Uint32Array, missing: number): Uint16Array {
  const { length } = values;
  const out = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row < length) out[i] = values[row]!;
    else out[i] = missing;
  }
  return out;
}

function gather8(values: Uint8Array, rows: Uint32Array, missing: number): Uint8Array {
  const { length } = values;
  const out = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row < length) out[i] = values[row]!;
    else out[i] = missing;
  }
  return out;
}

/** The rows of a table that is taken as it is. */
export function everyRow(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}
