/**
 * Amounts below zero. A row that is marked as refunded, or whose total and every other amount are below zero, takes a settlement back and is
 * kept for the netting, if its number says what it takes back. Anywhere else a payer may have got something back, which is kept and noted; a stay cannot have cost less than nothing.
 */
import type { OwnColumn } from '../stay/own-layout.ts';
import type { Note } from '../stay/stay-length.ts';
import { otherFunds } from '../stay/stay-table.ts';

type Amounts = {
  /** Fen of the block at hand, by field. */
  readonly amounts: ReadonlyMap<OwnColumn, Float64Array>;
  /** 1 where the file marks the row as refunded. */
  readonly refunded: Int32Array | undefined;
  /** Rows have numbers by which a bill finds the one it takes back. */
  readonly numbered: boolean;
  readonly rows: number;
  readonly note: Note;
};

export function checkNegatives({ amounts, refunded, numbered, rows, note }: Amounts): void {
  const columns = [...amounts.values()];
  const total = amounts.get('total');
  for (let row = 0; row < rows; row++) {
    if (refunded?.[row] === 1 || !columns.some(column => column[row]! < 0)) continue;
    const isReversal = numbered && total !== undefined && total[row]! < 0 && !columns.some(column => column[row]! > 0);
    if (isReversal) continue;
    for (const [field, column] of amounts) {
      if (column[row]! < 0) note(row, field, 'amount_negative', payers.has(field) ? 'noted' : 'refused');
    }
  }
}

const payers: ReadonlySet<OwnColumn> = new Set([
  'fund',
  ...otherFunds,
  'account',
  'cash',
  'hospital_part',
  'insurer_payment',
  'fund_total',
  'patient_total',
]);
