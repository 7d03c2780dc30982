/** The filter that keeps the rows with the same cell: exactly what the cell holds, in a form that is read back as it was written. */
import { shownText } from './looks.ts';
import { type Column, holdsNumbers } from './sheet.ts';
import type { Filter } from './spec.ts';
import { isMoney, typedNumber } from './typed-number.ts';

/** Undefined for what is only drawn. */
export function cellFilter(column: Column, row: number, inverse: boolean): Filter | undefined {
  if (column.drawn) return undefined;
  return { is: 'is', column: column.key, text: textOf(column, row).trim(), inverse };
}

function textOf(column: Column, row: number): string {
  const { words, text, width } = column;
  if (words) return words.word(words.codeOf(row));
  if (!holdsNumbers(column)) return shownText(column, row);
  if (Number.isNaN(column.value(row))) return '';
  const shown = text(row, width)
    .replaceAll('−', '-')
    .replace(/[,+\s]/g, '');
  const exact = column.exact?.(row) ?? '';
  // Amounts are written to the fen, in yuan where they are shown in something else.
  const written = isMoney(column) ? [exact, `${exact}元`] : [];
  return written.find(one => typedNumber(one, column) === column.value(row)) ?? shown;
}
