/** Fee for service: every stay is paid its cost, by the payers of its bill. The other methods begin from here; a stay without a price stays here. */
import { otherFunds, type StayTable } from '../stay/stay-table.ts';
import { bandIndex, type Settlement, unpricedReasons } from './settlement.ts';

/** The settlement being filled: its columns are still open. */
export type Draft = Omit<Settlement, 'prices'>;

const noCost = unpricedReasons.indexOf('no_cost');

/** `inScope` has 1 for every stay that a population rule left in; undefined: all are. */
export function asOnBill({ count, money }: StayTable, inScope: Uint8Array | undefined): Draft {
  const payment = money.total?.slice(0, count) ?? new Float64Array(count).fill(Number.NaN);
  const fund = paidBy(count, money.fund ? [money.fund] : undefined);
  const patient = paidBy(count, money.account || money.cash ? [money.account, money.cash] : undefined);
  const other = paidBy(
    count,
    otherFunds.map(field => money[field]),
  );
  const margin = new Float64Array(count);
  const band = new Uint8Array(count);
  const reason = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const cost = payment[i]!;
    const isIn = inScope === undefined || inScope[i] !== 0;
    if (isIn && !Number.isNaN(cost)) {
      band[i] = bandIndex.ffs;
      margin[i] = fund[i]! + patient[i]! + other[i]! - cost;
      continue;
    }
    payment[i] = 0;
    fund[i] = 0;
    patient[i] = 0;
    other[i] = 0;
    if (isIn) {
      band[i] = bandIndex.unpriced;
      reason[i] = noCost;
    }
  }
  return {
    count,
    price: new Int32Array(count).fill(-1),
    band,
    reason,
    standard: new Float64Array(count),
    payment,
    fund,
    patient,
    other,
    margin,
  };
}

/** Sum of columns, an empty cell counting 0; NaN throughout where the file has no such column. */
function paidBy(count: number, columns: readonly (Float64Array | undefined)[] | undefined): Float64Array {
  const sum = new Float64Array(count);
  if (!columns) return sum.fill(Number.NaN);
  for (const column of columns) {
    if (!column) continue;
    for (let i = 0; i < count; i++) {
      const cell = column[i]!;
      if (!Number.isNaN(cell)) sum[i]! += cell;
    }
  }
  return sum;
}
