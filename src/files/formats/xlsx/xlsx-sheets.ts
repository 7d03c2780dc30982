/** The visible sheets of an XLSX workbook that hold anything, each as delimited text. */

import { countEntries, spend } from '../limits.ts';
import { fillMerges } from '../merges.ts';
import type { NamedText } from '../named-text.ts';
import { sheetBytes } from '../sheet-text.ts';
import { mergedCells } from './merged-cells.ts';
import { listPart, type Parts, part } from './parts.ts';
import { sheetCells } from './sheet-cells.ts';
import { sharedStrings } from './strings.ts';
import { dateFormats } from './styles.ts';
import { readWorkbook } from './workbook.ts';

/** `main` is the part that names the sheets. */
export function xlsxSheets(parts: Parts, main: string): NamedText[] {
  const { at, budget } = parts;
  const { sheets, from1904, strings, styles } = readWorkbook(parts, main);
  countEntries(budget, sheets.length, at);
  const book = {
    from1904,
    strings: strings === undefined ? [] : sharedStrings(part(parts, strings), at),
    dates: styles === undefined ? [] : dateFormats(listPart(parts, styles), at),
  };
  return sheets.flatMap(({ name, part: path }) => {
    const place = `${at} › ${name}`;
    const xml = part(parts, path);
    const bytes = sheetBytes(fillMerges(sheetCells(xml, book, place), mergedCells(xml, place)));
    if (bytes === undefined) return [];
    spend(budget, bytes.length, place);
    return [{ name, bytes }];
  });
}
