/**
 * Settlements to stays. A refund and the bill it takes back leave the sums, a refund of a part is taken off its bill; interim and cross-year bills of one stay are put together, their
 * amounts added. What the medical side says is taken from the last bill with a principal diagnosis. Every row that was read stays known as a
 * settlement of its stay.
 */

import { yuanText } from '../money.ts';
import { everySettlement } from './every-settlement.ts';
import { chargesOf } from './follow-stays.ts';
import { everyRow, NO_ROW } from './gather-numbers.ts';
import { gatherColumns } from './gather-rows.ts';
import { isMedical } from './medical-columns.ts';
import { reversalsOf } from './reversals.ts';
import type { NoteRow } from './row-findings.ts';
import { type SameStay, sameStays } from './same-stay.ts';
import { COUNTS, MARKED, NETTED, PARTIAL, type Reversals, UNMATCHED } from './standing.ts';
import type { StayTable } from './stay-table.ts';
import { sumBills } from './sum-bills.ts';
import { flatTable, stayTableOf } from './table-columns.ts';

export type Netted = {
  readonly table: StayTable;
  /** Row of the last settlement of each stay. */
  readonly from: Uint32Array;
};

/** A table in which every row is a stay is returned as it is. */
export function netSettlements(table: StayTable, { sameDay }: { readonly sameDay: 0 | 1 }, note: NoteRow): Netted {
  if (table.settlements) return { table, from: everyRow(table.count) };
  const reversals = reversalsOf(table);
  const same = sameStays(table, reversals);
  noteReversals(table, reversals, note);
  for (const row of same.repeats) note(row, 'visit_id', 'visit_repeats', 'noted');
  if (!reversals && same.joined === 0) return { table, from: everyRow(table.count) };

  const stays = staysOf(table, same, reversals);
  const { last, medical, stay } = stays;
  const columns = gatherColumns(flatTable(table).columns, name => (isMedical(name) ? medical : last));
  const joined = sumBills({ table, columns, stays, sameDay });
  for (const row of joined) note(row, 'visit_id', 'settlements_joined', 'noted');
  const { charges } = table;
  if (charges) {
    for (let line = 0; line < charges.count; line++) {
      if (stay[charges.stay[line]!] === NO_ROW) note(charges.stay[line]!, 'amount', 'charge_without_stay', 'noted');
    }
  }
  return {
    table: {
      ...stayTableOf({ count: last.length, columns, files: table.files, lines: undefined }),
      settlements: everySettlement(table, stay, reversals),
      ...(charges && { charges: chargesOf(charges, stay, last.length) }),
    },
    from: last,
  };
}

function noteReversals({ money }: StayTable, reversals: Reversals | undefined, note: NoteRow): void {
  if (!reversals) return;
  const { standing, billOf } = reversals;
  const amount = (row: number): string => {
    const fen = money.total?.[row] ?? Number.NaN;
    return Number.isNaN(fen) ? '' : yuanText(fen);
  };
  for (let row = 0; row < standing.length; row++) {
    if (standing[row] === UNMATCHED) note(row, 'total', 'refund_unmatched', 'noted', amount(row));
    else if (standing[row] === PARTIAL) note(row, 'total', 'refund_partial', 'noted', amount(row));
    else if (standing[row] === MARKED) note(row, 'refunded', 'refunded', 'noted');
    else if (standing[row] === NETTED && billOf[row] !== NO_ROW) note(row, 'total', 'refund_netted', 'noted');
  }
}

export type Stays = {
  /** Stay of every row, NO_ROW where it belongs to none. */
  readonly stay: Uint32Array;
  /** 1 where a row counts; 2 where only its amounts do, which are taken off a bill. */
  readonly counts: Uint8Array;
  /** Of every stay: its first row, its last settlement, and the row that says what it was. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly medical: Uint32Array;
};

/** Stays stand in the order of their first bills. */
function staysOf(table: StayTable, { lead }: SameStay, reversals: Reversals | undefined): Stays {
  const { count, dx } = table;
  const counts = new Uint8Array(count);
  const placeOf = new Uint32Array(count);
  let size = 0;
  for (let row = 0; row < count; row++) {
    const mark = reversals?.standing[row] ?? COUNTS;
    counts[row] = mark === COUNTS ? 1 : mark === PARTIAL ? 2 : 0;
    if (lead[row] === row) placeOf[row] = size++;
  }
  const stay = new Uint32Array(count);
  const first = new Uint32Array(size);
  const last = new Uint32Array(size);
  const medical = new Uint32Array(size);
  const hasDiagnosis = (row: number): boolean => dx.offsets[row + 1]! > dx.offsets[row]!;
  for (let row = 0; row < count; row++) {
    const place = lead[row] === NO_ROW ? NO_ROW : placeOf[lead[row]!]!;
    stay[row] = place;
    if (counts[row] !== 1) continue;
    if (lead[row] === row) {
      first[place] = row;
      last[place] = row;
      medical[place] = row;
      continue;
    }
    if (!isBefore(table.settled, row, last[place]!)) last[place] = row;
    const known = medical[place]!;
    if (hasDiagnosis(row) === hasDiagnosis(known) ? !isEarlier(table, row, known) : hasDiagnosis(row)) medical[place] = row;
  }
  return { stay, counts, first, last, medical };
}

const isBefore = (days: Int32Array | undefined, row: number, other: number): boolean => days !== undefined && days[row]! < days[other]!;

/** Discharged earlier; on the same day, settled earlier. */
const isEarlier = ({ discharged, settled }: StayTable, row: number, other: number): boolean =>
  discharged !== undefined && discharged[row] !== discharged[other] ? isBefore(discharged, row, other) : isBefore(settled, row, other);
