/** The fund's part of a payment as lines; none where the file does not give what the rule needs. */
import { type Fen, yuanText } from '../money.ts';
import type { FundRule } from '../policy/fund-rule.ts';
import { placeText } from '../policy/leaf.ts';
import type { Bill } from './bill.ts';
import { fundPays } from './fund-share.ts';
import type { Line } from './settlement.ts';

export function fundLines(payment: Fen, bill: Bill, { method, leaf }: FundRule): Line[] {
  const fund = fundPays(method, payment, bill);
  if (Number.isNaN(fund)) return [];
  const source = leaf && placeText(leaf.at);
  const line = (label: string, amount: number, working: string): Line => ({ part: 'fund', label, amount: amount as Fen, working, source });
  switch (method) {
    case 'recalc':
      return [];
    case 'ratio':
      return [line('fund_share', fund, `${yuanText(payment)} × ${yuanText(bill.fund)} ÷ ${yuanText(bill.cost)}`)];
    case 'fund_basis':
      return [line('payment', fund, yuanText(payment))];
    case 'difference': {
      const { patient, other } = bill;
      const rest = payment - patient - other;
      return [
        line('payment', payment, yuanText(payment)),
        line('less_patient', -patient || 0, `− ${yuanText(patient)}`),
        ...(other === 0 ? [] : [line('less_other', -other, `− ${yuanText(other)}`)]),
        // the patient and others already paid more than the payment: the fund pays nothing, and takes nothing back
        ...(rest < 0 ? [line('not_below_zero', -rest, `0 − (${yuanText(rest)})`)] : []),
      ];
    }
  }
}
