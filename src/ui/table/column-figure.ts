/**
 * One figure of a column over rows, exactly, in the units of the column's values: the definitions behind footers.
 * Median and p90 are definition 7 of Hyndman and Fan (PERCENTILE.INC of spreadsheets); missing numbers are in no figure.
 */
import { quantileOfSorted } from '../../compare/quantiles.ts';
import { Decimal } from '../../money.ts';
import { inTurns, type Slow, scaled } from '../work.ts';
import { exactTotal } from './exact-total.ts';
import { type Column, holdsNumbers } from './sheet.ts';
import { placesOf, sortedBy } from './sort.ts';
import { type Aggregate, aggregates } from './spec.ts';

/** What can be said of a column: words are counted, numbers also added up and ordered. */
export const aggregatesOf = (column: Column): readonly Aggregate[] =>
  column.drawn ? [] : holdsNumbers(column) ? aggregates : ['distinct', 'filled'];

/** Undefined when no row has a number. */
export function* columnFigure(rows: Uint32Array, column: Column, aggregate: Aggregate): Slow<Decimal | undefined> {
  if (column.ready) yield* column.ready();
  switch (aggregate) {
    case 'sum':
    case 'mean': {
      const { sum, known } = yield* exactTotal(rows, column);
      return known === 0 ? undefined : aggregate === 'sum' ? sum : sum.div(known);
    }
    case 'median':
    case 'p90':
      return quantileOfSorted(yield* sortedNumbers(rows, column), aggregate === 'median' ? '0.5' : '0.9');
    case 'least':
    case 'most':
      return yield* extreme(rows, column, aggregate === 'least' ? 1 : -1);
    case 'distinct':
      return new Decimal(yield* distinct(rows, column));
    case 'filled':
      return new Decimal((yield* knownNumbers(rows, column)).length);
  }
}

function* knownNumbers(rows: Uint32Array, { value, values }: Column): Slow<Float64Array> {
  const numbers = new Float64Array(rows.length);
  let known = 0;
  yield* inTurns(rows.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const number = values ? values[rows[i]!]! : value(rows[i]!);
      if (!Number.isNaN(number)) numbers[known++] = number;
    }
  });
  return numbers.subarray(0, known);
}

function* sortedNumbers(rows: Uint32Array, column: Column): Slow<Float64Array> {
  const numbers = yield* scaled(knownNumbers(rows, column), 0, 3);
  const places = yield* placesOf(numbers.length);
  const order = yield* scaled(sortedBy(places, { value: place => numbers[place]!, values: numbers }, false), 1, 3);
  const sorted = new Float64Array(numbers.length);
  yield* scaled(
    inTurns(order.length, (from, to) => {
      for (let i = from; i < to; i++) sorted[i] = numbers[order[i]!]!;
    }),
    2,
    3,
  );
  return sorted;
}

function* extreme(rows: Uint32Array, column: Column, sign: 1 | -1): Slow<Decimal | undefined> {
  const numbers = yield* knownNumbers(rows, column);
  let found = Number.POSITIVE_INFINITY;
  yield* inTurns(numbers.length, (from, to) => {
    for (let i = from; i < to; i++) if (numbers[i]! * sign < found) found = numbers[i]! * sign;
  });
  return numbers.length === 0 ? undefined : new Decimal(found * sign);
}

/** Words by their codes, numbers in their order. The same word under two codes is one word. */
function* distinct(rows: Uint32Array, column: Column): Slow<number> {
  const sorted = yield* sortedNumbers(rows, column);
  let count = 0;
  yield* inTurns(sorted.length, (from, to) => {
    for (let i = from; i < to; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) count++;
  });
  return count;
}
