/** How a settlement stands: whether it counts, and what a reversal takes back. */

export const COUNTS = 0;
/** A reversal, or the bill it takes back. */
export const NETTED = 1;
/** Marked as refunded, without a reversal in the load. */
export const MARKED = 2;
/** A reversal without its bill. */
export const UNMATCHED = 3;
/** A reversal of a part of its bill: the bill counts, and its amounts are taken off. */
export const PARTIAL = 4;

export type Reversals = {
  /** One of the five marks above, for every row. */
  readonly standing: Uint8Array;
  /** The bill that the reversal in a row takes back, all or in part; NO_ROW for all other rows. */
  readonly billOf: Uint32Array;
};
