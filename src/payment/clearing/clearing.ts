/** The year cleared: the ledger, and for every insurance with a budget its price and the statement that ends in one amount. */
import type { Decimal, Fen } from '../../money.ts';
import type { ClearingRule } from '../../policy/clearing-rule.ts';
import type { Leaf } from '../../policy/leaf.ts';
import type { Settlement } from '../settlement.ts';
import type { Budget } from './budget.ts';
import type { LedgerRow } from './ledger.ts';
import type { Periods } from './periods.ts';
import type { SharedHospital } from './sharing-of-year.ts';

export type Clearing = {
  readonly policy: string;
  readonly budget: Budget;
  readonly rule: ClearingRule;
  readonly insurances: readonly InsuranceClearing[];
  readonly ledger: readonly LedgerRow[];
  /** Insurances of stays of the year that the budget does not have. */
  readonly unbudgeted: readonly string[];
  readonly otherClock: Periods['otherClock'];
  /** At the price of the months, and at the final one. */
  readonly monthly: Settlement;
  readonly final: Settlement;
};

export type InsuranceClearing = {
  readonly insurance: string;
  readonly lines: readonly ClearingLine[];
  readonly price: PriceOfYear | undefined;
  /** What the fund has to pay for the year, and what of it is still open: more than 0 is paid to the hospital, less is taken back. */
  readonly due: Fen;
  readonly final: Fen;
  /** Where the policy shares by hospital: u of the one hospital there is, and what every hospital shares. */
  readonly u: Decimal | undefined;
  readonly sharedBy: readonly SharedHospital[];
  /** What sharing adds to or takes from what is due, by either shape. */
  readonly sharing: Fen;
  /** 尾差: of the pool that stays rounded to the fen do not spend, or overspend; and of months that are rounded one by one. */
  readonly poolTail: Fen;
  readonly monthlyTail: Fen;
};

export type PriceOfYear = {
  readonly unit: 'point' | 'weight';
  readonly mode: 'fixed' | 'floating';
  readonly budgeted: Decimal;
  /** Where the policy states it. */
  readonly path: string;
  readonly leaf: Leaf;
  readonly price: Decimal;
  /** What one round more would make of the price, where outliers that move with it let it swing; undefined: it came to rest. */
  readonly swingsTo: Decimal | undefined;
  readonly raw: Decimal | undefined;
  readonly kept: 'low' | 'high' | 'reserve' | undefined;
  /** Yuan on the basis of the price that the band takes from the reserve (more than 0) or puts into it. */
  readonly moved: Decimal;
  readonly ownUnits: Decimal;
  readonly othersUnits: Decimal;
  /** Yuan on the basis of the price. */
  readonly pool: Decimal;
  readonly fixed: Fen;
  /** By month what the price would be with the months so far and their part of the budget; months without own stays have none. */
  readonly previews: readonly { readonly period: number; readonly units: Decimal; readonly price: Decimal }[];
};

/** `amount` is of the statement's sums, a `figure` (a price, a share, units) is not. */
export type ClearingLine = {
  readonly group: 'pool' | 'price' | 'due' | 'final' | 'reserve';
  readonly kind: 'item' | 'sum' | 'note';
  readonly label: string;
  readonly amount?: Fen;
  readonly figure?: string;
  readonly working: string;
  /** Path of the rule, and where it stands. */
  readonly rule: string;
  readonly source: string;
  /** The number comes from no text of the region: restated, or assumed. */
  readonly illustrative: boolean;
};
