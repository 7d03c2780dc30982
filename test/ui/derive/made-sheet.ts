/** A sheet out of plain lists: words by their texts, numbers as they are (NaN is missing). */
import { type Column, keyed, numberColumn, type Sheet, wordColumn } from '../../../src/ui/table/sheet.ts';
import { asItComes, type Filter } from '../../../src/ui/table/spec.ts';
import { arrangedAtOnce, openTable } from '../../../src/ui/table/table-view.ts';

export function words(key: string, texts: readonly string[]): Column {
  const all = [...new Set(texts)];
  return wordColumn({
    key,
    title: key,
    width: 8,
    words: { count: all.length, word: code => all[code] ?? '', codeOf: row => all.indexOf(texts[row] ?? '') },
  });
}

export const numbers = (
  key: string,
  values: readonly number[],
  rest: Partial<Pick<Column, 'unit' | 'show'>> & { readonly text?: (row: number) => string } = {},
): Column =>
  numberColumn({ key, title: key, width: 8, value: row => values[row] ?? Number.NaN, text: row => String(values[row] ?? ''), ...rest });

/** Fen, typed and shown as yuan. */
export const money = (key: string, fen: readonly number[]): Column =>
  numbers(key, fen, { unit: 100, text: row => String(fen[row]! / 100) });

export const sheetOf = (count: number, columns: readonly Column[]): Sheet => ({
  ...keyed(Array.from({ length: count }, (_, row) => String(row))),
  columns,
});

export const allRows = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, row) => row);

/** The rows that the filters keep, as the table itself would. */
export const keptBy = (sheet: Sheet, filters: readonly Filter[]): readonly number[] => [
  ...arrangedAtOnce(openTable(sheet), { ...asItComes, filters }).shown,
];
