/** Findings as CSV: the rejects file that goes back to whoever exported the stays. Values are masked and cleaned already. */
import type { Findings } from '../stay/finding.ts';
import { BOM, csvLine, textCell } from './csv-cell.ts';
import { findingWords } from './finding-words.ts';

export function* findingsCsv({ list }: Findings, { bom }: { readonly bom: boolean }): Generator<string> {
  yield (bom ? BOM : '') + csvLine(['file', 'row', 'column', 'value', 'rule', 'effect', 'meaning_zh', 'meaning_en']);
  for (const { file, row, column, value, rule, effect } of list) {
    const meanings = [findingWords.zh[rule], findingWords.en[rule]];
    yield csvLine([textCell(file), String(row), textCell(column), textCell(value), rule, effect, ...meanings.map(textCell)]);
  }
}
