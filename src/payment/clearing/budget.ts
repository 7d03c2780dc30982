/** The budget of a year: by insurance what the fund has, who else draws on it, what was paid in advance, paid, deducted and scored. */
import type { Fen } from '../../money.ts';
import type { Leaf, Leaves, Place, Source } from '../../policy/leaf.ts';
import type { Sourced } from '../../policy/policy.ts';

export type Budget = {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly yearAt: Place;
  /** Places of a stay (local, province, remote) whose stays this budget pays; undefined: all. */
  readonly places: { readonly words: readonly string[]; readonly at: Place } | undefined;
  /** What was agreed otherwise than the policy says, by the policy's names. */
  readonly settlement: Leaves;
  readonly insurances: ReadonlyMap<string, InsuranceBudget>;
};

export type InsuranceBudget = {
  readonly insurance: string;
  /** The leaf of `fund_budget`. */
  readonly fundBudget: Sourced;
  readonly fundShare: Sourced | undefined;
  readonly reserveShare: Sourced | undefined;
  readonly riskShare: Sourced | undefined;
  readonly ownMultiplier: Sourced | undefined;
  readonly othersPoints: Sourced | undefined;
  readonly othersWeight: Sourced | undefined;
  /** Item-based fund of the others, for a pool that is shared. */
  readonly othersFund: Sourced | undefined;
  readonly expectedWeight: Sourced | undefined;
  readonly qualityScore: Sourced | undefined;
  readonly qualityFactor: Sourced | undefined;
  /** Advance paid; what was taken back is negative. */
  readonly prepayments: readonly Entry[];
  /** undefined: the file does not say, what is due by the rule counts as paid. */
  readonly paid: readonly Entry[] | undefined;
  readonly deductions: readonly Entry[];
  readonly adjustments: readonly Adjustment[];
};

export type Entry = {
  /** `2025-03`. */
  readonly month: string;
  readonly amount: Fen;
  readonly reason: string;
  /** '': the file does not say which hospital. */
  readonly hospital: string;
  readonly at: Place;
  readonly source: Source | undefined;
};

/** A change of the budget, on a day and for a reason. */
export type Adjustment = { readonly date: string; readonly amount: Fen; readonly reason: string; readonly leaf: Leaf; readonly at: Place };
