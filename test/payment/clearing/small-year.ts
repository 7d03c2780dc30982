/** A year of few stays with a budget of few lines, so that a test shows only the numbers it is about. */
import { yuanText } from '../../../src/money.ts';
import type { Budget } from '../../../src/payment/clearing/budget.ts';
import { clear } from '../../../src/payment/clearing/clear.ts';
import type { Clearing, ClearingLine } from '../../../src/payment/clearing/clearing.ts';
import { type LedgerColumn, totalOf } from '../../../src/payment/clearing/ledger.ts';
import { readBudget } from '../../../src/payment/clearing/read-budget.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { StayTable } from '../../../src/stay/stay-table.ts';
import { groups, staysOf, type TestStay, weights } from '../small-hospital.ts';

/** Five lines; what a test adds begins on line 6. */
export const header = `schema: budget/1
id: year
title: a budget of a test
year: 2025
sources: {made: {type: assumption, title: "a number of a test"}, notice: {type: official, title: "notice 7", date: 2025-02-01}}
`;
export const read = (body: string): Budget => readBudget(header + body, 'b.yaml');

/** What an insurance has beside its fund budget and p; `source` holds for all of it. */
export const insured = (fund: string, p: string, more = '', insurance = 'employee'): string => `  ${insurance}:
    source: notice
    fund_budget: {value: "${fund}", unit: CNY}
    fund_share: {value: "${p}", unit: ratio}
${more}`;

export type DatedStay = TestStay & { readonly discharged?: string; readonly settled?: string; readonly place?: string };

/** `discharged` and `settled` as 2025-03-31. */
export function yearOf(rows: readonly DatedStay[]): {
  readonly stays: StayTable;
  readonly grouping: ReturnType<typeof staysOf>['grouping'];
} {
  return staysOf(rows);
}

export const cleared = (policy: Policy, rows: readonly DatedStay[], budget: string): Clearing => clearedBy(policy, rows, read(budget));

/** The budget read once, for many years of stays. */
export function clearedBy(policy: Policy, rows: readonly DatedStay[], budget: Budget): Clearing {
  const { stays, grouping } = yearOf(rows);
  return clear({ stays, part: { policy, grouping, groups, weights }, budget });
}

/** `label amount working | rule source`. */
export const lineText = ({ label, amount, figure, working, rule, source }: ClearingLine): string =>
  [`${label} ${amount === undefined ? figure : yuanText(amount)}`, working, rule, source].filter(text => text !== '').join(' | ');

export const linesOf = (clearing: Clearing, ...of: readonly ClearingLine['group'][]): string[] =>
  clearing.insurances.flatMap(({ lines }) => lines.filter(({ group }) => of.includes(group)).map(lineText));

/** Columns of the ledger that are named, one row a line. */
export const ledgerOf = ({ ledger }: Clearing, ...columns: readonly LedgerColumn[]): string[] =>
  ledger.map(row =>
    [
      row.insurance,
      row.hospital,
      row.period,
      ...columns.map(column => (column === 'stays' ? row.stays : yuanText(row[column]))),
      yuanText(row.balance),
    ].join(' '),
  );

export const yearTotal = ({ ledger }: Clearing) => totalOf(ledger);
