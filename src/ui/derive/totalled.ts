/** The sum of a few figures: rows without one count as nothing, rows that all have none give none. Whole fen stay exact. */
export function totalled(values: Float64Array, rows: Uint32Array): number {
  let [sum, any] = [0, false];
  for (const row of rows) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    any = true;
  }
  return any || rows.length === 0 ? sum : Number.NaN;
}

/** The figures in another order. */
export function inOrder(values: Float64Array, order: Uint32Array): Float64Array {
  const ordered = new Float64Array(order.length);
  for (let row = 0; row < ordered.length; row++) ordered[row] = values[order[row]!]!;
  return ordered;
}
