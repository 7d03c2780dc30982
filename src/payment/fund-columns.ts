/** Who pays every payment and what is left to the hospital, over columns; stays without a price keep their bill. */
import type { FundRule } from '../policy/fund-rule.ts';
import type { StayTable } from '../stay/stay-table.ts';
import type { Draft } from './as-on-bill.ts';
import { cell } from './bill.ts';
import { byDifference, byRatio, recalculated } from './fund-share.ts';
import { type Band, bands } from './settlement.ts';

/** Of the stays that policy `me` pays. */
export function fundColumns(stays: StayTable, rule: FundRule, { draft, me }: { readonly draft: Draft; readonly me: number }): void {
  const { total } = stays.money;
  if (!total) return;
  const { count, by, band, payment, fund, patient, other, margin } = draft;
  const share = shareOf(stays, rule, draft);
  const byItem = rule.patient === 'by_item';
  for (let i = 0; i < count; i++) {
    if (by[i] !== me || isPaid[band[i]!] === 0) continue;
    const paid = share(i);
    fund[i] = paid;
    if (!byItem) patient[i] = Math.max(0, payment[i]! - paid - other[i]!);
    margin[i] = paid + patient[i]! + other[i]! - total[i]!;
  }
}

/** The fund's part of a row that stands at its bill. */
function shareOf(stays: StayTable, { method }: FundRule, { payment, fund, patient, other }: Draft): (row: number) => number {
  const { total, own_pay, over_limit, pre_selfpay, in_scope, deductible } = stays.money;
  switch (method) {
    case 'difference':
      return i => byDifference(payment[i]!, patient[i]!, other[i]!);
    case 'ratio':
      return i => byRatio(payment[i]!, fund[i]!, total![i]!);
    case 'recalc':
      if (!own_pay || !pre_selfpay || !in_scope || !deductible) return () => Number.NaN;
      return i => {
        const paidFirst = cell(deductible, i);
        const outside = cell(own_pay, i) + cell(over_limit, i) + cell(pre_selfpay, i) + paidFirst;
        return recalculated(payment[i]!, fund[i]!, outside, cell(in_scope, i) - paidFirst);
      };
    case 'fund_basis':
      return i => payment[i]!;
  }
}

/** All others stay as on the bill. */
const onBill: readonly Band[] = ['out', 'ffs', 'unpriced'];
export const isPaid = Uint8Array.from(bands, band => Number(!onBill.includes(band)));
