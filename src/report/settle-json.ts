/** The output of `settle` as JSON (data/schema/settle.schema.json) or as one row a line; unknown money and absent prices are null. */
import { yuanText } from '../money.ts';
import { type JsonRow, jsonDocument, jsonLines } from './json-rows.ts';
import type { SettleRows } from './result-rows.ts';
import { settleTexts } from './settle-texts.ts';

/** What the rows came from; the catalogue is '' when the method needs no groups. */
export type SettleOrigin = { readonly catalogue: string; readonly policy: string };

export const settleJson = (rows: SettleRows, origin: SettleOrigin): Generator<string> =>
  jsonDocument(origin, rows.settlement.count, rowOf(rows));

export const settleNdjson = (rows: SettleRows): Generator<string> => jsonLines(rows.settlement.count, rowOf(rows));

function rowOf(rows: SettleRows): (row: number) => JsonRow {
  const { settlement, idOf } = rows;
  const { band, payment, fund, patient, other, margin } = settlement;
  const { drgAt, weightAt, standardAt, ratioAt, bandTexts, ruleAt } = settleTexts(rows, text => text);
  return row => ({
    id: idOf(row),
    drg: drgAt(row),
    weight: weightAt(row) || null,
    standard: standardAt(row) || null,
    ratio: ratioAt(row) || null,
    band: bandTexts[band[row]!]!,
    payment: money(payment[row]!),
    fund: money(fund[row]!),
    patient: money(patient[row]!),
    other: money(other[row]!),
    margin: money(margin[row]!),
    rule: ruleAt(row),
  });
}

const money = (fen: number): string | null => yuanText(fen) || null;
