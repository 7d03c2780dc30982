/** The output of `settle` as CSV, one row a stay; texts of a price, a band and a rule are made once, amounts are exact yuan. */

import { BOM, csvLine, NEWLINE, textCell } from './csv-cell.ts';
import { fenText } from './fen-text.ts';
import { ROWS_PER_CHUNK, type SettleRows } from './result-rows.ts';
import { NO_DRG, settleTexts } from './settle-texts.ts';

export const settleHeader = [
  ...(['id', 'drg', 'weight', 'standard', 'ratio', 'band'] as const),
  ...(['payment', 'fund', 'patient', 'other', 'margin', 'rule'] as const),
];

export function* settleCsv(rows: SettleRows, { bom }: { readonly bom: boolean }): Generator<string> {
  const { settlement, grouping, cost, idOf } = rows;
  const { count, price, band, reason, payment, fund, patient, other, margin } = settlement;
  const { weights, standards, ratios, drgs, bandTexts, rules } = settleTexts(rows, textCell);
  yield (bom ? BOM : '') + csvLine(settleHeader);
  for (let from = 0; from < count; from += ROWS_PER_CHUNK) {
    const to = Math.min(count, from + ROWS_PER_CHUNK);
    let chunk = '';
    for (let row = from; row < to; row++) {
      const p = price[row]!;
      const drg = grouping ? drgs[grouping.columns.group[row]!]! : NO_DRG;
      const priced = p < 0 ? ',,,' : `,${weights[p]!},${standards[p]!},${ratios[p]!(cost[row]!)}`;
      chunk += `${textCell(idOf(row))},${drg}${priced},${bandTexts[band[row]!]!},${fenText(payment[row]!)},${fenText(fund[row]!)},${fenText(
        patient[row]!,
      )},${fenText(other[row]!)},${fenText(margin[row]!)},${rules[band[row]!]![reason[row]!]!}${NEWLINE}`;
    }
    yield chunk;
  }
}
