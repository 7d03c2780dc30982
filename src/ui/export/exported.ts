/** What of a table leaves the screen: exactly the columns and rows shown, in their order, without what is only drawn. */
import { bilingual } from '../../language.ts';
import { printable } from '../../report/printable.ts';
import { type Path, placeOf, tablePath } from '../place.ts';
import { penOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/state.ts';
import type { Column } from '../table/sheet.ts';
import { columnsOf } from '../table/table-view.ts';

export type Exported = {
  readonly columns: readonly Column[];
  readonly rows: Uint32Array;
};

/** Undefined where the screen is text and not a table: one stay and why. */
export function exportedOf(state: WorkbenchState, path: Path = state.path): Exported | undefined {
  if (placeOf(path).screen === 'stay') return undefined;
  const view = viewOf(state, tablePath(path));
  return { columns: columnsOf(view).filter(({ drawn }) => !drawn), rows: view.shown };
}

/** The cell for a file: exact, without separators, with the minus of a keyboard; a missing number is nothing. */
export function exactCell(column: Column, row: number): string {
  if (column.exact) return column.exact(row);
  const text = printable(column.text(row, WIDE));
  if (column.align === 'left') return text;
  return Number.isNaN(column.value(row)) ? '' : text.replaceAll(',', '').replace('−', '-').replace(/^\+/, '');
}

/** The cell for a person: as on the screen, not cut. */
export const shownCell = (column: Column, row: number, state: WorkbenchState): string =>
  printable(penOf(state).cut(column.text(row, WIDE), WIDE));

/** Wider than any text of a cell, for cells that are cut to the width they are given. */
const WIDE = 400;

/** The title with what its figures are counted in, where that is money: as on the screen, or exact yuan in a file. */
export function titleWithUnit({ title, unit, key }: Column, { language }: Pick<WorkbenchState, 'language'>, exact: boolean): string {
  const inWan = unit === FEN_IN_WAN;
  if (unit === undefined || (!inWan && unit !== FEN_IN_YUAN) || key.endsWith('_fen')) return title;
  return title + units[language][inWan && !exact ? 'wan' : 'yuan'];
}

const FEN_IN_YUAN = 100;
const FEN_IN_WAN = 1_000_000;

const units = bilingual({ zh: { wan: '（万元）', yuan: '（元）' }, en: { wan: ' (x10k CNY)', yuan: ' (CNY)' } });
