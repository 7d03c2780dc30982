/** The payment of a stay by DRG as lines: a share of its cost without a group, else by the band its cost lies in. */
import { type Fen, part, yuanOf, yuanText } from '../money.ts';
import { placeText } from '../policy/leaf.ts';
import type { DrgPolicy } from '../policy/policy.ts';
import { bandLines } from './band-lines.ts';
import type { PaymentLines, SettledStay } from './explain.ts';
import { fundLines } from './fund-lines.ts';
import { payStay, ratioText } from './pay-stay.ts';
import type { Line } from './settlement.ts';

export function drgLines({ bill, band, reason, price }: SettledStay, policy: DrgPolicy): PaymentLines {
  if (band === 'ratio') return { band, ratio: '', lines: shareOfCost({ bill, reason }, policy) };
  const paid = payStay(bill, price!, policy);
  const inBand = { ...paid, cost: yuanOf(bill.cost), price: price!, policy };
  const lines = [...bandLines(inBand), ...fundLines(paid.payment, bill, policy.fund)];
  return { band: paid.band, ratio: ratioText(bill.cost, price!), lines };
}

function shareOfCost({ bill, reason }: Pick<SettledStay, 'bill' | 'reason'>, policy: DrgPolicy): Line[] {
  const { value, leaf } = (reason === 'ambiguous' ? policy.ambiguous : policy.ungrouped)!;
  const payment = part(bill.cost as Fen, value);
  const working = `${yuanText(bill.cost)} × ${value.toFixed()}`;
  const line: Line = { part: 'payment', label: 'share_of_cost', amount: payment, working, source: placeText(leaf.at) };
  return [line, ...fundLines(payment, bill, policy.fund)];
}
