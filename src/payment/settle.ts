/** Settles a load under a policy: every stay first as on its bill, then, by case methods, at the price of its group. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import { Decimal } from '../money.ts';
import type { Policy } from '../policy/policy.ts';
import type { StayTable } from '../stay/stay-table.ts';
import { asOnBill } from './as-on-bill.ts';
import { payDrgColumns } from './drg-columns.ts';
import type { Settlement } from './settlement.ts';
import type { WeightTable } from './weights.ts';

export type SettleInput = {
  readonly stays: StayTable;
  readonly policy: Policy;
  /** Needed by every method that pays by group. */
  readonly grouping?: GroupColumns | undefined;
  readonly groups?: readonly Group[] | undefined;
  readonly weights?: WeightTable | undefined;
  /** 1 for every stay a population rule left in; not given: all. */
  readonly inScope?: Uint8Array | undefined;
  /** What a rebase multiplies the money of one weight by; not given: 1. */
  readonly rateFactor?: Decimal | undefined;
};

export function settle({ stays, policy, grouping, groups, weights, inScope, rateFactor = one }: SettleInput): Settlement {
  const draft = asOnBill(stays, inScope);
  switch (policy.method) {
    case 'ffs':
      return { ...draft, prices: [] };
    case 'drg_rate':
    case 'drg_points':
      if (!grouping || !groups || !weights) throw new Error(`${policy.method} needs groups and weights`);
      return { ...draft, prices: payDrgColumns({ stays, grouping, groups, policy, weights, rateFactor }, draft) };
  }
}

const one = new Decimal(1);
