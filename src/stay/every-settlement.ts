/** The rows that were read as settlements of the stays they became. */

import type { Settlements } from './settlements.ts';
import { COUNTS, PARTIAL, type Reversals, UNMATCHED } from './standing.ts';
import { NO_DATE, NO_MONEY, namesPayers, otherFunds, type StayTable } from './stay-table.ts';

/** `stay`: row of the stay of every row, NO_STAY where there is none. */
export function everySettlement(table: StayTable, stay: Uint32Array, reversals: Reversals | undefined): Settlements {
  const { count, settled, settlementKey, money, sourceFile, sourceRow } = table;
  const refunded = new Uint8Array(count);
  // a refund of a part stays in the sums, with its amounts below zero
  const inSums = (mark: number): boolean => mark === COUNTS || mark === PARTIAL;
  if (reversals) for (let row = 0; row < count; row++) if (!inSums(reversals.standing[row]!)) refunded[row] = 1;
  return {
    count,
    stay,
    key: settlementKey,
    settled: settled ?? new Int32Array(count).fill(NO_DATE),
    refunded,
    ...(reversals && unmatchedIn(reversals.standing, money.total)),
    total: money.total ?? unknown(count),
    fund: money.fund ?? unknown(count),
    patient: sumOf([money.account, money.cash], count),
    other: namesPayers(money) ? sumOf([new Float64Array(count), ...otherFunds.map(field => money[field])], count) : unknown(count),
    sourceFile,
    sourceRow,
  };
}

function unmatchedIn(standing: Uint8Array, total: Float64Array | undefined): Pick<Settlements, 'unmatched'> {
  let [settlements, fen] = [0, Number.NaN];
  for (let row = 0; row < standing.length; row++) {
    if (standing[row] !== UNMATCHED) continue;
    settlements += 1;
    const amount = total?.[row] ?? Number.NaN;
    if (!Number.isNaN(amount)) fen = (fen || 0) + amount;
  }
  return settlements === 0 ? {} : { unmatched: { settlements, fen } };
}

const unknown = (count: number): Float64Array => new Float64Array(count).fill(NO_MONEY);

/** Row by row what is known, as patientOf and otherOf do for one row; NaN where nothing is. */
function sumOf(columns: readonly (Float64Array | undefined)[], count: number): Float64Array {
  const sums = unknown(count);
  for (const column of columns) if (column) add(sums, column);
  return sums;
}

function add(sums: Float64Array, amounts: Float64Array): void {
  for (let row = 0; row < amounts.length; row++) {
    const amount = amounts[row]!;
    if (Number.isNaN(amount)) continue;
    const sum = sums[row]!;
    if (Number.isNaN(sum)) sums[row] = amount;
    else sums[row] = sum + amount;
  }
}
