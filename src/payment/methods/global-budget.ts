/** 总额预付 over columns: the stays of a hospital (and insurance) share what its budget comes to, in proportion to their cost. */
import { toFen } from '../../money.ts';
import { type Allotment, type GlobalBudgetPolicy, type HospitalBudget, OTHER_HOSPITALS } from '../../policy/methods/global-budget.ts';
import type { Draft } from '../as-on-bill.ts';
import { fundColumns } from '../fund-columns.ts';
import { NOT_IN_POOL, payPools } from '../pool/pay-pools.ts';
import type { ToPay } from '../settle.ts';
import { shared } from '../sharing.ts';
import { leaveUnpriced } from './leave-unpriced.ts';

export function payBudget({ stays, me }: ToPay, policy: GlobalBudgetPolicy, draft: Draft): void {
  const { hospital, insurance } = stays.words;
  const hospitals = (hospital?.words ?? ['']).map(word => budgetOf(policy, word));
  const insurances = (insurance?.words ?? ['']).map(word => policy.insurance.get(word) ?? '');
  const allotments: Allotment[] = [];
  const pools = new Map<Allotment, number>();
  const of = new Int32Array(draft.count).fill(NOT_IN_POOL);
  for (let i = 0; i < draft.count; i++) {
    if (draft.by[i] !== me) continue;
    const budget = hospitals[hospital ? hospital.codes[i]! : 0];
    const allot = budget && allotmentOf(budget, insurances[insurance ? insurance.codes[i]! : 0]!);
    if (!allot) {
      leaveUnpriced(draft, i, budget ? 'insurance_unmapped' : 'hospital_unlisted');
      continue;
    }
    let pool = pools.get(allot);
    if (pool === undefined) {
      pool = allotments.push(allot) - 1;
      pools.set(allot, pool);
    }
    of[i] = pool;
  }
  const amount = (pool: number, actual: number) => shared(actual, toFen(allotments[pool]!.value), policy.sharing).fund;
  payPools(draft, { band: 'budget', of, count: allotments.length, amount });
  fundColumns(stays, policy.fund, { draft, me });
}

export const budgetOf = ({ hospitals }: GlobalBudgetPolicy, hospital: string): HospitalBudget | undefined =>
  hospitals.get(hospital) ?? hospitals.get(OTHER_HOSPITALS);

/** `insurance` as the policy calls it, '' where it does not know it. */
export const allotmentOf = (budget: HospitalBudget, insurance: string): Allotment | undefined =>
  budget.kind === 'whole' ? budget.allot : budget.allots.get(insurance);
