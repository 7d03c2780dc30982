/**
 * Amounts worked out from the sums that a settlement states (医疗费总额 = 基金支付总额 + 个人负担总金额 + 医院负担金额). The fund total is the pool and
 * all other funds: without a pool of its own a row's pool is what the named funds leave of it, and a row that has both is held against it.
 * The patient total is account and cash: of a file without cash, cash is what the account leaves of it. Whole fen, in place, row by row.
 */
import type { Note } from '../stay/stay-length.ts';
import { type MoneyField, NO_MONEY, otherFunds } from '../stay/stay-table.ts';
import type { SumField } from './fields.ts';

type Money = Partial<Record<MoneyField, Float64Array>>;

export type Amounts = {
  /** The amounts of the block that was read last; what is worked out joins them. */
  readonly money: Money;
  readonly sums: Readonly<Partial<Record<SumField, Float64Array>>>;
  /** Most rows of a block. */
  readonly rows: number;
};

export type WorkedOut = {
  readonly field: MoneyField;
  /** A column that the file does not have itself; undefined where its own is filled in. */
  readonly values: Float64Array | undefined;
  read(block: { readonly rows: number }, note: Note): void;
};

/** To be asked once all columns of amounts are known. */
export function fromSums({ money, sums, rows }: Amounts): readonly WorkedOut[] {
  const { fund_total: fundTotal, patient_total: patientTotal } = sums;
  const found: WorkedOut[] = [];
  if (fundTotal) {
    const values = money.fund ? undefined : new Float64Array(rows);
    const fund = money.fund ?? values!;
    money.fund = fund;
    const others = otherFunds.flatMap(field => money[field] ?? []);
    found.push({
      field: 'fund',
      values,
      read: (block, note) => readPool({ whole: fundTotal, fund, others, own: !values }, block.rows, note),
    });
  }
  if (patientTotal && !money.cash) {
    const cash = new Float64Array(rows);
    money.cash = cash;
    const others = money.account ? [money.account] : [];
    found.push({ field: 'cash', values: cash, read: (block, note) => readCash({ whole: patientTotal, cash, others }, block.rows, note) });
  }
  return found;
}

type Pool = {
  readonly whole: Float64Array;
  readonly fund: Float64Array;
  readonly others: readonly Float64Array[];
  /** The file has a column of the pool. */
  readonly own: boolean;
};

function readPool({ whole, fund, others, own }: Pool, rows: number, note: Note): void {
  for (let row = 0; row < rows; row++) {
    const left = leftOf(whole[row]!, others, row);
    const hasPool = own && !Number.isNaN(fund[row]);
    if (hasPool) {
      if (!Number.isNaN(left) && left !== fund[row]) note(row, 'fund', 'fund_sum_differs', 'noted');
      continue;
    }
    const fits = isShareOf(left, whole[row]!);
    fund[row] = fits ? left : NO_MONEY;
    if (!fits && !Number.isNaN(left)) note(row, 'fund_total', 'fund_sum_differs', 'noted');
  }
}

type Cash = { readonly whole: Float64Array; readonly cash: Float64Array; readonly others: readonly Float64Array[] };

function readCash({ whole, cash, others }: Cash, rows: number, note: Note): void {
  for (let row = 0; row < rows; row++) {
    const left = leftOf(whole[row]!, others, row);
    const fits = isShareOf(left, whole[row]!);
    cash[row] = fits ? left : NO_MONEY;
    if (!fits && !Number.isNaN(left)) note(row, 'patient_total', 'benefit_differs', 'noted');
  }
}

/** A blank part counts as nothing, as it does in a settlement. */
function leftOf(whole: number, parts: readonly Float64Array[], row: number): number {
  let left = whole;
  for (const part of parts) left -= part[row] || 0;
  return left;
}

/** A part has the sign of its sum: both are below zero in a refund. */
const isShareOf = (left: number, whole: number): boolean => (whole < 0 ? left <= 0 : left >= 0);
