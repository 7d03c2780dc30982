/**
 * Filters as people type them and logs keep them, the same everywhere:
 *
 *   骨 髋             every word stands in some word column, or begins the row's id
 *   !骨               the other rows
 *   drg:IC            text in one column
 *   drg=IC29          exactly; `drg=` are the rows that have none
 *   total>50000       also >= < <=, `总费用>5万`, `total=1000..2000` with both ends; in the unit the column is shown in
 *   marked            the rows a person marked
 *
 * A column is named by its key or by its title. What names no column is plain text.
 */
import { UserError } from '../../errors.ts';
import { endsOf } from './ends.ts';
import { folded } from './folded.ts';
import { type Column, holdsNumbers, type Sheet } from './sheet.ts';
import type { Filter } from './spec.ts';
import { typedNumber } from './typed-number.ts';

/** @throws UserError when a column is compared with what is not a number, or a text is too long to look for */
export function readFilter(text: string, sheet: Sheet): Filter {
  const inverse = /^\s*[!！]/.test(text);
  const wanted = (inverse ? text.replace(/^\s*[!！]/, '') : text).trim();
  if (folded(wanted) === 'marked') return { is: 'marked', text: '', inverse };
  const filter = columnFilter(wanted, inverse, sheet) ?? { is: 'has', text: wanted, inverse };
  if (filter.is === 'has' && filter.text.length > MOST_SEARCHED) throw tooLong();
  return filter;
}

/** Letters that are looked for: each word of them is looked for in every column. */
const MOST_SEARCHED = 1_000;

export function writtenFilter({ is, text, column, inverse }: Filter): string {
  const start = inverse ? '!' : '';
  switch (is) {
    case 'marked':
      return `${start}marked`;
    case 'has':
      return column === undefined ? start + text : `${start}${column}:${text}`;
    case 'is':
    case 'within':
      return `${start}${column}=${text}`;
    default:
      return `${start}${column}${is}${text}`;
  }
}

const operators: Readonly<Record<string, '>' | '>=' | '<' | '<=' | '=' | ':'>> = {
  '>': '>',
  '＞': '>',
  '>=': '>=',
  '≥': '>=',
  '<': '<',
  '＜': '<',
  '<=': '<=',
  '≤': '<=',
  '=': '=',
  '＝': '=',
  ':': ':',
  '：': ':',
};

/** Undefined when no column stands before an operator: then it is plain text. */
function columnFilter(text: string, inverse: boolean, { columns }: Sheet): Filter | undefined {
  for (const { 0: operator, index } of text.matchAll(/[>＞<＜]=|[>＞≥<＜≤=＝:：]/g)) {
    // no column is called so: what follows is text, however many operators stand in it
    if (index > LONGEST_NAME) return undefined;
    const name = text.slice(0, index);
    const column = columns.find(one => !one.drawn && isNamed(one, name));
    const asked = operators[operator.replace('＞', '>').replace('＜', '<')];
    if (column && asked) return filterOf(column, asked, { text: text.slice(index + operator.length).trim(), inverse });
  }
  return undefined;
}

/** Letters; with blanks between them and before the operator. */
const LONGEST_NAME = 200;

/** By its key or by its title, in either language. */
export function isNamed({ key, title, also = [] }: Column, name: string): boolean {
  const wanted = folded(name).trim();
  return wanted !== '' && [key, title, ...also].some(one => folded(one).trim() === wanted);
}

type Asked = { readonly text: string; readonly inverse: boolean };

function filterOf(column: Column, operator: string, { text, inverse }: Asked): Filter {
  const filter = { text, column: column.key, inverse };
  if (operator === ':') return { ...filter, is: 'has' };
  if (operator === '=' && !holdsNumbers(column)) return { ...filter, is: 'is' };
  if (operator === '=') return { ...filter, is: equalTo(column, text) };
  if (!holdsNumbers(column)) throw notCompared(column, operator);
  if (typedNumber(text, column) === undefined) throw notANumber(column, `${column.key}${operator}${text}`);
  return { ...filter, is: operator as Filter['is'] };
}

function equalTo(column: Column, text: string): 'is' | 'within' {
  const ends = endsOf(text, column);
  if (ends) {
    if (ends.some(end => end === undefined)) throw notANumber(column, `${column.key}=${text}`);
    return 'within';
  }
  // A cell may say `3 天` where the others say years: what a cell shows can be asked for. Money and shares are always numbers.
  const isShown = column.unit === undefined && /\d/.test(text);
  if (text !== '' && !isShown && typedNumber(text, column) === undefined) throw notANumber(column, `${column.key}=${text}`);
  return 'is';
}

const notANumber = ({ key, title }: Column, text: string): UserError =>
  new UserError(
    'STEP_INVALID',
    { zh: `“${text}”：${title}要和数字比较`, en: `"${text}": ${title} is compared with a number` },
    { hint: { zh: `如 ${key}>50000、${key}>=5万、${key}=1000..2000`, en: `such as ${key}>50000, ${key}<=1,000.5, ${key}=1000..2000` } },
  );

const tooLong = (): UserError =>
  new UserError(
    'STEP_INVALID',
    { zh: `筛选文字超过 ${MOST_SEARCHED} 个字`, en: `the text to filter by has more than ${MOST_SEARCHED} letters` },
    { hint: { zh: '写几个词就够了。', en: 'A few words are enough.' } },
  );

const notCompared = ({ key, title }: Column, operator: string): UserError =>
  new UserError(
    'STEP_INVALID',
    { zh: `${title}是文字，不能用 ${operator}`, en: `${title} holds words, ${operator} does not apply` },
    { hint: { zh: `用 ${key}:文字 或 ${key}=文字`, en: `use ${key}:text or ${key}=text` } },
  );
