/** The fund's part of every payment and what is left to the hospital, over columns; stays without a price keep their bill. */
import type { DrgPolicy } from '../policy/policy.ts';
import type { StayTable } from '../stay/stay-table.ts';
import type { Draft } from './as-on-bill.ts';
import { type Band, bands } from './settlement.ts';
import { shareOfFen } from './share-of-fen.ts';

export function fundColumns({ money: { total } }: StayTable, method: DrgPolicy['fundMethod'], draft: Draft): void {
  if (!total) return;
  const { band, payment, fund, patient, other, margin } = draft;
  for (let i = 0; i < draft.count; i++) {
    if (!isPaid[band[i]!]) continue;
    const cost = total[i]!;
    switch (method) {
      case 'difference':
        fund[i] = Math.max(0, payment[i]! - patient[i]! - other[i]!);
        break;
      case 'ratio':
        if (!Number.isNaN(fund[i]!)) fund[i] = cost === 0 ? 0 : shareOfFen(payment[i]!, fund[i]!, cost);
        break;
      case 'fund_basis':
        fund[i] = payment[i]!;
        break;
    }
    margin[i] = fund[i]! + patient[i]! + other[i]! - cost;
  }
}

const paid: readonly Band[] = ['normal', 'low', 'mid_low', 'high', 'ratio'];
const isPaid = bands.map(band => paid.includes(band));
