/** Methods that pay neither by group nor by item: bed days, listed diseases, quotas, budgets, heads. */
import { checkDayMeans, checkDayRates } from '../methods/day-bands.ts';
import { list, money, type Name } from './name.ts';

export const otherMethodNames: readonly Name[] = [
  list('per_diem.rates.<level>.<insurance>', checkDayRates, ['CNY/day']),
  list('per_diem.means.<level>.<insurance>', checkDayMeans, ['CNY/day']),
  money('quota.amounts.<level>.<insurance>', 'CNY/stay'),
  money('quota.departments.<department>.<level>.<insurance>', 'CNY/stay'),
];
