/** Keys of the one table: filtering by a cell, its columns, its marks, its totals line. */
import { overviewLayout, scenariosLayout, tableLayout } from '../layout.ts';
import { placeOf } from '../place.ts';
import { viewOf } from '../sheets/sheets.ts';
import { type Step, step } from '../step.ts';
import type { WorkbenchState } from '../store/state.ts';
import { aggregatesOf } from '../table/column-figure.ts';
import { placeColumns } from '../table/columns.ts';
import { MOST_WIDTH } from '../table/fitting-width.ts';
import { saidOf } from '../table/footers.ts';
import { allMarked } from '../table/marked.ts';
import type { Column } from '../table/sheet.ts';
import { columnAt, columnsOf, currentColumn } from '../table/table-view.ts';
import { cellFilter } from '../table/this-cell.ts';
import { writtenFilter } from '../table/written-filter.ts';
import { type Binding, tables } from './binding.ts';

/** What they do depends on the row under the cursor. */
export const rowKeys: readonly Binding[] = [
  {
    keys: ['@'],
    step: state => filterByCell(state, false),
    where: tables,
    does: { zh: '只看与本格相同的行', en: 'only rows with this cell' },
  },
  {
    keys: ['!'],
    step: state => filterByCell(state, true),
    where: tables,
    does: { zh: '去掉与本格相同的行', en: 'rows without this cell' },
  },
  { keys: ['m'], step: markRow, where: tables, does: { zh: '标记本行，再按去掉', en: 'mark the row, again to unmark' } },
  { keys: ['M'], step: markAll, where: tables, does: { zh: '标记显示的全部行', en: 'mark all rows shown' } },
];

export const tableKeys: readonly Binding[] = [
  ...rowKeys,
  { keys: ['_'], step: state => ofColumn(state, 'hide'), where: tables, does: { zh: '隐藏本列', en: 'hide the column' } },
  { keys: ['H'], step: () => step('unhide'), where: tables, does: { zh: '显示隐藏的列', en: 'show hidden columns' } },
  {
    keys: ['f'],
    step: state => ofColumn(state, 'freeze'),
    where: tables,
    does: { zh: '冻结本列，再按解除', en: 'freeze the column, again to let go' },
  },
  { keys: ['>'], step: state => sized(state, 2), where: tables, does: { zh: '本列宽一些', en: 'widen the column' } },
  { keys: ['<'], step: state => sized(state, -2), where: tables, does: { zh: '本列窄一些', en: 'narrow the column' } },
  { keys: ['='], step: state => ofColumn(state, 'fit'), where: tables, does: { zh: '本列宽度正好', en: 'fit the column' } },
  {
    keys: ['+'],
    step: nextFigure,
    where: tables,
    does: { zh: '合计行：合计、平均、中位 …', en: 'totals line: sum, mean, median ...' },
  },
];

function filterByCell(state: WorkbenchState, inverse: boolean): Step | undefined {
  const view = viewOf(state);
  const column = currentColumn(view);
  const row = view.shown[view.cursor];
  const filter = column && row !== undefined ? cellFilter(column, row, inverse) : undefined;
  return filter && step('filter', writtenFilter(filter));
}

function markRow(state: WorkbenchState): Step | undefined {
  const { shown, cursor, marked } = viewOf(state);
  const row = shown[cursor];
  return row === undefined ? undefined : step(marked.has(row) ? 'unmark' : 'mark', `#${cursor + 1}`);
}

/** All of them are marked already: then they are unmarked. */
function markAll(state: WorkbenchState): Step | undefined {
  const { shown, marked } = viewOf(state);
  if (shown.length === 0) return undefined;
  return step(allMarked(marked, shown) ? 'unmark' : 'mark', 'all');
}

/** The column is named, so that the step does the same in a log, where no cursor stands anywhere. */
function ofColumn(state: WorkbenchState, verb: string): Step | undefined {
  const column = currentColumn(viewOf(state));
  return column && step(verb, column.key);
}

const NARROWEST = 3;

/** From the width it is drawn in, which may be more than its own. */
function sized(state: WorkbenchState, by: number): Step | undefined {
  const view = viewOf(state);
  const { placed } = placeColumns(columnsOf(view), columnAt(view), tableWidth(state) - 1);
  const current = placed.find(({ index }) => index === columnAt(view));
  return current && step('width', `${current.column.key}:${Math.min(MOST_WIDTH, Math.max(NARROWEST, current.width + by))}`);
}

function tableWidth(state: WorkbenchState): number {
  switch (placeOf(state.path).screen) {
    case 'overview': {
      const { months } = overviewLayout(state);
      return state.size.columns - (months.place === 'beside' ? months.columns : 0);
    }
    case 'scenarios':
      return scenariosLayout(state).tableColumns;
    default:
      return tableLayout(state).tableColumns;
  }
}

function nextFigure(state: WorkbenchState): Step | undefined {
  const view = viewOf(state);
  const column = currentColumn(view);
  return column && step('total', `${column.key}:${after(column, saidOf(column, view.spec))}`);
}

/** From one figure to the next, then none, then the first again. */
function after(column: Column, said: string): string {
  const figures: readonly string[] = [...aggregatesOf(column), 'none'];
  return figures[(figures.indexOf(said) + 1) % figures.length] ?? 'none';
}
