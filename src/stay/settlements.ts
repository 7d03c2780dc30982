/**
 * The settlements behind the stays of a table, where they are not one to one: interim and cross-year bills of one stay, a bill that was
 * refunded and settled again. A stay's amounts are the sums of its settlements; each row that was read is here once.
 */
import type { WordColumn } from './stay-table.ts';

export type Settlements = {
  readonly count: number;
  /** Row of the stay; NO_STAY where all settlements of the visit were refunded, so that no stay is left. */
  readonly stay: Uint32Array;
  /** Keyed digest of the settlement's own number. */
  readonly key: WordColumn | undefined;
  /** Day numbers, NO_DATE when missing. */
  readonly settled: Int32Array;
  /** 1 in a reversal, and in the bill it takes back. */
  readonly refunded: Uint8Array;
  /** Reversals whose bill is not in the load: they count nowhere. Fen are the sum of their totals, NaN where none is given; absent: none. */
  readonly unmatched?: { readonly settlements: number; readonly fen: number };
  /** Fen, NaN when missing. */
  readonly total: Float64Array;
  readonly fund: Float64Array;
  readonly patient: Float64Array;
  readonly other: Float64Array;
  readonly sourceFile: Uint16Array;
  readonly sourceRow: Uint32Array;
};

export const NO_STAY = 0xffffffff;
