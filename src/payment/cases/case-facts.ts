/** What rules about the single stay ask of it beyond its bill and its price. */
import type { Condition } from '../../policy/condition.ts';
import type { DrgPolicy } from '../../policy/policy.ts';
import { conditionTest, needsPrice } from '../condition-test.ts';
import type { Within } from '../explain.ts';
import { bandIndex } from '../settlement.ts';
import { exemptColumn } from './exempt.ts';

export type CaseFacts = {
  /** Below 0: missing. */
  readonly days: number;
  /** Fen paid apart, before any rule about the stay; NaN: the file does not say. */
  readonly exempt: number;
  /** Whether a condition on the row itself holds. */
  meets(condition: Condition): boolean;
  /** High by its ratio, and not among the largest that the share of high cases lets stay so. */
  readonly fallsBack: boolean;
};

/** A stay of which nothing but the bill is known. */
export const onlyBill: CaseFacts = { days: -1, exempt: 0, meets: () => false, fallsBack: false };

export function caseFacts({ stays, row, settlement, part: { grouping, groups } }: Within, policy: DrgPolicy): CaseFacts {
  const grouped = grouping && groups ? { columns: grouping, groups } : undefined;
  return {
    days: stays.days[row]!,
    exempt: policy.exempt ? exemptColumn(stays, policy.exempt)[row]! : 0,
    meets: condition => !needsPrice(condition) && conditionTest(condition, { stays, grouped })(row),
    fallsBack: policy.high?.maxCaseShare !== undefined && settlement.band[row] === bandIndex.normal,
  };
}
