/** The payment of an admission by its quota as one line. */
import { toFen } from '../../money.ts';
import { placeText } from '../../policy/leaf.ts';
import type { QuotaPolicy } from '../../policy/methods/quota.ts';
import { wordAt } from '../../stay/stay-table.ts';
import type { Within } from '../explain.ts';
import { payerOf } from '../payer-of.ts';
import type { Line } from '../settlement.ts';
import { quotasOf } from './quota.ts';

/** The lines of the payment; they sum to it. */
export function quotaLines({ stays, row }: Within, policy: QuotaPolicy): readonly Line[] {
  const { level, insurance } = payerOf(stays, row, policy);
  const department = wordAt(stays.words.department, row);
  const { value, leaf } = quotasOf(policy, department).get(`${level}.${insurance}`)!;
  const listed = policy.departments.has(department);
  return [
    {
      part: 'payment',
      label: 'quota',
      amount: toFen(value),
      working: value.toFixed(),
      source: placeText(leaf.at),
      rule: `quota.${listed ? `departments.${department}` : 'amounts'}.${level}.${insurance}`,
    },
  ];
}
