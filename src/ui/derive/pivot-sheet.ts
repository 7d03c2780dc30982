/** The table of a pivot: a row for each value down, a column for each value across, and the row total. A cell without rows is blank. */
import { count } from '../../report/format.ts';
import { type Column, keyed, type Sheet } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import { keyOf } from './class.ts';
import { classColumn, labelOf } from './class-column.ts';
import { figureColumn, meanOf } from './figure-column.ts';
import type { Pivot } from './pivot.ts';
import { stepNames } from './step-names.ts';
import { totalled } from './totalled.ts';

export function pivotSheet(pivot: Pivot, say: Say): Sheet {
  const { down, across, ranges, rows, columns, rest } = pivot;
  const width = columns.length + (rest > 0 ? 1 : 0);
  const title = ranges.down ? say('rangesFrom', { column: down.title }) : down.title;
  const ranks = Float64Array.from(rows, ({ kind }, row) => (kind === 'missing' ? Number.NaN : row));
  const keys = stepNames(columns.map(one => `${across.key}/${keyOf(one)}`));
  const cellsAt = (column: number) => cellsOf(pivot, width, [column, column + 1]);
  return {
    ...keyed(rows.map(keyOf)),
    ...(down.identifier ? { identifiers: true as const } : {}),
    columns: [
      classColumn({ key: 'value', title, column: down, classes: rows, ranks }, say),
      ...columns.map((one, i) => cellColumn({ key: keys[i] ?? '', title: labelOf(one, say) }, cellsAt(i), pivot)),
      ...(rest > 0 ? [cellColumn({ key: 'rest', title: say('pivotRest') }, cellsAt(columns.length), pivot)] : []),
      cellColumn({ key: 'all', title: say('pivotAll'), fixed: 'right' }, cellsOf(pivot, width, [0, width]), pivot),
    ],
  };
}

/** What stands in the rows of one column: the sums behind it, and the figure they give. */
type Cells = { readonly rows: Float64Array; readonly known: Float64Array; readonly sum: Float64Array };

/** `from` up to and without `to`: the columns that are put together. */
function cellsOf({ rows, cells, figure }: Pivot, width: number, [from, to]: readonly [number, number]): Cells {
  const together = (values: Float64Array) => {
    const sums = new Float64Array(rows.length);
    for (let row = 0; row < sums.length; row++) sums[row] = sumOf(values, row * width + from, row * width + to);
    return sums;
  };
  const [figures] = figure.is === 'count' ? [] : cells.figures;
  const none = new Float64Array(0);
  return { rows: together(cells.rows), known: figures ? together(figures.known) : none, sum: figures ? together(figures.sum) : none };
}

/** Cells without a figure count as nothing; where all have none there is none. */
function sumOf(values: Float64Array, from: number, to: number): number {
  let [sum, any] = [0, false];
  for (let at = from; at < to; at++) {
    if (Number.isNaN(values[at]!)) continue;
    sum += values[at]!;
    any = true;
  }
  return any ? sum : Number.NaN;
}

type Named = Pick<Column, 'key' | 'title'> & Partial<Pick<Column, 'fixed'>>;

function cellColumn(named: Named, { rows, known, sum }: Cells, { figure }: Pivot): Column {
  switch (figure.is) {
    case 'count':
      return figureColumn({ ...named, column: counted, values: rows.map(n => n || Number.NaN), footer: 'sum' });
    case 'sum':
      return figureColumn({ ...named, column: figure.column, values: sum, footer: 'sum' });
    case 'mean': {
      const values = sum.map((amount, row) => meanOf(amount, known[row]!));
      const together = (shown: Uint32Array) => meanOf(totalled(sum, shown), totalled(known, shown));
      return figureColumn({ ...named, column: figure.column, values, together });
    }
  }
}

/** What a count looks like. */
const counted: Column = { key: 'count', title: '', align: 'right', width: 0, text: () => '', value: () => 0, show: count };
