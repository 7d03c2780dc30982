/** The table of a frequency: value, rows, share, a bar, and for the money of the sheet its sum and mean. */
import { Decimal } from '../../money.ts';
import { widthOf } from '../../report/cell-width.ts';
import { count, percent } from '../../report/format.ts';
import { stretch } from '../charts/stretch.ts';
import { strokesOf } from '../charts/strokes.ts';
import type { Pen } from '../pen.ts';
import { type Column, keyed, numberColumn, type Sheet } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import { keyOf } from './class.ts';
import { classColumn } from './class-column.ts';
import { figureColumn, meanOf } from './figure-column.ts';
import type { Frequency } from './frequency.ts';
import { inOrder, totalled } from './totalled.ts';

export function frequencySheet(frequency: Frequency, { say, pen }: { readonly say: Say; readonly pen: Pen }): Sheet {
  const { column, order, ranges, companions, tally, rows } = frequency;
  const classes = Array.from(order, at => frequency.classes[at]!);
  const counts = inOrder(tally.rows, order);
  const title = ranges ? say('rangesFrom', { column: column.title }) : column.title;
  const ranks = Float64Array.from(order, (at, row) => (classes[row]?.kind === 'missing' ? Number.NaN : at));
  return {
    ...keyed(classes.map(keyOf)),
    ...(column.identifier ? { identifiers: true as const } : {}),
    columns: [
      classColumn({ key: 'value', title, column, classes, ranks }, say),
      numberColumn({
        key: 'count',
        title: say('rowCount'),
        width: Math.max(5, count(rows).length),
        value: row => counts[row] ?? Number.NaN,
        text: row => count(counts[row] ?? 0),
        exact: row => String(counts[row] ?? 0),
        show: count,
        footer: 'sum',
      }),
      numberColumn({
        key: 'share',
        title: say('rowShare'),
        width: 6,
        unit: 0.01,
        value: row => (counts[row] ?? Number.NaN) / rows,
        text: row => percent(counts[row] ?? 0, rows),
        exact: row => new Decimal(counts[row] ?? 0).div(rows).toDecimalPlaces(6).toString(),
        show: value => percent(value, 1),
        together: shown => percent(totalled(counts, shown), rows),
      }),
      barColumn(counts, pen),
      ...companions.flatMap((companion, i) => companionColumns(companion, { order, ...tally.figures[i]! }, say)),
    ],
  };
}

function barColumn(counts: Float64Array, pen: Pen): Column {
  const largest = counts.reduce((most, one) => Math.max(most, one), 0);
  const strokes = strokesOf(pen.ascii ? 'ascii' : 'block');
  return {
    key: 'bar',
    drawn: true,
    title: '',
    width: 12,
    grows: true,
    most: 40,
    align: 'left',
    value: row => counts[row] ?? Number.NaN,
    text: (row, width) =>
      stretch({ from: 0, to: (counts[row]! / largest) * width, columns: width, negative: false, strokes })
        .join('')
        .trimEnd(),
  };
}

type Ordered = { readonly order: Uint32Array; readonly known: Float64Array; readonly sum: Float64Array };

function companionColumns(column: Column, { order, known, sum }: Ordered, say: Say): readonly Column[] {
  const sums = inOrder(sum, order);
  const knowns = inOrder(known, order);
  const means = sums.map((amount, row) => meanOf(amount, knowns[row]!));
  const mean = (rows: Uint32Array) => meanOf(totalled(sums, rows), totalled(knowns, rows));
  return [
    figureColumn({ key: `sum-${column.key}`, title: say('sumOf', { column: column.title }), column, values: sums, footer: 'sum' }),
    figureColumn({ key: `mean-${column.key}`, title: say('meanOf', { column: column.title }), column, values: means, together: mean }),
  ].map(one => ({ ...one, width: Math.max(one.width, widthOf(one.title)) }));
}
