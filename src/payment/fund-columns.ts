/** Who pays every payment and what is left to the hospital, over columns; stays without a price keep their bill. */
import type { FundRule } from '../policy/fund-rule.ts';
import type { StayTable } from '../stay/stay-table.ts';
import type { Draft } from './as-on-bill.ts';
import { atCostOf } from './at-cost.ts';
import { cell } from './bill.ts';
import { byDifference, byRatio, onFundBasis, recalculated } from './fund-share.ts';
import { type Band, bandIndex, bands } from './settlement.ts';

type Mine = { readonly draft: Draft; readonly me: number };

/** Of the stays that policy `me` pays. */
export function fundColumns(stays: StayTable, rule: FundRule, mine: Mine): void {
  const { total } = stays.money;
  if (!total) return;
  fundShares(stays, rule, mine);
  leftToOthers(total, rule, mine);
}

/** The fund's part of rows that stand at their bill: a loop for every method, which asks nothing of a row but its numbers. */
function fundShares({ money }: StayTable, { method }: FundRule, { draft, me }: Mine): void {
  const { count, by, band, payment, fund, patient, other } = draft;
  const { total, own_pay, over_limit, pre_selfpay, in_scope, deductible } = money;
  switch (method) {
    case 'difference':
      for (let i = 0; i < count; i++) {
        if (by[i] === me && isPaid[band[i]!] === 1) fund[i] = byDifference(payment[i]!, patient[i]!, other[i]!);
      }
      return;
    case 'ratio':
      for (let i = 0; i < count; i++) {
        if (by[i] === me && isPaid[band[i]!] === 1) fund[i] = byRatio(payment[i]!, fund[i]!, total![i]!);
      }
      return;
    case 'recalc': {
      const known = own_pay && pre_selfpay && in_scope && deductible;
      for (let i = 0; i < count; i++) {
        if (by[i] !== me || isPaid[band[i]!] === 0) continue;
        const paidFirst = known ? cell(deductible, i) : Number.NaN;
        const outside = cell(own_pay, i) + cell(over_limit, i) + cell(pre_selfpay, i) + paidFirst;
        fund[i] = recalculated(payment[i]!, fund[i]!, outside, cell(in_scope, i) - paidFirst);
      }
      return;
    }
    case 'fund_basis': {
      const { ofBand, ofRule } = atCostOf(draft.policies[me]!);
      const { rule, exempt } = draft;
      for (let i = 0; i < count; i++) {
        const b = band[i]!;
        if (by[i] !== me || isPaid[b] === 0) continue;
        const whole = b === bandIndex.rule ? ofRule[rule![i]!]! : ofBand[b]!;
        const atCost = whole === 1 ? payment[i]! : exempt === undefined ? 0 : exempt[i]!;
        fund[i] = onFundBasis(payment[i]!, atCost, fund[i]!, total![i]!);
      }
      return;
    }
  }
}

function leftToOthers(total: Float64Array, rule: FundRule, { draft, me }: Mine): void {
  const { count, by, band, payment, fund, patient, other, margin } = draft;
  const byItem = rule.patient === 'by_item';
  for (let i = 0; i < count; i++) {
    if (by[i] !== me || isPaid[band[i]!] === 0) continue;
    if (!byItem) patient[i] = Math.max(0, payment[i]! - fund[i]! - other[i]!);
    margin[i] = fund[i]! + patient[i]! + other[i]! - total[i]!;
  }
}

/** All others stay as on the bill. */
const onBill: readonly Band[] = ['out', 'ffs', 'unpriced'];
export const isPaid = Uint8Array.from(bands, band => Number(!onBill.includes(band)));
