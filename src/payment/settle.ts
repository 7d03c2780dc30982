/** Settles a load: every stay first as on its bill, then by the one policy and method that its region, its day and the mix give it to. */
import type { StayTable } from '../stay/stay-table.ts';
import { asOnBill, type Draft } from './as-on-bill.ts';
import { payByBenefit } from './benefit/pay-by-benefit.ts';
import { payDrgColumns } from './drg-columns.ts';
import { payCapitation } from './methods/capitation.ts';
import { payDip } from './methods/dip.ts';
import { payBudget } from './methods/global-budget.ts';
import { payPerDiem } from './methods/per-diem.ts';
import { payQuota } from './methods/quota.ts';
import { paySingleDisease } from './methods/single-disease.ts';
import type { Part } from './part.ts';
import { partsByPolicy, policiesOf, refuseTooMany, route } from './routes.ts';
import type { Settlement } from './settlement.ts';

export type ToSettle = {
  readonly stays: StayTable;
  /** One for every region and slice of time; at most 254 policies with those of their mixes. */
  readonly parts: readonly Part[];
  /** The part of every stay, NOBODY where none is in force; not given: the first pays all. */
  readonly partOf?: Uint8Array | undefined;
  /** 1 for every stay a population rule left in; not given: all. */
  readonly inScope?: Uint8Array | undefined;
};

/** One policy for all stays. */
export const settle = ({ stays, inScope, ...part }: Part & Pick<ToSettle, 'stays' | 'inScope'>): Settlement =>
  settleParts({ stays, parts: [part], inScope });

export function settleParts({ stays, parts, partOf, inScope }: ToSettle): Settlement {
  refuseTooMany(parts.map(({ policy }) => policy));
  const draft = asOnBill(stays, policiesOf(parts), inScope);
  route(stays, parts, partOf, draft);
  for (const [me, part] of partsByPolicy(parts).entries()) if (paysAny(draft, me)) pay({ stays, part, me }, draft);
  return draft;
}

/** What a method is given: the stays whose `by` is `me` are its own, and stand at their bill. */
export type ToPay = { readonly stays: StayTable; readonly part: Part; readonly me: number };

function pay(toPay: ToPay, draft: Draft): void {
  const { policy } = toPay.part;
  switch (policy.method) {
    case 'ffs':
      break;
    case 'drg_rate':
    case 'drg_points':
      payDrgColumns(toPay, policy, draft);
      break;
    case 'dip':
      payDip(toPay, policy, draft);
      break;
    case 'per_diem':
      payPerDiem(toPay, policy, draft);
      break;
    case 'single_disease':
      paySingleDisease(toPay, policy, draft);
      break;
    case 'quota':
      payQuota(toPay, policy, draft);
      break;
    case 'global_budget':
      payBudget(toPay, policy, draft);
      break;
    case 'capitation':
      payCapitation(toPay, policy, draft);
      break;
  }
  if (policy.method !== 'ffs') payByBenefit(toPay, policy.fund, draft);
}

const paysAny = ({ by, policies }: Draft, me: number): boolean => policies.length === 1 || by.includes(me);
