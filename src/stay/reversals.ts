/**
 * Which settlements count and which do not. A reversal (退费) takes back one bill, and neither of the two counts. It names the bill by the
 * settlement's own number, or it belongs to the same visit and is its exact opposite. Of several such bills it is the latest one before it,
 * by the day of settling and then by the order of the files; where there is none before it, the first one after it.
 *
 * National extracts mark a refunded bill (refd_setl_flag = 1) and write a second row with negative amounts, or they only mark it. A bill that
 * is only marked does not count. A reversal whose bill is not in the load does not count either.
 *
 * A reversal of less than the bill that stands under its number, or that alone stands of its visit, gives a part of it back: see partial-refunds.
 */
import { NO_ROW } from './gather-numbers.ts';
import { pairCodes } from './pair-codes.ts';
import { matchParts } from './partial-refunds.ts';
import { COUNTS, MARKED, NETTED, type Reversals, UNMATCHED } from './standing.ts';
import { NO_DATE, NO_MONEY, patientOf, type StayTable } from './stay-table.ts';

/** Undefined when the table has no reversal and no mark. */
export function reversalsOf(table: StayTable): Reversals | undefined {
  const { count, refunded, money } = table;
  const { total, fund } = money;
  const standing = new Uint8Array(count);
  let reversals = 0;
  let marked = 0;
  for (let row = 0; row < count; row++) {
    const mark = refunded !== undefined && refunded[row] === 1;
    if (isReversal(total?.[row] ?? NO_MONEY, mark ? (fund?.[row] ?? NO_MONEY) : NO_MONEY)) {
      standing[row] = UNMATCHED;
      reversals++;
    } else if (mark) {
      standing[row] = MARKED;
      marked++;
    }
  }
  if (reversals + marked === 0) return undefined;
  const billOf = new Uint32Array(count).fill(NO_ROW);
  if (reversals > 0) matchReversals(table, { standing, billOf });
  return { standing, billOf };
}

/** The fund says it where a marked row has no total; a negative fund alone is no reversal. */
const isReversal = (total: number, markedFund: number): boolean => total < 0 || (Number.isNaN(total) && markedFund < 0);

function matchReversals(table: StayTable, { standing, billOf }: Reversals): void {
  const rows = rowsInOrder(table, rowsConcerned(table, standing));
  const amounts = amountsOf(table, rows, standing);
  const settlement = rows.map(row => table.settlementKey?.codes[row] ?? 0);
  const visit = rows.map(row => table.visitKey?.codes[row] ?? 0);
  const sameVisit = pairCodes(visit, amounts.amount, NO_MONEY);
  const sameParts = pairCodes(pairCodes(sameVisit.codes, amounts.fund).codes, amounts.patient);
  const taken = new Uint8Array(rows.length);
  const every = (): boolean => true;
  // less than a bill that the file does not mark is a part of it
  const takesAll = (a: number, b: number): boolean => standing[rows[b]!] === MARKED || !(amounts.amount[a]! < amounts.amount[b]!);
  const tiers = [
    { keys: pairCodes(settlement, amounts.amount, NO_MONEY), fits: every },
    { keys: pairCodes(settlement, new Uint8Array(rows.length)), fits: takesAll },
    { keys: sameParts, fits: every },
    { keys: sameVisit, fits: (a: number, b: number) => agree(amounts.fund, a, b) && agree(amounts.patient, a, b) },
  ];
  let open = rows.reduce((count, row) => count + (standing[row] === UNMATCHED ? 1 : 0), 0);
  // of two equal bills the one that the file marks is the one that was taken back
  const marks = rows.some(row => standing[row] === MARKED) ? [true, false] : [false];
  for (const { keys, fits } of tiers) {
    for (const markedOnly of marks) {
      if (open === 0) break;
      matchBackward({ rows, standing, taken, keys, fits, markedOnly, take });
      matchForward({ rows, standing, taken, keys, fits, markedOnly, take });
    }
  }
  function take(reversal: number, bill: number): void {
    open--;
    taken[reversal] = 1;
    taken[bill] = 1;
    billOf[rows[reversal]!] = rows[bill]!;
  }
  for (let i = 0; i < rows.length; i++) if (taken[i]) standing[rows[i]!] = NETTED;
  if (open > 0) matchParts(table, { rows, standing, billOf });
}

/** Rows of the settlements and visits that a reversal names. */
function rowsConcerned({ count, settlementKey, visitKey }: StayTable, standing: Uint8Array): number[] {
  const settlements = new Uint8Array(settlementKey?.words.length ?? 0);
  const visits = new Uint8Array(visitKey?.words.length ?? 0);
  for (let row = 0; row < count; row++) {
    if (standing[row] !== UNMATCHED) continue;
    if (settlementKey) settlements[settlementKey.codes[row]!] = 1;
    if (visitKey) visits[visitKey.codes[row]!] = 1;
  }
  settlements[0] = 0;
  visits[0] = 0;
  const rows: number[] = [];
  for (let row = 0; row < count; row++) {
    if ((settlementKey && settlements[settlementKey.codes[row]!]) || (visitKey && visits[visitKey.codes[row]!])) rows.push(row);
  }
  return rows;
}

