/** What a person should see about joined papers: those that found none of the other kind, and what two papers of one stay say differently. */
import { orderOf } from './choose-papers.ts';
import { NO_ROW } from './gather-numbers.ts';
import type { Paper, Papers } from './match-papers.ts';
import type { OwnColumn } from './own-layout.ts';
import type { Shared } from './shared-papers.ts';
import type { Note } from './stay-length.ts';
import { MISSING, NO_DATE, NO_MONEY, type StayTable } from './stay-table.ts';

export function notePapers(table: StayTable, { papers, shared }: { readonly papers: Papers; readonly shared: Shared }, note: Note): void {
  noteUnmatched(table, papers, note);
  for (const fact of factsOf(table)) noteDiffering(fact, { papers, shared }, note);
}

function noteUnmatched({ refunded, money }: StayTable, { from, given, present }: Papers, note: Note): void {
  const { settlement, list, stay, front_page } = given;
  const hasMoney = present.includes('settlement') || present.includes('stay');
  const has = (rows: Uint32Array, i: number): boolean => rows[i] !== NO_ROW;
  for (let i = 0; i < from.length; i++) {
    const row = from[i]!;
    if (has(settlement, i)) {
      // a refund needs no diagnoses
      const isRefund = refunded?.[row] === 1 || (money.total?.[row] ?? 0) < 0;
      if (!isRefund && !has(list, i) && !has(stay, i) && !has(front_page, i)) note(row, 'stay_id', 'settlement_without_list', 'noted');
      continue;
    }
    if (has(list, i) && hasMoney && !has(stay, i)) note(list[i]!, 'stay_id', 'list_without_settlement', 'noted');
    if (front_page[i] === row) note(row, 'stay_id', 'front_page_unmatched', 'noted');
  }
}

/** What two papers can both state; amounts as the sum over the bills that a paper serves. */
type Fact = {
  readonly field: OwnColumn;
  readonly kind: 'once' | 'per_bill' | 'amount';
  /** NaN where a row does not state it. */
  of(row: number): number;
};

function factsOf(table: StayTable): Fact[] {
  const { dx, px, sex, age, admitted, discharged, days, money } = table;
  const known = (values: ArrayLike<number> | undefined, missing: number) => (row: number) => {
    const value = values?.[row] ?? missing;
    return value === missing ? Number.NaN : value;
  };
  const firstOf =
    ({ offsets, codes }: StayTable['dx']) =>
    (row: number) =>
      offsets[row + 1]! > offsets[row]! ? codes[offsets[row]!]! : Number.NaN;
  return [
    { field: 'dx', kind: 'once', of: firstOf(dx) },
    { field: 'px', kind: 'once', of: firstOf(px) },
    { field: 'sex', kind: 'once', of: known(sex, 0) },
    { field: 'age', kind: 'once', of: known(age, MISSING) },
    // an interim bill has dates of its own
    { field: 'admitted', kind: 'per_bill', of: known(admitted, NO_DATE) },
    { field: 'discharged', kind: 'per_bill', of: known(discharged, NO_DATE) },
    { field: 'days', kind: 'per_bill', of: known(days, MISSING) },
    { field: 'total', kind: 'amount', of: row => money.total?.[row] ?? NO_MONEY },
  ];
}

/** A paper that differs from the one that is believed is named once, whatever the number of its bills. */
function noteDiffering(
  { field, kind, of }: Fact,
  { papers, shared }: { readonly papers: Papers; readonly shared: Shared },
  note: Note,
): void {
  const { from, given, serves, present } = papers;
  const order = orderOf(field).filter(paper => present.includes(paper));
  // only a shared paper is met twice
  const noted = shared.keeper && new Uint8Array(serves.length);
  const sums = kind === 'amount' && shared.keeper ? sumsOfShared(of, order, { papers, shared }) : undefined;
  for (let i = 0; i < from.length; i++) {
    let stated = Number.NaN;
    let believed = NO_ROW;
    for (const paper of order) {
      const row = given[paper][i]!;
      if (row === NO_ROW) continue;
      const value = of(row);
      if (Number.isNaN(value)) continue;
      if (believed === NO_ROW) {
        stated = value;
        believed = row;
        continue;
      }
      const isShared = serves[row]! > 1 || serves[believed]! > 1;
      if (isShared && kind === 'per_bill') continue;
      const expected = sums && serves[row]! > 1 ? sums.get(row) : stated;
      if (expected === undefined || value === expected || noted?.[row] === 1) continue;
      if (noted) noted[row] = 1;
      note(row, field, 'documents_differ', 'noted');
    }
  }
}

/** By row of a shared paper: what the bills it serves state together; refunded ones are left out, and papers of such bills only. */
function sumsOfShared(
  of: Fact['of'],
  order: readonly Paper[],
  { papers: { from, given, serves }, shared: { counts } }: { readonly papers: Papers; readonly shared: Shared },
): Map<number, number> {
  const sums = new Map<number, number>();
  for (let i = 0; i < from.length; i++) {
    const stating = order.map(paper => given[paper][i]!).filter(row => row !== NO_ROW && !Number.isNaN(of(row)));
    for (const row of stating.slice(1)) {
      if (serves[row]! > 1 && counts(from[i]!)) sums.set(row, (sums.get(row) ?? 0) + of(stating[0]!));
    }
  }
  return sums;
}
