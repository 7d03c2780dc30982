/** Netting by its definition, on rows as objects and pair by pair: slow, and written another way than the columns. */
import type { Bill } from './bills.ts';

type Row = Bill & { readonly at: number };

export type SlowNetting = {
  readonly counts: readonly boolean[];
  /** The bill that the refund of a part is taken off, by row of the refund. */
  readonly parts: ReadonlyMap<number, number>;
  /** Rows of every stay that count, in order of the first one. */
  readonly stays: readonly (readonly number[])[];
};

export function slowNetting(bills: readonly Bill[]): SlowNetting {
  const rows = bills.map((bill, at) => ({ ...bill, at }));
  const { counts, parts } = standing(rows);
  const open = new Set(rows.filter(({ at }) => counts[at]));
  const stays: number[][] = [];
  for (const row of rows) {
    if (!open.has(row)) continue;
    const together = reach(
      row,
      rows.filter(other => counts[other.at]),
    );
    for (const one of together) open.delete(one);
    stays.push(together.map(({ at }) => at).toSorted((a, b) => a - b));
  }
  return { counts, parts, stays };
}

const isReversal = (row: Row): boolean => (row.total ?? 0) < 0;
const isMarked = (row: Row): boolean => row.refunded === 1 && !isReversal(row);

function standing(rows: readonly Row[]): Omit<SlowNetting, 'stays'> {
  const gone = new Set<Row>();
  const order = rows.toSorted(
    (a, b) => (a.settled ?? -1) - (b.settled ?? -1) || Math.abs(a.total ?? 0) - Math.abs(b.total ?? 0) || a.at - b.at,
  );
  const opposite = (a: Row, b: Row) => a.total !== undefined && a.total === -(b.total ?? Number.NaN);
  const known = (a: number | undefined, b: number | undefined) => a === undefined || b === undefined || a === -b;
  const sameId = (a: Row, b: Row) => a.id !== undefined && a.id === b.id;
  const sameVisit = (a: Row, b: Row) => a.visit !== undefined && a.visit === b.visit && opposite(a, b);
  const tiers: ((reversal: Row, bill: Row) => boolean)[] = [
    (a, b) => sameId(a, b) && opposite(a, b),
    (a, b) => sameId(a, b) && (isMarked(b) || !(-(a.total ?? 0) < (b.total ?? Number.NaN))),
    (a, b) => sameVisit(a, b) && (a.fund === undefined) === (b.fund === undefined) && known(a.fund, b.fund),
    (a, b) => sameVisit(a, b) && known(a.fund, b.fund),
  ];
  for (const fits of tiers) {
    for (const which of [isMarked, () => true]) {
      for (const side of ['before', 'after']) {
        for (const reversal of order.filter(isReversal)) {
          if (gone.has(reversal)) continue;
          const bills = order.filter(row => !isReversal(row) && !gone.has(row) && which(row) && fits(reversal, row));
          const place = order.indexOf(reversal);
          const bill =
            side === 'before' ? bills.findLast(row => order.indexOf(row) < place) : bills.find(row => order.indexOf(row) > place);
          if (bill) gone.add(reversal).add(bill);
        }
      }
    }
  }
  const counts = rows.map(row => !gone.has(row) && !isReversal(row) && !isMarked(row));
  // what is left gives a part back of the only bill that stands, by number and then by visit
  const parts = new Map<number, number>();
  for (const key of ['id', 'visit'] as const) {
    for (const refund of order.filter(row => isReversal(row) && !gone.has(row) && !parts.has(row.at))) {
      const standing = rows.filter(row => counts[row.at] && refund[key] !== undefined && row[key] === refund[key]);
      const [bill] = standing;
      if (standing.length !== 1 || bill?.total === undefined) continue;
      const before = order.filter(row => parts.get(row.at) === bill.at);
      const left = [bill, ...before].reduce((sum, { total = 0 }) => sum + total, 0);
      if (-refund.total! < bill.total && left + refund.total! >= 0) parts.set(refund.at, bill.at);
    }
  }
  return { counts, parts };
}

/** All rows that a row is joined with, over any number of others. */
function reach(row: Row, rows: readonly Row[]): Row[] {
  const found = new Set([row]);
  for (const one of found) for (const other of rows) if (isOneStay(one, other, rows)) found.add(other);
  return [...found];
}

const isOnePerson = (a: Row, b: Row): boolean => a.visit !== undefined && a.visit === b.visit && a.age === b.age && a.weight === b.weight;

function isOneStay(a: Row, b: Row, rows: readonly Row[]): boolean {
  if (!isOnePerson(a, b)) return false;
  if (a.from === undefined && b.from === undefined) return a.settled === b.settled || host(a, rows) === undefined;
  if (a.from === undefined) return host(a, rows) === b;
  if (b.from === undefined) return host(b, rows) === a;
  return a.from <= b.to! + 1 && b.from <= a.to! + 1;
}

/** The bill whose time in the hospital a bill without dates belongs to: the last that began by its settling, or the first of all. */
function host(row: Row, rows: readonly Row[]): Row | undefined {
  const dated = rows.filter(other => isOnePerson(row, other) && other.from !== undefined).toSorted((a, b) => a.from! - b.from!);
  return dated.findLast(({ from }) => from! <= (row.settled ?? Number.NEGATIVE_INFINITY)) ?? dated[0];
}
