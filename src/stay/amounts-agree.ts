/**
 * Whether the amounts of a stay add up: total = Σ fourteen charge categories; total = fund + other funds + account + cash + hospital part
 * (医疗费总额 = 基金支付总额 + 个人负担总金额 + 医院负担金额); total = own pay + over limit + first self-pay + in scope.
 * A sum is asked only where the file has its columns and the row fills them.
 */
import type { FindingRule } from './finding.ts';
import type { Note } from './stay-length.ts';
import { chargeCategories, type MoneyField, otherFunds } from './stay-table.ts';

export type MoneyColumns = Readonly<Partial<Record<MoneyField, Float64Array>>>;

export function checkAmounts(money: MoneyColumns, rows: number, note: Note): void {
  const { total } = money;
  if (!total) return;
  for (let row = 0; row < rows; row++) if (Number.isNaN(total[row])) note(row, 'total', 'total_missing', 'noted');
  for (const { rule, needed, more, filled } of sums) {
    const columns = needed.map(field => money[field]).filter(column => column !== undefined);
    if (columns.length < needed.length) continue;
    const others = more.map(field => money[field]).filter(column => column !== undefined);
    for (let row = 0; row < rows; row++) {
      const differs = filled(columns, row) && sumOf(columns, row) + sumOf(others, row) !== total[row];
      if (differs && !Number.isNaN(total[row])) note(row, 'total', rule, 'noted');
    }
  }
}

type Filled = (columns: readonly Float64Array[], row: number) => boolean;
const all: Filled = (columns, row) => columns.every(column => !Number.isNaN(column[row]));
const any: Filled = (columns, row) => columns.some(column => !Number.isNaN(column[row]));

type Sum = {
  readonly rule: FindingRule;
  readonly needed: readonly MoneyField[];
  readonly more: readonly MoneyField[];
  readonly filled: Filled;
};

const sums: readonly Sum[] = [
  // a category without a charge is often left blank
  { rule: 'charges_differ', needed: chargeCategories, more: [], filled: any },
  { rule: 'benefit_differs', needed: ['fund', 'account', 'cash'], more: [...otherFunds, 'hospital_part'], filled: all },
  { rule: 'scope_differs', needed: ['own_pay', 'over_limit', 'pre_selfpay', 'in_scope'], more: [], filled: all },
];

/** Missing amounts count as nothing. */
function sumOf(columns: readonly Float64Array[], row: number): number {
  let fen = 0;
  for (const column of columns) fen += column[row] || 0;
  return fen;
}
