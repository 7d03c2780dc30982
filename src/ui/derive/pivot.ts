/** Rows counted, or a number column summed or averaged, by two columns at once. Every row is in one cell, so all totals add up. */
import { UserError } from '../../errors.ts';
import type { Place } from '../place.ts';
import type { Column, Sheet } from '../table/sheet.ts';
import { sortedBy } from '../table/sort.ts';
import { badValue } from '../verbs/mistakes.ts';
import { inTurns, type Slow } from '../work.ts';
import type { Class, Classes } from './class.ts';
import { classesOf } from './classes-of.ts';
import { columnOf, named, summedColumns } from './column-of.ts';
import { type Tally, tallyOf } from './tally.ts';

export type Asked = Omit<Extract<Place, { readonly screen: 'pivot' }>, 'screen'>;

/** What stands in a cell: the rows, or the sum or mean of a column over them. */
export type Figure = { readonly is: 'count' } | { readonly is: 'sum' | 'mean'; readonly column: Column };

export type Pivot = {
  readonly down: Column;
  readonly across: Column;
  readonly figure: Figure;
  readonly ranges: { readonly down: boolean; readonly across: boolean };
  readonly rows: readonly Class[];
  /** The columns of the table; the one after them, where `rest` is not nothing, holds so many classes together. */
  readonly columns: readonly Class[];
  readonly rest: number;
  /** A cell for each row and column, row by row. */
  readonly cells: Tally;
};

/** More columns than this are put together in one. */
const MOST = 30;

/** `department,band`, `department,band,margin`, `department,band,mean:margin`. @throws UserError */
export function askedPivot(sheet: Sheet, value: string): Asked {
  const [down = '', across = '', figure = '', ...more] = value.split(',').map(text => text.trim());
  columnOf(sheet, down, 'pivot');
  columnOf(sheet, across, 'pivot');
  if (down === across) throw sameTwice(down);
  if (more.length > 0) throw badValue('pivot', value, { zh: '写法：行,列[,数字列]', en: 'write down,across[,number column]' });
  figureOf(sheet, figure);
  return { down, across, figure };
}

const sameTwice = (key: string): UserError =>
  new UserError(
    'STEP_INVALID',
    { zh: `交叉表要两个不同的列，两次都是 ${key}`, en: `a pivot needs two different columns, ${key} was given twice` },
    { hint: { zh: '如 pivot=department,band', en: 'such as pivot=department,band' } },
  );

/** '' counts; `margin` and `sum:margin` add up. @throws UserError */
function figureOf(sheet: Sheet, text: string): Figure {
  if (text === '') return { is: 'count' };
  const { kind, key } = readFigure(text);
  const column = named(summedColumns(sheet), key, 'pivot');
  return { is: kind === 'mean' ? 'mean' : 'sum', column };
}

const readFigure = (text: string): { readonly kind: string; readonly key: string } => {
  const [, kind = 'sum', key = ''] = /^(?:(sum|mean):)?(.*)$/.exec(text) ?? [];
  return { kind, key };
};

export const hasFigure = (sheet: Sheet, text: string): boolean =>
  text === '' || summedColumns(sheet).some(({ key }) => key === readFigure(text).key);

export function* pivotOf(sheet: Sheet, rows: Uint32Array, asked: Asked): Slow<Pivot> {
  const down = columnOf(sheet, asked.down, 'pivot');
  const across = columnOf(sheet, asked.across, 'pivot');
  const figure = figureOf(sheet, asked.figure);
  const lines = yield* classesOf(down, rows);
  const { kept, rest, of } = yield* mostFrequent(yield* classesOf(across, rows));
  const width = kept.length + (rest > 0 ? 1 : 0);
  yield* inTurns(of.length, (from, to) => {
    for (let i = from; i < to; i++) of[i]! += lines.of[i]! * width;
  });
  const columns = figure.is === 'count' ? [] : [figure.column];
  const cells = yield* tallyOf(rows, { of, classes: lines.list.length * width, columns });
  return { down, across, figure, ranges: { down: lines.ranges, across: kept.some(isRange) }, rows: lines.list, columns: kept, rest, cells };
}

const isRange = ({ kind }: Class): boolean => kind === 'range';

type Kept = { readonly kept: readonly Class[]; readonly rest: number; readonly of: Uint32Array };

/** The classes with the most rows, in reading order; the rows of the others get the place after the last. */
function* mostFrequent({ list, of }: Classes): Slow<Kept> {
  if (list.length <= MOST) return { kept: list, rest: 0, of };
  const counts = new Float64Array(list.length);
  yield* inTurns(of.length, (from, to) => {
    for (let i = from; i < to; i++) counts[of[i]!]!++;
  });
  const byCount = yield* sortedBy(Uint32Array.from(list.keys()), { value: at => counts[at]! }, true);
  const chosen = byCount.slice(0, MOST - 1).sort();
  const place = new Uint32Array(list.length).fill(chosen.length);
  chosen.forEach((at, column) => {
    place[at] = column;
  });
  yield* inTurns(of.length, (from, to) => {
    for (let i = from; i < to; i++) of[i] = place[of[i]!]!;
  });
  return { kept: Array.from(chosen, at => list[at]!), rest: list.length - chosen.length, of };
}
