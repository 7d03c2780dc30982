/**
 * A condition on a stay as policies and scenarios write it: `days_gte: 60`, `cost_gt: "100000"`, `discharge_way: "5"`, `adrg: [BM1, BM2]`.
 * All conditions of a `when` must hold; a missing number or word meets none.
 */
import type { ErrorCode, Text, UserError } from '../errors.ts';
import type { Place } from './leaf.ts';
import { both, didYouMean, mistake } from './mistakes.ts';
import { nearest } from './nearest.ts';

/** Whole numbers as loaded. */
export const numberColumns = ['days', 'age', 'age_days', 'icu_hours', 'vent_hours'] as const;
/** Exact decimals, quoted: cost in yuan. */
export const amountColumns = ['cost'] as const;
/** Known only when the stay has a price: weight of its group, cost ÷ benchmark. */
export const priceColumns = ['weight', 'ratio'] as const;
/** Words as loaded; `day_surgery` is "1" or "0". */
const wordColumns = [
  ...(['discharge_way', 'visit_type', 'place', 'hospital_level', 'department', 'hospital', 'insurance'] as const),
  ...(['patient_category', 'insured_region', 'day_surgery', 'sex'] as const),
] as const;
/** Of the group a stay falls in. */
export const groupColumns = ['mdc', 'adrg', 'drg'] as const;
/** Codes that begin with one of the words: principal diagnosis, any diagnosis, main procedure, any procedure. */
export const codeColumns = ['dx1', 'dx', 'px1', 'px'] as const;

export const bounds = ['gt', 'gte', 'lt', 'lte'] as const;
export type Bound = (typeof bounds)[number];
export type NumberColumn = (typeof numberColumns)[number];
export type AmountColumn = (typeof amountColumns)[number];
export type PriceColumn = (typeof priceColumns)[number];
export type WordColumnName = (typeof wordColumns)[number];
export type GroupColumn = (typeof groupColumns)[number];
export type CodeColumn = (typeof codeColumns)[number];
export type ConditionColumn = NumberColumn | AmountColumn | PriceColumn | WordColumnName | GroupColumn | CodeColumn;

export type Condition =
  | { readonly column: NumberColumn; readonly is: Bound; readonly value: number }
  | { readonly column: AmountColumn | PriceColumn; readonly is: Bound; readonly value: string }
  | { readonly column: WordColumnName | GroupColumn | CodeColumn; readonly is: 'eq'; readonly value: string }
  | { readonly column: WordColumnName | GroupColumn | CodeColumn; readonly is: 'in'; readonly value: readonly string[] };

export type Where = {
  readonly at: Place;
  readonly code: ErrorCode;
  /** Columns that can be asked here; all of them unless said. */
  readonly columns?: readonly ConditionColumn[];
};

/** `when` as written, name to plain value; throws at the first that is none. */
export function conditionsOf(when: unknown, where: Where): readonly Condition[] {
  if (typeof when !== 'object' || when === null || Array.isArray(when) || Object.keys(when).length === 0) {
    throw wrong(where, both('缺少 when', 'has no `when`'), both('写成 when: {days_gt: 60}。', 'Write when: {days_gt: 60}.'));
  }
  return Object.entries(when).map(([name, value]) => conditionOf(name, value, where));
}

export function conditionOf(name: string, value: unknown, where: Where): Condition {
  const { columns = everyColumn } = where;
  const word = [...wordColumns, ...groupColumns, ...codeColumns].find(column => column === name && columns.includes(column));
  if (word) {
    if (typeof value === 'string') return { column: word, is: 'eq', value };
    if (Array.isArray(value) && value.length > 0 && value.every(one => typeof one === 'string')) return { column: word, is: 'in', value };
    throw wrong(where, both(`“${name}”应为加引号的文字`, `"${name}" must be quoted text`));
  }
  for (const is of bounds) {
    const number = numberColumns.find(column => `${column}_${is}` === name && columns.includes(column));
    if (number) return { column: number, is, value: wholeOf(name, value, where) };
    const amount = [...amountColumns, ...priceColumns].find(column => `${column}_${is}` === name && columns.includes(column));
    if (amount) return { column: amount, is, value: decimalOf(name, value, where) };
  }
  throw wrong(where, both(`没有名为“${name}”的条件`, `no condition named "${name}"`), didYouMean(nearest(name, spelled(columns))!));
}

export const everyColumn: readonly ConditionColumn[] = [
  ...numberColumns,
  ...wordColumns,
  ...amountColumns,
  ...priceColumns,
  ...groupColumns,
  ...codeColumns,
];

function spelled(columns: readonly ConditionColumn[]): readonly string[] {
  const bounded: readonly ConditionColumn[] = [...numberColumns, ...amountColumns, ...priceColumns];
  return columns.flatMap(column => (bounded.includes(column) ? bounds.map(is => `${column}_${is}`) : [column]));
}

function wholeOf(name: string, value: unknown, where: Where): number {
  if (typeof value === 'number') return value;
  throw wrong(
    where,
    both(`“${name}”应为不加引号的整数`, `"${name}" must be a whole number`),
    both(`写作 ${name}: 60。`, `Write ${name}: 60.`),
  );
}

function decimalOf(name: string, value: unknown, where: Where): string {
  if (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)) return value;
  throw wrong(
    where,
    both(`“${name}”应为加引号的小数`, `"${name}" must be a quoted decimal`),
    both(`写作 ${name}: "0.5"。`, `Write ${name}: "0.5".`),
  );
}

const noHint = both('when 里的每一项都要成立，规则才适用。', 'Every condition of a `when` must hold for the rule to apply.');
const wrong = ({ at, code }: Where, text: Text, hint: Text = noHint): UserError => mistake(code, at, text, hint);
