/**
 * Item lines of stays (费用明细) as columns, one row a line, in order of the stay: what was charged, when, how much of it, for how much.
 * They belong to a stay table by the row number of the stay; a line whose stay is not in the load is none of them.
 */
import type { WordColumn } from './stay-table.ts';

export type ChargeLines = {
  readonly count: number;
  /** Row of the stay. */
  readonly stay: Uint32Array;
  /** 1..14: place in chargeCategories + 1; 0 is not known. */
  readonly category: Uint8Array;
  /** National or hospital code of the item, and its name. */
  readonly item: WordColumn;
  readonly name: WordColumn;
  readonly quantity: Float64Array;
  /** Fen a unit, NaN when missing. */
  readonly price: Float64Array;
  /** Fen; negative lines take an earlier one back. */
  readonly amount: Float64Array;
  /** Day number, NO_DATE when missing. */
  readonly charged: Int32Array;
  /** Share that the patient pays first, 0 to 1; NaN when missing. */
  readonly selfpayShare: Float64Array;
  readonly sourceFile: Uint16Array;
  readonly sourceRow: Uint32Array;
};

/** What a layout of item lines may hold beside stay_id and visit_id. */
export const chargeFields = [
  'item_code',
  'item_name',
  'charge_category',
  'quantity',
  'price',
  'amount',
  'charged',
  'selfpay_share',
] as const;
export type ChargeField = (typeof chargeFields)[number];
