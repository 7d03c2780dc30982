/**
 * The numbers of a column as classes: few different ones stay as they are, more of them are put into ranges of round bounds.
 * A range holds its lower bound and not its upper one. Only ranges with rows are listed.
 */
import type { Column } from '../table/sheet.ts';
import { typedNumber } from '../table/typed-number.ts';
import { inTurns, type Slow, scaled, TURN } from '../work.ts';
import type { Class, Classes } from './class.ts';
import { readable, typedText } from './number-text.ts';
import { rangeAt, rangeBounds } from './range-bounds.ts';
import { valuesOf } from './values-of.ts';

/** More different values than this are put into ranges. */
const FEW = 20;
/** A number with more decimals than people type is no name for a row either. */
const LONGEST = 4;

export function* numberClasses(column: Column, rows: Uint32Array): Slow<Classes> {
  const values = yield* scaled(valuesOf(column, rows), 0, 3);
  const single = yield* singleValues(values, rows);
  if (single) {
    const list = singleClasses(column, single);
    if (list) {
      const places = new Map([...single.keys()].map((value, place) => [value, place]));
      return yield* placed(values, { list, ranges: false, placeOf: value => places.get(value)! });
    }
  }
  const typed = (yield* rangeBounds(values)).map(bound => typedText(bound, column));
  // the very numbers that a filter reads from these texts
  const bounds = typed.map(text => typedNumber(text, column)!);
  const list = [...typed, undefined].map((to, i): Class => ({ kind: 'range', from: typed[i - 1], to }));
  return yield* placed(values, { list, ranges: true, placeOf: value => rangeAt(value, bounds) });
}

/** Each with a row that has it, in ascending order; undefined when there are more than few. */
function* singleValues(values: Float64Array, rows: Uint32Array): Slow<ReadonlyMap<number, number> | undefined> {
  const found = new Map<number, number>();
  for (let from = 0; from < values.length; from += TURN) {
    const to = Math.min(values.length, from + TURN);
    for (let i = from; i < to; i++) {
      const value = values[i]!;
      if (Number.isNaN(value) || found.has(value)) continue;
      if (found.size === FEW) return undefined;
      found.set(value, rows[i]!);
    }
    yield 1 / 3;
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

/** Undefined when people would not type such numbers. */
function singleClasses(column: Column, single: ReadonlyMap<number, number>): readonly Class[] | undefined {
  const named = [...single].map(([value, row]) => ({
    value,
    typed: typedText(value, column),
    shown: column.text(row, column.width).trim(),
  }));
  const isTyped = ({ value, typed }: { readonly value: number; readonly typed: string }) =>
    (typed.split('.')[1] ?? '').length <= LONGEST && typedNumber(typed, column) === value;
  if (!named.every(isTyped)) return undefined;
  // a cell that shows less than its number would be found by another number as well
  const told = named.every(({ value, shown }) => [value, undefined].includes(typedNumber(shown, column)));
  return named.map(
    ({ typed, shown }): Class => ({ kind: 'value', text: typed, label: told ? shown : readable(typed), exactly: told ? 'is' : 'within' }),
  );
}

type Places = { readonly list: readonly Class[]; readonly ranges: boolean; placeOf(value: number): number };

/** Rows by place in the list; places that no row has are left out, what is missing comes last. */
function* placed(values: Float64Array, { list, ranges, placeOf }: Places): Slow<Classes> {
  const of = new Uint32Array(values.length);
  const occurs = new Uint8Array(list.length + 1);
  const find = inTurns(values.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = values[i]!;
      const place = Number.isNaN(value) ? list.length : placeOf(value);
      of[i] = place;
      occurs[place] = 1;
    }
  });
  yield* scaled(find, 1, 3);
  const kept = new Uint32Array(occurs.length);
  let count = 0;
  for (let place = 0; place < occurs.length; place++) kept[place] = occurs[place] === 0 ? 0 : count++;
  const put = inTurns(of.length, (from, to) => {
    for (let i = from; i < to; i++) of[i] = kept[of[i]!]!;
  });
  yield* scaled(put, 2, 3);
  return { list: [...list, { kind: 'missing' } as const].filter((_, place) => occurs[place] === 1), of, ranges };
}
