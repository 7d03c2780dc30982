/** Who pays a payment, as lines: the fund's part, and the patient's where it is not as on the bill; none where the file does not give what the rule needs. */
import { type Fen, yuanText } from '../money.ts';
import type { FundRule } from '../policy/fund-rule.ts';
import { placeText } from '../policy/leaf.ts';
import type { Bill } from './bill.ts';
import { fundPays, outsideOf } from './fund-share.ts';
import type { Line } from './settlement.ts';

/** `atCost` is what of the payment is paid at cost, `paidAtCost`. */
export function fundLines(payment: Fen, bill: Bill, rule: FundRule, atCost = 0): Line[] {
  const fund = fundPays(rule.method, payment, bill, atCost);
  return Number.isNaN(fund) ? [] : [...partOfFund({ payment, atCost, fund }, bill, rule), ...partOfPatient(payment, fund, bill, rule)];
}

type OfFund = { readonly payment: number; readonly atCost: number; readonly fund: number };

function partOfFund({ payment, atCost, fund }: OfFund, bill: Bill, { method, leaf }: FundRule): Line[] {
  const line = liner('fund', leaf && placeText(leaf.at));
  switch (method) {
    case 'recalc': {
      const { ownPay, preSelfpay, deductible, inScope } = bill.scope!;
      const base = `${yuanText(payment)} − ${yuanText(ownPay)} − ${yuanText(preSelfpay)} − ${yuanText(deductible)}`;
      // the payment does not reach what the fund never pays: its part is 0, not negative
      if (payment < outsideOf(bill.scope!)) return [line('nothing_in_scope', 0, `${base} < 0`)];
      return [line('recalc', fund, `(${base}) × ${yuanText(bill.fund)} ÷ (${yuanText(inScope)} − ${yuanText(deductible)})`)];
    }
    case 'ratio':
      return [line('fund_share', fund, `${yuanText(payment)} × ${yuanText(bill.fund)} ÷ ${yuanText(bill.cost)}`)];
    case 'fund_basis': {
      if (atCost === 0) return [line('payment', fund, yuanText(payment))];
      const price = payment - atCost;
      const ofCost = `${yuanText(atCost)} × ${yuanText(bill.fund)} ÷ ${yuanText(bill.cost)}`;
      return [...(price === 0 ? [] : [line('payment', price, yuanText(price))]), line('fund_of_cost', fund - price, ofCost)];
    }
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

/** The rest of the payment; by item the patient pays as on the bill, which needs no line. */
export function partOfPatient(payment: number, fund: number, { other }: Pick<Bill, 'other'>, { patient, leaf }: FundRule): Line[] {
  if (patient === 'by_item' || Number.isNaN(other)) return [];
  const line = liner('patient', leaf && placeText(leaf.at));
  const rest = payment - fund - other;
  return [
    line('payment', payment, yuanText(payment)),
    line('less_fund', -fund || 0, `− ${yuanText(fund)}`),
    ...(other === 0 ? [] : [line('less_other', -other, `− ${yuanText(other)}`)]),
    ...(rest < 0 ? [line('patient_not_below_zero', -rest, `0 − (${yuanText(rest)})`)] : []),
  ];
}

const liner =
  (part: Line['part'], source: string | undefined) =>
  (label: string, amount: number, working: string): Line => ({ part, label, amount: amount as Fen, working, source });
