/** Stays whose cost is beyond the extreme line of their policy: experts look at them, and the policy says what they are paid until then. */
import type { StayTable } from '../../stay/stay-table.ts';
import type { Settlement } from '../settlement.ts';
import { extremeFrom } from './prices.ts';

/** Rows, in the order of the load. */
export function staysToReview({ money: { total } }: StayTable, { count, policies, by, price, prices }: Settlement): readonly number[] {
  if (!total || !policies.some(policy => policy.method === 'dip' && policy.deviation?.extreme)) return [];
  const from = new Map<number, number>();
  const found: number[] = [];
  for (let row = 0; row < count; row++) {
    const policy = policies[by[row]!];
    if (policy?.method !== 'dip' || price[row]! < 0) continue;
    const line = from.get(price[row]!) ?? extremeFrom(prices[price[row]!]!.benchmark, policy);
    from.set(price[row]!, line);
    if (total[row]! >= line) found.push(row);
  }
  return found;
}
