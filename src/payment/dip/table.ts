/** A table of a DIP catalogue: tab separated with a header; every row keeps its line, so that a payment can name it. */
import type { Text, UserError } from '../../errors.ts';
import { Decimal } from '../../money.ts';
import { both, mistake } from '../../policy/mistakes.ts';
import { cellText, tableCell } from '../table-cell.ts';

export type TableRow = {
  readonly file: string;
  readonly line: number;
  readonly text: (column: string) => string;
  /** @throws UserError CATALOGUE_INVALID where the cell is no number. */
  readonly number: (column: string) => Decimal;
};

/** @throws UserError CATALOGUE_INVALID at the first line that cannot be read. */
export function rowsOf(text: string, file: string, needed: readonly string[]): readonly TableRow[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = header.split('\t');
  const missing = needed.find(column => !columns.includes(column));
  if (missing !== undefined) throw invalidTable(file, 1, both(`表头缺少 ${missing} 列`, `the header has no column ${missing}`));
  const places = new Map(columns.map((column, i) => [column, i]));
  return lines.flatMap((cells, i) => (cells === '' ? [] : [rowOf(cells.split('\t'), { file, line: i + 2, places })]));
}

type Where = { readonly file: string; readonly line: number; readonly places: ReadonlyMap<string, number> };

function rowOf(cells: readonly string[], { file, line, places }: Where): TableRow {
  const text = (column: string): string => cellText(cells[places.get(column) ?? -1] ?? '');
  return {
    file,
    line,
    text,
    number: column => {
      const cell = text(column);
      if (/^\d+(\.\d+)?$/.test(cell)) return new Decimal(cell);
      throw invalidTable(file, line, both(`${column} 列不是数`, `the cell of ${column} is not a number`));
    },
  };
}

export const invalidTable = (file: string, line: number, text: Text): UserError =>
  mistake(
    'CATALOGUE_INVALID',
    { file, line },
    text,
    both(
      '病种目录由 casemix dip build 写出；改正这一行，或重新建立。',
      'casemix dip build writes DIP catalogues; correct the line or build it again.',
    ),
  );

/** One line of a table; what a spreadsheet would run is marked as text. */
export const tableLine = (cells: readonly (string | number)[]): string =>
  `${cells.map(cell => (typeof cell === 'string' ? tableCell(cell) : cell)).join('\t')}\n`;
