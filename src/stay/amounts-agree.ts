/**
 * Whether the amounts of a stay add up: total = Σ fourteen charge categories; total = fund + other funds + account + cash + hospital part
 * (医疗费总额 = 基金支付总额 + 个人负担总金额 + 医院负担金额); total = own pay + over limit + first self-pay + in scope.
 * A sum is asked only where the file has its columns. One that a row leaves wholly blank was not given; else a blank cell counts as nothing,
 * as it does in a settlement.
 */
import type { FindingRule } from './finding.ts';
import type { Note } from './stay-length.ts';
import { chargeCategories, type MoneyField, otherFunds } from './stay-table.ts';

export type MoneyColumns = Readonly<Partial<Record<MoneyField, Float64Array>>>;

export function checkAmounts(money: MoneyColumns, rows: number, note: Note): void {
  const { total } = money;
  if (!total) return;
  for (let row = 0; row < rows; row++) if (Number.isNaN(total[row])) note(row, 'total', 'total_missing', 'noted');
  for (const { rule, needed, more, blank } of sums) {
    if (needed.some(field => money[field] === undefined)) continue;
    const parts = [...needed, ...more].map(field => money[field]).filter(column => column !== undefined);
    for (let row = 0; row < rows; row++) {
      const sum = sumOf(parts, row);
      if (sum === total[row] || Number.isNaN(total[row])) continue;
      // only a sum of nothing can be one that was not given
      const found = sum === 0 && isBlank(parts, row) ? blank : rule;
      if (found) note(row, 'total', found, 'noted');
    }
  }
}

const isBlank = (parts: readonly Float64Array[], row: number): boolean => parts.every(column => Number.isNaN(column[row]));

type Sum = {
  readonly rule: FindingRule;
  readonly needed: readonly MoneyField[];
  readonly more: readonly MoneyField[];
  /** When the row gives none of the parts: worth a note only where money is worked out from them. */
  readonly blank: FindingRule | undefined;
};

const sums: readonly Sum[] = [
  { rule: 'charges_differ', needed: chargeCategories, more: [], blank: undefined },
  // what the patient paid is taken off the price: blank, the fund pays all of it
  { rule: 'benefit_differs', needed: ['fund', 'account', 'cash'], more: [...otherFunds, 'hospital_part'], blank: 'benefit_missing' },
  { rule: 'scope_differs', needed: ['own_pay', 'over_limit', 'pre_selfpay', 'in_scope'], more: [], blank: undefined },
];

/** Missing amounts count as nothing. */
function sumOf(columns: readonly Float64Array[], row: number): number {
  let fen = 0;
  for (const column of columns) fen += column[row] || 0;
  return fen;
}
