/** The rows that were read as settlements of the stays they became. */
import { COUNTS, type Reversals } from './reversals.ts';
import type { Settlements } from './settlements.ts';
import { NO_DATE, NO_MONEY, otherOf, patientOf, type StayTable } from './stay-table.ts';

/** `stay`: row of the stay of every row, NO_STAY where there is none. */
export function everySettlement(table: StayTable, stay: Uint32Array, reversals: Reversals | undefined): Settlements {
  const { count, settled, settlementKey, money, sourceFile, sourceRow } = table;
  const patient = new Float64Array(count);
  const other = new Float64Array(count);
  const refunded = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    patient[row] = patientOf(table, row);
    other[row] = otherOf(table, row);
    if (reversals && reversals.standing[row] !== COUNTS) refunded[row] = 1;
  }
  return {
    count,
    stay,
    key: settlementKey,
    settled: settled ?? new Int32Array(count).fill(NO_DATE),
    refunded,
    total: money.total ?? new Float64Array(count).fill(NO_MONEY),
    fund: money.fund ?? new Float64Array(count).fill(NO_MONEY),
    patient,
    other,
    sourceFile,
    sourceRow,
  };
}
