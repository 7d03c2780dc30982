/** A condition of a policy or scenario as a question about a row: asked of words once each, of numbers row by row. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import { toFen } from '../money.ts';
import {
  amountColumns,
  type Bound,
  type CodeColumn,
  type Condition,
  codeColumns,
  type GroupColumn,
  groupColumns,
  type NumberColumn,
  numberColumns,
  priceColumns,
  type WordColumnName,
} from '../policy/condition.ts';
import type { StayTable } from '../stay/stay-table.ts';

export type Grouped = { readonly columns: GroupColumns; readonly groups: readonly Group[] };
export type AskedOf = { readonly stays: StayTable; readonly grouped: Grouped | undefined };
export type RowTest = (row: number) => boolean;

/** Conditions on weight and ratio ask for a price, which this does not know. */
export const needsPrice = ({ column }: Condition): boolean => priceColumns.some(known => known === column);

/** A missing number or word meets no condition; without a grouping no stay is in a group. */
export function conditionTest(condition: Condition, { stays, grouped }: AskedOf): RowTest {
  const { column, is, value } = condition;
  if (is === 'eq' || is === 'in') {
    const words: readonly string[] = is === 'eq' ? [value] : value;
    const code = codeColumns.find(known => known === column);
    if (code) return codeTest(code, words, stays);
    const group = groupColumns.find(known => known === column);
    if (group) return groupTest(group, new Set(words), grouped);
    return wordTest(column as WordColumnName, new Set(words), stays);
  }
  const meets = compare(is);
  if (amountColumns.some(known => known === column)) {
    const { total } = stays.money;
    const bound = toFen(value);
    return row => total !== undefined && meets(total[row]!, bound);
  }
  const number = numberColumns.find(known => known === column);
  if (!number) throw new Error(`${column} is known only with a price`);
  const numbers = numbersOf(number, stays);
  const bound = Number(value);
  return row => numbers !== undefined && numbers[row]! >= 0 && meets(numbers[row]!, bound);
}

export const allOf = (conditions: readonly Condition[], of: AskedOf): RowTest => {
  const tests = conditions.map(condition => conditionTest(condition, of));
  const [only] = tests;
  if (only && tests.length === 1) return only;
  // asked of every stay and scenario: no function is made for a row
  return row => {
    for (let t = 0; t < tests.length; t++) if (!tests[t]!(row)) return false;
    return true;
  };
};

function numbersOf(column: NumberColumn, { days, age, ageDays, icuHours, ventHours }: StayTable) {
  switch (column) {
    case 'days':
      return days;
    case 'age':
      return age;
    case 'age_days':
      return ageDays;
    case 'icu_hours':
      return icuHours;
    case 'vent_hours':
      return ventHours;
  }
}

function wordTest(column: WordColumnName, words: ReadonlySet<string>, { words: of, daySurgery, sex }: StayTable): RowTest {
  const marks = Uint8Array.from({ length: 0x100 }, (_, mark) => Number(words.has(String(mark))));
  if (column === 'day_surgery') return row => daySurgery !== undefined && daySurgery[row] !== 2 && marks[daySurgery[row]!] === 1;
  if (column === 'sex') return row => marks[sex[row]!] === 1;
  const known = of[column];
  if (!known) return () => false;
  const met = Uint8Array.from(known.words, word => Number(word !== '' && words.has(word)));
  return row => met[known.codes[row]!] === 1;
}

function groupTest(column: GroupColumn, words: ReadonlySet<string>, grouped: Grouped | undefined): RowTest {
  if (!grouped) return () => false;
  const met = Uint8Array.from(grouped.groups, group => Number(words.has(group[column])));
  return row => met[grouped.columns.group[row]!] === 1;
}

/** The first code of a stay is its principal diagnosis, its main procedure. */
function codeTest(column: CodeColumn, starts: readonly string[], { dx, px }: StayTable): RowTest {
  const { offsets, codes, words } = column === 'dx1' || column === 'dx' ? dx : px;
  const met = Uint8Array.from(words, word => Number(word !== '' && starts.some(start => word.startsWith(start))));
  const onlyFirst = column === 'dx1' || column === 'px1';
  return row => {
    const from = offsets[row]!;
    const to = onlyFirst ? Math.min(offsets[row + 1]!, from + 1) : offsets[row + 1]!;
    for (let i = from; i < to; i++) if (met[codes[i]!] === 1) return true;
    return false;
  };
}

function compare(is: Bound): (number: number, bound: number) => boolean {
  switch (is) {
    case 'gt':
      return (number, bound) => number > bound;
    case 'gte':
      return (number, bound) => number >= bound;
    case 'lt':
      return (number, bound) => number < bound;
    case 'lte':
      return (number, bound) => number <= bound;
  }
}
