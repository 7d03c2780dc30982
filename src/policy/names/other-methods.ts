/** Methods that pay neither by group nor by item: bed days, listed diseases, quotas, budgets, heads. */
import { checkAgeBands } from '../methods/age-bands.ts';
import { checkDayMeans, checkDayRates } from '../methods/day-bands.ts';
import { checkExits } from '../methods/exit-rules.ts';
import { budget, list, money, type Name, notNegative, plain, ratio } from './name.ts';

export const otherMethodNames: readonly Name[] = [
  list('per_diem.rates.<level>.<insurance>', checkDayRates, ['CNY/day']),
  list('per_diem.means.<level>.<insurance>', checkDayMeans, ['CNY/day']),
  money('quota.amounts.<level>.<insurance>', 'CNY/stay'),
  money('quota.departments.<department>.<level>.<insurance>', 'CNY/stay'),
  { ...plain('single_disease.table', 'path'), sourced: true },
  { ...list('single_disease.exits', checkExits), sourced: true },
  budget('global_budget.allot.<hospital>', 'CNY'),
  budget('global_budget.allot.<hospital>.<insurance>', 'CNY'),
  money('capitation.amount.<insurance>', 'CNY/head'),
  list('capitation.enrolled.<insurance>', checkAgeBands, ['head']),
  { ...budget('capitation.referred_out.<insurance>', 'CNY'), least: notNegative },
  ratio('capitation.quality_factor'),
];
