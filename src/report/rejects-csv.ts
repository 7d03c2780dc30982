/**
 * The refused rows of a load in the layout they came in, with the reasons behind: what goes back to whoever exported them. Several files follow
 * each other in one table, each under its own header where it differs from the one before.
 */
import type { FindingRule } from '../stay/finding.ts';
import { BOM, csvLine, textCell } from './csv-cell.ts';
import { findingWords } from './finding-words.ts';
import { type ColumnHolds, fitOf, rejectCell } from './reject-cell.ts';

export type RejectedRow = {
  /** Record number in the file: the header is 1. */
  readonly record: number;
  readonly cells: readonly string[];
  readonly reasons: readonly FindingRule[];
};

export type RejectedRows = {
  readonly file: string;
  readonly header: readonly string[];
  readonly columns: readonly ColumnHolds[];
  /** By column of words: those of rows that were loaded. */
  readonly words: readonly (ReadonlySet<string> | undefined)[];
  readonly rows: readonly RejectedRow[];
};

export type RejectsStyle = { readonly bom: boolean; readonly keepIdentifiers: boolean };

const reasonColumns = ['拒收原因', '规则', '原行号'];

export function* rejectsCsv(files: readonly RejectedRows[], { bom, keepIdentifiers }: RejectsStyle): Generator<string> {
  if (bom) yield BOM;
  const severalFiles = files.length > 1;
  let before: string | undefined;
  for (const { file, header, columns, words, rows } of files) {
    const head = csvLine([...(severalFiles ? ['文件'] : []), ...header.map(textCell), ...reasonColumns]);
    if (head !== before) yield head;
    before = head;
    for (const { record, cells, reasons } of rows) {
      const fit = fitOf(cells, columns, reasons);
      const shown = cells.map((cell, i) =>
        safeCell(keepIdentifiers ? cell : rejectCell(cell, { holds: columns[i] ?? 'guarded', fit, words: words[i] })),
      );
      const missing = Array<string>(Math.max(0, header.length - shown.length)).fill('');
      const why = [reasons.map(rule => findingWords.zh[rule]).join('；'), reasons.join('|'), String(record)];
      // cells beyond the header come last, so that the reasons stand in their columns
      const line = [...shown.slice(0, header.length), ...missing, ...why.map(textCell), ...shown.slice(header.length)];
      yield csvLine([...(severalFiles ? [textCell(file)] : []), ...line]);
    }
  }
}

/** A negative amount is a number and no formula: with an apostrophe before it the file could not be loaded again. */
const safeCell = (text: string): string => (/^-\d+(?:\.\d+)?$/.test(text) ? text : textCell(text));
