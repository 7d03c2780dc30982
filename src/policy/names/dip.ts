/** 按病种分值付费: the catalogue, what a point is worth, deviation and auxiliary lists. */
import { auxiliaryList, costsOfYears, yearWeights } from '../dip-lists.ts';
import { budget, count, list, type Name, notNegative, plain, positive, ratio, word } from './name.ts';

/** Where the value of a point comes from: stated, from the cost of past years, or from the fund of the year. */
export const pointValueRules = ['given', 'budget', 'settlement'] as const;
/** What the cost of a stay is measured by: last year's mean of the group at the same level, at all levels, or the standard. */
export const deviationBenchmarks = ['level_mean', 'group_mean', 'standard'] as const;
/** What a stay beyond the extreme line is paid until it has been reviewed. */
export const extremePays = ['formula', 'standard'] as const;

export const dipNames: readonly Name[] = [
  plain('dip.catalogue', 'path'),
  count('dip.score_scale', 'point/weight'),
  word('dip.point_value', pointValueRules),
  list('dip.budget.<insurance>.annual_costs', costsOfYears, ['CNY']),
  budget('dip.budget.<insurance>.points', 'point'),
  budget('dip.pool.<insurance>.fund', 'CNY'),
  { ...ratio('dip.pool.<insurance>.fund_share'), least: positive },
  budget('dip.pool.<insurance>.points', 'point'),
  { ...budget('dip.pool.<insurance>.other_points', 'point'), least: notNegative },
  ratio('dip.point_value_band'),
  word('dip.deviation.benchmark', deviationBenchmarks),
  ratio('dip.deviation.low'),
  plain('dip.deviation.low_inclusive', 'boolean'),
  ratio('dip.deviation.high'),
  plain('dip.deviation.high_inclusive', 'boolean'),
  ratio('dip.deviation.extreme'),
  word('dip.deviation.extreme_pay', extremePays),
  list('dip.auxiliary', auxiliaryList),
  list('dip.history_year_weights', yearWeights),
  ratio('dip.support'),
  { ...ratio('dip.assessment'), least: positive },
  plain('rounding.point_value', 'digits'),
];
