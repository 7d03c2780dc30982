/**
 * Refunds of a part of a bill (部分退费): of 700.00 with 200.00 given back 500.00 stand. The bill is the only one that stands under the settlement's
 * number, else the only one of the visit; it is more than the refund, and all its refunds together take back no more than it. Of two bills that
 * stand nothing says which one is meant.
 */
import { COUNTS, PARTIAL, type Reversals, UNMATCHED } from './standing.ts';
import { NO_MONEY, type StayTable, type WordColumn } from './stay-table.ts';

/** After whole bills were netted. `rows` in order of settling: of several refunds the earlier ones come first. */
export function matchParts(table: StayTable, { rows, standing, billOf }: Reversals & { readonly rows: Uint32Array }): void {
  const { total } = table.money;
  if (!total) return;
  const left = new Map<number, number>();
  for (const keys of [table.settlementKey, table.visitKey]) {
    if (!keys) continue;
    const only = onlyBills(keys, rows, standing);
    for (const row of rows) {
      if (standing[row] !== UNMATCHED) continue;
      const bill = only[keys.codes[row]!]!;
      if (bill < 0) continue;
      const refund = -(total[row] ?? NO_MONEY);
      const open = left.get(bill) ?? total[bill]!;
      if (!(refund < total[bill]! && refund <= open)) continue;
      left.set(bill, open - refund);
      standing[row] = PARTIAL;
      billOf[row] = bill;
    }
  }
}

const NONE = -1;
const SEVERAL = -2;

/** By key: the row of the only bill that stands. */
function onlyBills({ codes, words }: WordColumn, rows: Uint32Array, standing: Uint8Array): Float64Array {
  const only = new Float64Array(words.length).fill(NONE);
  for (const row of rows) {
    if (standing[row] !== COUNTS) continue;
    const key = codes[row]!;
    only[key] = only[key] === NONE ? row : SEVERAL;
  }
  only[0] = NONE;
  return only;
}
