/** The table of a pivot: a row for each value down, a column for each value across, and the row total. A cell without rows is blank. */
import { count } from '../../report/format.ts';
import { type Column, keyed, type Sheet } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import { keyOf } from './class.ts';
import { classColumn, labelOf } from './class-column.ts';
import { figureColumn, meanOf } from './figure-column.ts';
import type { Pivot } from './pivot.ts';
import { totalled } from './totalled.ts';

export function pivotSheet(pivot: Pivot, say: Say): Sheet {
  const { down, across, ranges, rows, columns, rest } = pivot;
  const width = columns.length + (rest > 0 ? 1 : 0);
  const title = ranges.down ? say('rangesFrom', { column: down.title }) : down.title;
  const ranks = Float64Array.from(rows, ({ kind }, row) => (kind === 'missing' ? Number.NaN : row));
  const cellsAt = (column: number) => figuresOf(pivot, row => [row * width + column]);
  const whole = figuresOf(pivot, row => Array.from({ length: width }, (_, column) => row * width + column));
  return {
    ...keyed(rows.map(keyOf)),
    ...(down.identifier ? { identifiers: true as const } : {}),
    columns: [
      classColumn({ key: 'value', title, column: down, classes: rows, ranks }, say),
      ...columns.map((one, i) => cellColumn({ key: columnKey(across, keyOf(one)), title: labelOf(one, say) }, cellsAt(i), pivot)),
      ...(rest > 0 ? [cellColumn({ key: 'rest', title: say('pivotRest') }, cellsAt(columns.length), pivot)] : []),
      cellColumn({ key: 'all', title: say('pivotAll'), fixed: 'right' }, whole, pivot),
    ],
  };
}

/** Steps part their columns by commas and tell a filter by its signs. */
const columnKey = (across: Column, key: string): string => `${across.key}/${key.replace(/[\s,，:：=<>＜＞≥≤＝]+/g, '_')}`;

/** What stands in the rows of one column: the sums behind it, and the figure they give. */
type Cells = { readonly rows: Float64Array; readonly known: Float64Array; readonly sum: Float64Array };

/** `of`: the cells that one row of this column puts together. */
function figuresOf({ rows, cells, figure }: Pivot, of: (row: number) => readonly number[]): Cells {
  const together = (values: Float64Array | undefined) =>
    Float64Array.from(rows, (_, row) => (values ? totalled(values, Uint32Array.from(of(row))) : Number.NaN));
  const [figures] = figure.is === 'count' ? [] : cells.figures;
  return { rows: together(cells.rows), known: together(figures?.known), sum: together(figures?.sum) };
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
