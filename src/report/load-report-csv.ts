/** The rules of a load as CSV, one line a rule: how much it matters, how often it found something, and where first. */
import { BOM, csvLine, textCell } from './csv-cell.ts';
import { findingWords } from './finding-words.ts';
import { type LoadView, ruleCounts } from './load-view.ts';

const header = ['rule', 'class', 'severity', 'effect', 'times', 'file', 'row', 'column', 'value', 'meaning_zh', 'meaning_en'];

export function* loadReportCsv({ findings }: Pick<LoadView, 'findings'>, { bom }: { readonly bom: boolean }): Generator<string> {
  yield (bom ? BOM : '') + csvLine(header);
  for (const { rule, of, severity, effect = '', times, listed } of ruleCounts(findings)) {
    const [first] = listed;
    const place = first ? [textCell(first.file), String(first.row), textCell(first.column), textCell(first.value)] : ['', '', '', ''];
    const meanings = [findingWords.zh[rule], findingWords.en[rule]].map(textCell);
    yield csvLine([rule, of, severity, effect, String(times), ...place, ...meanings]);
  }
}
