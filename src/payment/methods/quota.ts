/** 按人次定额 over columns: an amount by department, level and insurance, the same for every stay of them. */
import { toFen } from '../../money.ts';
import type { QuotaPolicy, Quotas } from '../../policy/methods/quota.ts';
import type { Draft } from '../as-on-bill.ts';
import { fundColumns } from '../fund-columns.ts';
import { keysAmong } from '../payer-keys.ts';
import type { ToPay } from '../settle.ts';
import { bandIndex } from '../settlement.ts';
import { keyMissing, leaveUnpriced } from './leave-unpriced.ts';

export function payQuota({ stays, me }: ToPay, policy: QuotaPolicy, draft: Draft): void {
  const { levels, insurances, of } = keysAmong(stays, policy, levelsOf(policy));
  const payers = levels.flatMap(level => insurances.map(insurance => `${level}.${insurance}`));
  const { department } = stays.words;
  const listOf = (quotas: Quotas) => Float64Array.from(payers, payer => fenOf(quotas, payer));
  const lists = (department?.words ?? ['']).map(word => listOf(quotasOf(policy, word)));
  const { count, by, band, standard, payment } = draft;
  for (let i = 0; i < count; i++) {
    if (by[i] !== me) continue;
    const key = of[i]!;
    const amount = lists[department ? department.codes[i]! : 0]![key] ?? Number.NaN;
    if (Number.isNaN(amount)) leaveUnpriced(draft, i, keyMissing(key) ?? 'insurance_unmapped');
    else {
      band[i] = bandIndex.quota;
      payment[i] = standard[i] = amount;
    }
  }
  fundColumns(stays, policy.fund, { draft, me });
}

/** Those of the department where it is listed, else those of all. */
export const quotasOf = ({ general, departments }: QuotaPolicy, department: string): Quotas => departments.get(department) ?? general;

const levelsOf = ({ general, departments }: QuotaPolicy): readonly string[] => [
  ...new Set([general, ...departments.values()].flatMap(quotas => [...quotas.keys()].map(key => key.split('.')[0]!))),
];

const fenOf = (quotas: Quotas, payer: string): number => {
  const amount = quotas.get(payer);
  return amount ? toFen(amount.value) : Number.NaN;
};
