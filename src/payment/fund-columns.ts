/** The fund's part of every payment and what is left to the hospital, over columns; stays without a price keep their bill. */
import type { DrgPolicy } from '../policy/policy.ts';
import type { StayTable } from '../stay/stay-table.ts';
import type { Draft } from './as-on-bill.ts';
import { fundPays } from './fund-share.ts';
import { type Band, bands } from './settlement.ts';

export function fundColumns({ money: { total } }: StayTable, method: DrgPolicy['fundMethod'], draft: Draft): void {
  if (!total) return;
  const { count, band, payment, fund, patient, other, margin } = draft;
  for (let i = 0; i < count; i++) {
    if (isPaid[band[i]!] === 0) continue;
    const bill = { cost: total[i]!, fund: fund[i]!, patient: patient[i]!, other: other[i]! };
    const share = fundPays(method, payment[i]!, bill);
    fund[i] = share;
    margin[i] = share + bill.patient + bill.other - bill.cost;
  }
}

const paid: readonly Band[] = ['normal', 'low', 'mid_low', 'high', 'ratio'];
const isPaid = Uint8Array.from(bands, band => Number(paid.includes(band)));
