/** What the row writers of `group` and `settle` are given: columns, and the caller's own id of a row. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import type { Band, Price, Settlement, UnpricedReason } from '../payment/settlement.ts';

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
  /** By policy of the settlement; undefined where its method needs no groups. */
  readonly groupings: readonly (Pick<GroupRows, 'groups' | 'columns'> | undefined)[];
  /** Total charges, fen. */
  readonly cost: Float64Array;
  readonly idOf: (row: number) => string;
  /** What decided about a stay, e.g. `outliers.low data/policies/wuhan.yaml:31`; '' when there is nothing to name. */
  readonly ruleOf: (decided: Decided) => string;
};

/**
 * `by` is the policy of the settlement (NOBODY: none), `rule` the number of its stay rule (0: none); normal stays have a price, and fall
 * back where they are high beyond the share of high cases.
 */
export type Decided = {
  readonly by: number;
  readonly band: Band;
  readonly reason: UnpricedReason;
  readonly rule: number;
  readonly fallsBack: boolean;
  readonly price: Price | undefined;
};

/** Why a stay has no DRG; a stay with one needs no reason. */
export const groupReasons = { grouped: '', ambiguous: 'procedure_unrelated', ungrouped: 'no_rule_matched' } as const;
