/** The bills of one stay in one row: amounts added up, the first day and the last, the days between them. */
import { NO_ROW } from './gather-numbers.ts';
import { MISSING, moneyFields, NO_DATE, NO_MONEY, type StayTable } from './stay-table.ts';
import type { NumberArray, TableColumns } from './table-columns.ts';

export type Bills = {
  /** The bills. */
  readonly table: StayTable;
  /** The stays, each filled in from one of its bills. */
  readonly columns: TableColumns;
  readonly stays: { readonly stay: Uint32Array; readonly counts: Uint8Array; readonly first: Uint32Array };
  /** Days of a stay that ends on the day it began. */
  readonly sameDay: 0 | 1;
};

/** Finishes, in place, the stays that have several bills or a refund of a part; gives the first rows of those that have several bills. */
export function sumBills({ table, columns, stays, sameDay }: Bills): Uint32Array {
  const { stay, counts, first } = stays;
  const bills = billsOfSeveral(stay, counts, first.length);
  if (bills.length === 0) return bills;
  const several = new Uint32Array(first.length);
  for (const row of bills) if (counts[row] === 1) several[stay[row]!]!++;
  const firsts = bills.filter(row => first[stay[row]!] === row);
  const column = <A extends NumberArray>(name: string): A | undefined => {
    const found = columns.get(name);
    return found?.kind === 'numbers' ? (found.values as A) : undefined;
  };
  for (const field of moneyFields) add(table.money[field], column(field));
  add(table.insurer?.payment, column('insurer_payment'));
  latest(table.settled, column('settled'));
  latest(table.discharged, column('discharged'));
  earliest(table.admitted, column('admitted'));
  addDays(column<Int32Array>('days')!);
  return firsts.filter(row => several[stay[row]!]! > 1);

  function add(from: Float64Array | undefined, sums: Float64Array | undefined): void {
    if (!from || !sums) return;
    for (const row of firsts) sums[stay[row]!] = NO_MONEY;
    for (const row of bills) {
      const amount = from[row]!;
      if (Number.isNaN(amount)) continue;
      const place = stay[row]!;
      if (Number.isNaN(sums[place]!)) sums[place] = amount;
      else sums[place]! += amount;
    }
  }

  // the mark of a missing date lies before all dates
  function latest(from: Int32Array | undefined, days: Int32Array | undefined): void {
    if (!from || !days) return;
    for (const row of bills) if (counts[row] === 1 && from[row]! > days[stay[row]!]!) days[stay[row]!] = from[row]!;
  }

  function earliest(from: Int32Array | undefined, days: Int32Array | undefined): void {
    if (!from || !days) return;
    for (const row of bills) {
      const place = stay[row]!;
      if (counts[row] === 1 && from[row] !== NO_DATE && (days[place] === NO_DATE || from[row]! < days[place]!)) days[place] = from[row]!;
    }
  }

  function addDays(days: Int32Array): void {
    const admitted = column<Int32Array>('admitted');
    const discharged = column<Int32Array>('discharged');
    for (const row of firsts) days[stay[row]!] = MISSING;
    for (const row of bills) {
      if (counts[row] !== 1 || table.days[row] === MISSING) continue;
      const place = stay[row]!;
      days[place] = Math.max(days[place]!, 0) + table.days[row]!;
    }
    for (const row of firsts) {
      const place = stay[row]!;
      const from = admitted?.[place] ?? NO_DATE;
      const to = discharged?.[place] ?? NO_DATE;
      if (from === NO_DATE || to === NO_DATE || to < from) continue;
      days[place] = to === from ? sameDay : to - from;
    }
  }
}

/** Rows whose amounts count, of stays that have more than one of them. */
function billsOfSeveral(stay: Uint32Array, counts: Uint8Array, stays: number): Uint32Array {
  const billsOf = new Uint32Array(stays);
  for (let row = 0; row < stay.length; row++) if (counts[row] !== 0) billsOf[stay[row]!]!++;
  let size = 0;
  for (let place = 0; place < stays; place++) if (billsOf[place]! > 1) size += billsOf[place]!;
  const rows = new Uint32Array(size);
  let at = 0;
  for (let row = 0; row < stay.length && at < size; row++) {
    if (counts[row] !== 0 && stay[row] !== NO_ROW && billsOf[stay[row]!]! > 1) rows[at++] = row;
  }
  return rows;
}
