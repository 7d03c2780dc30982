/** 按病种分值付费: scores, point value, deviation and auxiliary lists. */
import { money, type Name, plain, ratio } from './name.ts';

export const dipNames: readonly Name[] = [
  money('dip.score_scale', 'point/weight'),
  plain('dip.point_value_band', 'list'),
  ratio('dip.deviation.low'),
  ratio('dip.deviation.high'),
  ratio('dip.deviation.extreme'),
  plain('dip.auxiliary', 'list'),
  plain('dip.history_year_weights', 'list'),
];
