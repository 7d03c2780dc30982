/** What a unit of weight is paid, and by which hospital, level, group or patient it differs. */
import { checkGroupFactors } from '../group-factors.ts';
import { count, list, money, type Name, part, plain, positive, ratio, word } from './name.ts';

export const coefficientOrigins = ['level', 'hospital', 'group_level', 'none'] as const;
export const primaryCareModes = ['coefficient', 'use_level', 'fixed_rate', 'rate_factor'] as const;
export const unstablePays = ['actual_cost', 'points_at_cost'] as const;

const factor = (path: string): Name => ({ ...ratio(path), least: positive });

export const priceNames: readonly Name[] = [
  word('price.mode', ['fixed', 'floating']),
  word('price.rebase', ['none', 'neutral']),
  count('price.scale', 'point/weight'),
  money('price.region_mean_cost', 'CNY'),
  money('price.point_value.<insurance>', 'CNY/point'),
  money('price.rates.<level>.<insurance>', 'CNY/weight'),
  // the money of some groups, insurances or levels times a factor
  list('price.group_factors', checkGroupFactors),
  // groups whose mean cost of the region is divided by a number
  plain('price.mean_cost_groups.list', 'codes'),
  plain('price.mean_cost_groups.flag', 'text'),
  factor('price.mean_cost_groups.divisor'),
  word('hospital_coefficient.from', coefficientOrigins),
  // by level, or by hospital id where `from` is hospital
  factor('hospital_coefficient.values.<level>'),
  // columns of the weight table, by level
  plain('hospital_coefficient.columns.<level>', 'text'),
  factor('hospital_coefficient.blank'),
  plain('primary_care_groups.list', 'codes'),
  plain('primary_care_groups.flag', 'text'),
  plain('primary_care_groups.levels', 'codes'),
  word('primary_care_groups.mode', primaryCareModes),
  { ...factor('primary_care_groups.value'), units: ['ratio', 'CNY/weight'], most: '1000000000' },
  plain('primary_care_groups.level', 'text'),
  plain('group_flags.unstable.list', 'codes'),
  plain('group_flags.unstable.flag', 'text'),
  word('group_flags.unstable_pay', unstablePays),
  plain('group_flags.no_history.list', 'codes'),
  plain('group_flags.no_history.flag', 'text'),
  part('group_flags.no_history_pay_ratio'),
  plain('modifiers.child.max_age', 'integer'),
  factor('modifiers.child.factor'),
  factor('modifiers.tcm_factor'),
  plain('modifiers.tcm_groups.list', 'codes'),
  plain('modifiers.tcm_groups.flag', 'text'),
  factor('modifiers.day_surgery_ratio'),
];
