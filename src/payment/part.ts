/** One policy and what it needs to pay: the groups of the stays by its own catalogue, its weight table, and the tables it names. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import type { Decimal } from '../money.ts';
import type { Policy } from '../policy/policy.ts';
import type { WeightTable } from './weights.ts';

export type Part = {
  readonly policy: Policy;
  /** Needed by every method that pays by group. */
  readonly grouping?: GroupColumns | undefined;
  readonly groups?: readonly Group[] | undefined;
  readonly weights?: WeightTable | undefined;
  /** What a rebase multiplies the money of one weight by; not given: 1. */
  readonly rateFactor?: Decimal | undefined;
  /** Text of a table that the policy names by its path; throws a user error when there is no such file. */
  readonly readText?: ((path: string) => string) | undefined;
};

export function textOf({ policy, readText }: Part, path: string): string {
  if (!readText) throw new Error(`${policy.id} names ${path}, and nothing reads it`);
  return readText(path);
}
