/** Findings as CSV: a line a finding for whoever exported the stays. Values are masked and cleaned already. */
import type { Findings } from '../stay/finding.ts';
import { findingRules } from '../stay/finding-rule.ts';
import { BOM, csvLine, textCell } from './csv-cell.ts';
import { findingWords } from './finding-words.ts';

export function* findingsCsv({ list }: Findings, { bom }: { readonly bom: boolean }): Generator<string> {
  yield (bom ? BOM : '') + csvLine(['file', 'row', 'column', 'value', 'rule', 'effect', 'meaning_zh', 'meaning_en', 'class', 'severity']);
  for (const { file, row, column, value, rule, effect } of list) {
    const meanings = [findingWords.zh[rule], findingWords.en[rule]];
    const { of, severity } = findingRules[rule];
    yield csvLine([textCell(file), String(row), textCell(column), textCell(value), rule, effect, ...meanings.map(textCell), of, severity]);
  }
}
