/** What the row writers of `group` and `settle` are given: columns, and the caller's own id of a row. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import type { Price, Settlement } from '../payment/settlement.ts';

/** Rows that become one piece of text; a file is written piece by piece. */
export const ROWS_PER_CHUNK = 10_000;

export type GroupRows = {
  readonly catalogue: string;
  readonly groups: readonly Group[];
  readonly columns: GroupColumns;
  /** The id column of the caller's file, or the stay id. */
  readonly idOf: (row: number) => string;
};

export type SettleRows = {
  readonly settlement: Settlement;
  /** Absent when the method needs no groups. */
  readonly grouping: Pick<GroupRows, 'groups' | 'columns'> | undefined;
  /** Total charges, fen. */
  readonly cost: Float64Array;
  readonly idOf: (row: number) => string;
  /** The rule behind a band, e.g. `outliers.low data/policies/wuhan.yaml:31`, for a price that of its rate; '' when there is none to name. */
  readonly ruleOf: (band: string, reason: string, price?: Price) => string;
};

/** Why a stay has no DRG; a stay with one needs no reason. */
export const groupReasons = { grouped: '', ambiguous: 'procedure_unrelated', ungrouped: 'no_rule_matched' } as const;
