/** Other bills of a stay than the one whole bill: parts of it by time, one that takes another back, one that was settled wrongly. */
import { type Benefit, benefitColumns } from '../benefit.ts';
import type { Papers } from '../papers.ts';
import { split } from '../split.ts';
import { type SettlementBill, wholeBill } from './settlement-bill.ts';

/** The number of the stay's last bill, with another end: the beginning already belongs to this stay alone. */
export const furtherNumber = ({ settlement }: Papers, nth: number): string =>
  settlement.slice(0, 24) + String((Number(settlement.slice(24)) + nth) % 1_000_000).padStart(6, '0');

/**
 * One bill for each part of the stay, `ends` being the days they end on, the last one the discharge; every amount by the length of the part.
 * Payers and what lies outside the scope are divided each for itself, so a part's total and scope are worked out from them and all sums hold.
 */
export function partBills(papers: Papers, ends: readonly number[]): readonly SettlementBill[] {
  const { benefit } = papers.stay;
  const begins = [papers.admitted, ...ends.slice(0, -1)];
  const lengths = ends.map((end, i) => end - begins[i]!);
  const divided = new Map(benefitColumns.map(column => [column, split(benefit[column], lengths)]));
  return ends.map((end, i) => {
    const own = Object.fromEntries(benefitColumns.map(column => [column, divided.get(column)![i]!])) as Benefit;
    const total = payers.reduce((sum, payer) => sum + own[payer], 0);
    const last = i === ends.length - 1;
    return {
      papers,
      settlement: last ? papers.settlement : furtherNumber(papers, i + 1),
      from: begins[i]!,
      to: end,
      settled: end,
      refunded: 0,
      total,
      benefit: { ...own, in_scope: total - own.own_pay - own.over_limit - own.pre_selfpay },
    };
  });
}

const payers = benefitColumns.slice(benefitColumns.indexOf('fund'));

/** Every amount of the bill below nothing. */
export const reversalOf = (
  bill: SettlementBill,
  { settlement, settled }: Pick<SettlementBill, 'settlement' | 'settled'>,
): SettlementBill => ({
  ...bill,
  settlement,
  settled,
  refunded: 1,
  total: 0 - bill.total,
  benefit: Object.fromEntries(benefitColumns.map(column => [column, 0 - bill.benefit[column]])) as Benefit,
});

/** Settled as if nobody were insured: the patient pays in cash what the hospital does not bear. */
export function selfPaidBill(papers: Papers, settlement: string): SettlementBill {
  const bill = wholeBill(papers);
  const nothing = Object.fromEntries(benefitColumns.map(column => [column, 0])) as Benefit;
  const { own_pay, over_limit, pre_selfpay, in_scope, hospital_part } = bill.benefit;
  const benefit = { ...nothing, own_pay, over_limit, pre_selfpay, in_scope, hospital_part, cash: bill.total - hospital_part };
  return { ...bill, settlement, benefit };
}
