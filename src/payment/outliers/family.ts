/** What an outlier family is: the formula as the rule states it, the same as a straight line in cost, and how to say it. */
import type { Decimal } from '../../money.ts';
import type { StraightLine } from '../straight-line.ts';

/** The numbers the formulas use. Yuan, exact. */
export type Terms = {
  /** S, as it is paid */
  readonly standard: Decimal;
  /** S before the modifiers for children, TCM and day surgery */
  readonly unmodified: Decimal;
  /** W, or 1 where the standard is stated in yuan */
  readonly weight: Decimal;
  /** k */
  readonly coefficient: Decimal;
  /** Yuan per weight that is paid, and that cost is measured by; equal under a rate. */
  readonly perWeight: Decimal;
  readonly meanPerWeight: Decimal;
  /** b that the excess is measured by. */
  readonly excessOver: Decimal;
  /** b of the ratio. */
  readonly benchmark: Decimal;
  /** Where the excess begins. */
  readonly cap: Decimal;
  /** f */
  readonly excessShare: Decimal;
  /** a */
  readonly affineBase: Decimal;
  readonly bandShare: Decimal;
  readonly midLowShare: Decimal;
};

export type Family = {
  /** Rounded as payment points when the policy rounds points. */
  readonly inPoints: boolean;
  /** The definition: one division at the end, so that half a fen is decided exactly. */
  pay(cost: Decimal, terms: Terms): Decimal;
  /** The same over columns. */
  line(terms: Terms): StraightLine;
  /** What is paid beside the standard: `excess`, or the whole amount under one label. */
  readonly label:
    | ('cost' | 'points_at_cost' | 'cost_plus_share' | 'standard_times_ratio')
    | ('excess' | 'cost_less_standard' | 'cost_less_band' | 'standard');
  working(cost: Decimal, terms: Terms): string;
};
