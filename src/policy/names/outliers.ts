/** The lines that make a stay low or high, and what is paid beyond them. */
import { type Name, plain, positive, ratio, share, tiers, word } from './name.ts';

export const lowFamilies = ['actual_cost', 'points_at_cost', 'points_at_cost_k'] as const;
export const midLowFamilies = ['cost_plus_share', 'standard_times_ratio'] as const;
export const highFamilies = [
  'standard_only',
  'standard_plus_excess',
  'standard_times_1_plus',
  'actual_cost',
  'cost_minus_standard',
  'cost_minus_band',
  'affine',
] as const;
export const benchmarks = ['with_coefficient', 'without_coefficient'] as const;
/** Whose discharges a share of high cases is a share of. */
export const sharedBy = ['hospital', 'group'] as const;

export const outlierNames: readonly Name[] = [
  word('outliers.ratio_benchmark', benchmarks),
  { ...ratio('outliers.low.threshold'), least: positive },
  plain('outliers.low.inclusive', 'boolean'),
  word('outliers.low.pay', lowFamilies),
  { ...ratio('outliers.mid_low.threshold'), least: positive },
  plain('outliers.mid_low.inclusive', 'boolean'),
  word('outliers.mid_low.pay', midLowFamilies),
  ratio('outliers.mid_low.share'),
  tiers('outliers.high.tiers'),
  plain('outliers.high.inclusive', 'boolean'),
  word('outliers.high.pay', highFamilies),
  word('outliers.high.excess_benchmark', benchmarks),
  // caps that the excess is counted from, where they are not those that make a stay high
  tiers('outliers.high.excess_tiers'),
  // the ratio up to which an excess is paid; what a stay costs beyond it pays nothing more
  { ...ratio('outliers.high.excess_up_to'), least: positive },
  ratio('outliers.high.excess_pay_ratio'),
  ratio('outliers.high.affine_base'),
  ratio('outliers.high.band_share'),
  // the largest ratios stay high; equal ones go by stay id, which is the order of rows in the file
  { ...share('outliers.high.max_case_share'), most: '1' },
  word('outliers.high.max_case_share_of', sharedBy),
];
