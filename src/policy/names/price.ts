/** What a unit of weight is paid, and by which hospital, level or group it differs. */
import { count, later, money, type Name, plain, positive, ratio, word } from './name.ts';

export const priceNames: readonly Name[] = [
  word('price.mode', ['fixed', 'floating']),
  word('price.rebase', ['none', 'neutral']),
  count('price.scale', 'point/weight'),
  money('price.region_mean_cost', 'CNY'),
  money('price.point_value.<insurance>', 'CNY/point'),
  money('price.rates.<level>.<insurance>', 'CNY/weight'),
  word('hospital_coefficient.from', ['level', 'hospital', 'group_level', 'none'], ['level', 'none']),
  { ...ratio('hospital_coefficient.values.<level>'), least: positive },
  later(plain('primary_care_groups.list', 'list')),
  word('primary_care_groups.mode', ['coefficient', 'use_level', 'fixed_rate']),
  ratio('primary_care_groups.value'),
  later(word('group_flags.unstable_pay', ['actual_cost', 'points_at_cost'])),
  later(ratio('group_flags.no_history_pay_ratio')),
];
