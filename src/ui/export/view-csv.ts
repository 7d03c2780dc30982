/** The view as CSV for a spreadsheet: titles as on the screen, exact figures, no cell that a spreadsheet would run. */
import { csvLine, textCell } from '../../report/csv-cell.ts';
import type { WorkbenchState } from '../store/state.ts';
import { type Exported, exactCell, titleWithUnit } from './exported.ts';

/** Rows that become one piece of text. */
const CHUNK = 5_000;

export function* viewCsv({ columns, rows }: Exported, state: WorkbenchState): Generator<string> {
  yield csvLine(columns.map(column => textCell(titleWithUnit(column, state, true))));
  for (let from = 0; from < rows.length; from += CHUNK) {
    let text = '';
    for (const row of rows.subarray(from, from + CHUNK)) {
      text += csvLine(columns.map(column => (column.align === 'right' ? exactCell(column, row) : textCell(exactCell(column, row)))));
    }
    yield text;
  }
}
