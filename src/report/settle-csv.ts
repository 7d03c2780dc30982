/** The output of `settle` as CSV, one row a stay; texts of a price, a band and a rule are made once, amounts are exact yuan. */
import { BOM, csvLine, NEWLINE, textCell } from './csv-cell.ts';
import { ROWS_PER_CHUNK, type SettleRows } from './result-rows.ts';
import { type RowBytes, rowBytes } from './row-bytes.ts';
import { settleTexts } from './settle-texts.ts';

const settleHeader = [
  ...(['id', 'drg', 'weight', 'standard', 'ratio', 'band'] as const),
  ...(['payment', 'fund', 'patient', 'other', 'margin', 'rule'] as const),
];

export function* settleCsv(rows: SettleRows, { bom }: { readonly bom: boolean }): Generator<string> {
  const { settlement, idOf } = rows;
  const { count, band, payment, fund, patient, other, margin } = settlement;
  const { drgAt, weightAt, standardAt, ratioAt, bandTexts, ruleAt } = settleTexts(rows, textCell);
  const out = rowBytes();
  yield (bom ? BOM : '') + csvLine(settleHeader);
  for (let from = 0; from < count; from += ROWS_PER_CHUNK) {
    const to = Math.min(count, from + ROWS_PER_CHUNK);
    for (let row = from; row < to; row++) {
      out.text(textCell(idOf(row)));
      cell(out, drgAt(row));
      cell(out, weightAt(row));
      cell(out, standardAt(row));
      cell(out, ratioAt(row));
      cell(out, bandTexts[band[row]!]!);
      yuanCell(out, payment[row]!);
      yuanCell(out, fund[row]!);
      yuanCell(out, patient[row]!);
      yuanCell(out, other[row]!);
      yuanCell(out, margin[row]!);
      cell(out, ruleAt(row));
      out.text(NEWLINE);
    }
    yield out.take();
  }
}

function cell(out: RowBytes, text: string): void {
  out.text(',');
  out.text(text);
}

function yuanCell(out: RowBytes, fen: number): void {
  out.text(',');
  out.yuan(fen);
}
