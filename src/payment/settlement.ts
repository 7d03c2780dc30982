/**
 * The payment of every stay under one policy, as columns. Identities of section "names of results" of the payment reference:
 * receipts = fund + patient + other; margin = receipts - cost; group result = payment - cost; cost + margin = fund + patient + other.
 */
import type { Decimal, Fen } from '../money.ts';
import type { Policy } from '../policy/policy.ts';

/** How a stay was paid; the number in the column is the index. */
export const bands = [
  ...(['out', 'ffs', 'normal', 'low', 'mid_low', 'high', 'ratio', 'unpriced'] as const),
  ...(['rule', 'at_cost', 'special', 'per_diem', 'single_disease', 'quota', 'budget', 'capitation'] as const),
] as const;
export type Band = (typeof bands)[number];
export const bandIndex: Readonly<Record<Band, number>> = {
  /** excluded by a population rule: in no total */
  out: 0,
  ffs: 1,
  normal: 2,
  low: 3,
  mid_low: 4,
  high: 5,
  /** ungrouped or ambiguous, paid as a share of cost */
  ratio: 6,
  /** no price: carried at its fee-for-service amounts */
  unpriced: 7,
  /** a rule of the policy about the single stay decided: its length, how it ended */
  rule: 8,
  /** an unstable group, paid its cost */
  at_cost: 9,
  /** 特例单议, approved */
  special: 10,
  per_diem: 11,
  single_disease: 12,
  quota: 13,
  /** a share of a global budget */
  budget: 14,
  /** a share of a capitation */
  capitation: 15,
};

/** Why a stay has no price. */
export const unpricedReasons = [
  ...(['', 'no_weight', 'ungrouped', 'ambiguous', 'insurance_unmapped', 'level_unmapped', 'no_cost'] as const),
  /** The insured place of the stay, or its day, belongs to no policy given. */
  'no_policy',
  /** The group has no history of its own; the exit reason of a listed disease. */
  'no_history',
  /** The hospital is not in the table of coefficients, budgets or heads. */
  'hospital_unlisted',
  /** Paid by the day, and the days are missing. */
  'no_days',
  /** A listed disease that left the list by an exit rule, where no other method takes it; a disease that is not listed. */
  ...(['exited', 'not_listed'] as const),
  /** The price leaves out charges, and the file does not give them. */
  'no_charges',
] as const;
export type UnpricedReason = (typeof unpricedReasons)[number];

/** A number of a standard, where it stands ('' where the policy does not state it), and its name where the number alone does not say it. */
export type Factor = { readonly value: Decimal; readonly at: string; readonly note: string };

/** The price of one group for one hospital level and insurance key; computed once, in Decimal. Stays only compare and add whole fen. */
export type Price = {
  readonly group: number;
  readonly level: string;
  readonly insurance: string;
  readonly weight: Decimal;
  readonly coefficient: Decimal;
  /** Yuan per weight, or yuan per point. */
  readonly rate: Decimal;
  /** Yuan per weight, exact: the rate, or point value × scale. */
  readonly perWeight: Decimal;
  /** Yuan per weight, exact: what the ratio is measured by, the rate or the mean cost of the region. */
  readonly meanPerWeight: Decimal;
  /** Where the weight stands, `data/weights/reference-2.0.tsv:12`. */
  readonly weightAt: string;
  /** What the money of one weight is multiplied by: the weight, or 1 where the table states standards in yuan. */
  readonly times: Decimal;
  /** Every factor of the standard in the order in which it is written out. */
  readonly factors: readonly Factor[];
  /** 不稳定组: every cost is paid as a cost, whatever the ratio. */
  readonly atCost: boolean;
  /** Yuan, exact: the standard before the modifiers for children, TCM and day surgery. */
  readonly unmodified: Decimal;
  /** Yuan, exact: what the method pays before outlier rules. */
  readonly standardExact: Decimal;
  readonly standard: Fen;
  /** Yuan, exact: the denominator of the ratio. */
  readonly benchmark: Decimal;
  /** A cost of at most this many fen is low; -1 when there is no low line. */
  readonly lowTo: number;
  /** A cost of at most this many fen, and not low, is mid-low; -1 when there is no such line. */
  readonly midLowTo: number;
  /** A cost of at least this many fen is high; Infinity when there is no high line. */
  readonly highFrom: number;
};

export type Settlement = {
  readonly count: number;
  /** Every policy that may pay a stay: of each region and each slice of time the main one, then those of its mix. */
  readonly policies: readonly Policy[];
  /** Index into policies, NOBODY for stays that no policy pays (out, without a cost, without a policy). */
  readonly by: Uint8Array;
  /** Number of the stay rule that decided, counted from 1 in its policy; 0 none. Absent where no policy has stay rules. */
  readonly rule?: Uint8Array | undefined;
  /** Fen taken out of the bill before the ratio and paid apart; part of `payment`. Absent where no policy exempts anything. */
  readonly exempt?: Float64Array | undefined;
  readonly prices: readonly Price[];
  /** Index into prices, -1 where the stay has none (ffs, unpriced, out, ratio). */
  readonly price: Int32Array;
  /** Index into bands. */
  readonly band: Uint8Array;
  /** Index into unpricedReasons. */
  readonly reason: Uint8Array;
  /**
   * Fen. `standard` is 0 without a price. Amounts of stays that are out are 0. NaN where the file does not say: all but `standard`
   * without a cost column, who paid without the columns of the payers.
   */
  readonly standard: Float64Array;
  readonly payment: Float64Array;
  readonly fund: Float64Array;
  readonly patient: Float64Array;
  readonly other: Float64Array;
  readonly margin: Float64Array;
};

export const NOBODY = 0xff;

/** The policy that pays a stay; undefined for NOBODY. */
export const policyOf = ({ policies, by }: Pick<Settlement, 'policies' | 'by'>, row: number): Policy | undefined => policies[by[row]!];

/** One labelled amount; the lines of a part sum to that part to the fen. A patient who pays as on the bill has no lines. */
export type Line = {
  readonly part: 'payment' | 'fund' | 'patient';
  readonly label: string;
  readonly amount: Fen;
  /** The sum written out, e.g. `10228 × 3.7362 × 1`. */
  readonly working: string;
  /** Where the number that decided stands, `data/policies/wuhan.yaml:31`. */
  readonly source: string | undefined;
  /** The rule by its path in the policy, `outliers.high.pay`, and the bound that put the stay there, `R 3.5359 > 2.5`; '' where there is none. */
  readonly rule?: string;
  readonly bound?: string;
};
