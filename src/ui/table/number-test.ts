/** Whether the number of a row agrees with a filter. Missing numbers agree with none, inverse or not. */
import { endsOf } from './ends.ts';
import type { Column } from './sheet.ts';
import type { Filter } from './spec.ts';
import { decimalsTyped, typedNumber } from './typed-number.ts';

type Compared = Pick<Filter, 'is' | 'text' | 'inverse'>;

export function numberTest(filter: Compared, column: Column): (row: number) => boolean {
  const { values } = column;
  const value = values ? (row: number) => values[row]! : (row: number) => column.value(row);
  if (filter.is === 'is') return equalTest(filter, column, value);
  const inside = comparison(filter, column);
  const { inverse } = filter;
  return row => {
    const number = value(row);
    return !Number.isNaN(number) && inside(number) !== inverse;
  };
}

function comparison({ is, text }: Compared, column: Column): (number: number) => boolean {
  const bound = typedNumber(text, column) ?? Number.NaN;
  switch (is) {
    case '>':
      return number => number > bound;
    case '>=':
      return number => number >= bound;
    case '<':
      return number => number < bound;
    case '<=':
      return number => number <= bound;
    case 'within': {
      const [from = Number.NaN, to = Number.NaN] = endsOf(text, column) ?? [];
      const [least, most] = [Math.min(from, to), Math.max(from, to)];
      return number => number >= least && number <= most;
    }
    default:
      throw new Error(`${is} does not compare numbers`);
  }
}

/**
 * Equal to the number, or shown as it: a ratio of 1.3689 is shown as 1.37 and found by it. What is far from the number is not asked for
 * its text.
 */
function equalTest({ text, inverse }: Compared, column: Column, value: (row: number) => number): (row: number) => boolean {
  if (text === '') return row => Number.isNaN(value(row)) !== inverse;
  const wanted = typedNumber(text, column);
  const shown = (row: number) => column.text(row, column.width).trim();
  if (wanted === undefined) return row => !Number.isNaN(value(row)) && (shown(row) === text) !== inverse;
  // 1.37 may be anything from 1.365 to 1.375; a little more for what floating point makes of it.
  const near = 0.500001 * 10 ** -decimalsTyped(text) * (column.unit ?? 1);
  const agrees = (row: number, number: number) =>
    number === wanted || (Math.abs(number - wanted) <= near && typedNumber(shown(row), column) === wanted);
  return row => {
    const number = value(row);
    return !Number.isNaN(number) && agrees(row, number) !== inverse;
  };
}
