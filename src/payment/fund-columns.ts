/** The fund's part of every payment and what is left to the hospital, over columns; stays without a price keep their bill. */
import type { FundRule } from '../policy/fund-rule.ts';
import type { StayTable } from '../stay/stay-table.ts';
import type { Draft } from './as-on-bill.ts';
import { fundPays } from './fund-share.ts';
import { type Band, bands } from './settlement.ts';

/** Of the stays that policy `me` pays. */
export function fundColumns(
  { money: { total } }: StayTable,
  { method }: FundRule,
  { draft, me }: { readonly draft: Draft; readonly me: number },
): void {
  if (!total) return;
  const { count, by, band, payment, fund, patient, other, margin } = draft;
  for (let i = 0; i < count; i++) {
    if (by[i] !== me || isPaid[band[i]!] === 0) continue;
    const bill = { cost: total[i]!, fund: fund[i]!, patient: patient[i]!, other: other[i]! };
    const share = fundPays(method, payment[i]!, bill);
    fund[i] = share;
    margin[i] = share + bill.patient + bill.other - bill.cost;
  }
}

/** All others stay as on the bill. */
const onBill: readonly Band[] = ['out', 'ffs', 'unpriced'];
const isPaid = Uint8Array.from(bands, band => Number(!onBill.includes(band)));