/**
 * By the day of settling, rows without one first, then by amount, then as they were read: files in another order give the same sums. Within a
 * day the amount decides only where a reversal is not the opposite of the bill whose number it bears.
 */
function rowsInOrder({ settled, money: { total } }: StayTable, rows: readonly number[]): Uint32Array {
  const amount = (row: number): number => Math.abs(total?.[row] || 0);
  const day = (row: number): number => settled?.[row] ?? NO_DATE;
  return Uint32Array.from(rows).sort((a, b) => day(a) - day(b) || amount(a) - amount(b) || a - b);
}

type Amounts = { readonly amount: Float64Array; readonly fund: Float64Array; readonly patient: Float64Array };

/** Amounts of bills, and what reversals take back, so that the two are equal. */
function amountsOf(table: StayTable, rows: Uint32Array, standing: Uint8Array): Amounts {
  const { total, fund } = table.money;
  const of = (amount: (row: number) => number): Float64Array =>
    Float64Array.from(rows, row => (standing[row] === UNMATCHED ? -amount(row) : amount(row)));
  const totalOf = (row: number): number => total?.[row] ?? NO_MONEY;
  const fundOf = (row: number): number => fund?.[row] ?? NO_MONEY;
  return {
    amount: of(row => (Number.isNaN(totalOf(row)) ? fundOf(row) : totalOf(row))),
    fund: of(fundOf),
    patient: of(row => patientOf(table, row)),
  };
}

const agree = (amounts: Float64Array, a: number, b: number): boolean =>
  amounts[a] === amounts[b] || Number.isNaN(amounts[a]) || Number.isNaN(amounts[b]);

type Tier = {
  /** Rows in order of settling. */
  readonly rows: Uint32Array;
  readonly standing: Uint8Array;
  readonly taken: Uint8Array;
  readonly keys: ReturnType<typeof pairCodes>;
  fits(reversal: number, bill: number): boolean;
  readonly markedOnly: boolean;
  take(reversal: number, bill: number): void;
};

/** The latest bill before the reversal: the open bills of a key are a pile. */
function matchBackward({ rows, standing, taken, keys, fits, markedOnly, take }: Tier): void {
  const { pile, put } = piles(keys.size, rows.length);
  for (let i = 0; i < rows.length; i++) {
    const key = keys.codes[i]!;
    if (key === 0 || taken[i]) continue;
    const mark = standing[rows[i]!];
    if (mark !== UNMATCHED) {
      if (mark === MARKED || !markedOnly) put(key, i);
      continue;
    }
    const bill = pile(key, open => fits(i, open));
    if (bill >= 0) take(i, bill);
  }
}

/** For reversals that stand before their bill: the first one after it. */
function matchForward({ rows, standing, taken, keys, fits, markedOnly, take }: Tier): void {
  const { pile, put } = piles(keys.size, rows.length);
  for (let i = rows.length - 1; i >= 0; i--) {
    const mark = standing[rows[i]!];
    if (keys.codes[i] !== 0 && !taken[i] && (mark === MARKED || (mark === COUNTS && !markedOnly))) put(keys.codes[i]!, i);
  }
  for (let i = 0; i < rows.length; i++) {
    if (keys.codes[i] === 0 || taken[i] || standing[rows[i]!] !== UNMATCHED) continue;
    const bill = pile(keys.codes[i]!, open => fits(i, open));
    if (bill >= 0) take(i, bill);
  }
}

/** Bills of one amount in one visit that differ in who paid them: no hospital has more, and a hostile file shall not be searched for ever. */
const MOST_LOOKED_AT = 32;

function piles(keys: number, rows: number) {
  const top = new Int32Array(keys).fill(-1);
  const below = new Int32Array(rows);
  return {
    put(key: number, bill: number): void {
      below[bill] = top[key]!;
      top[key] = bill;
    },
    /** Takes the uppermost bill that fits off the pile; -1 when there is none. */
    pile(key: number, fits: (bill: number) => boolean): number {
      let above = -1;
      let bill = top[key]!;
      for (let looked = 0; bill >= 0 && looked < MOST_LOOKED_AT; looked++) {
        if (fits(bill)) {
          if (above < 0) top[key] = below[bill]!;
          else below[above] = below[bill]!;
          return bill;
        }
        above = bill;
        bill = below[bill]!;
      }
      return -1;
    },
  };
}
