/**
 * Why a stay is paid what it is paid: labelled lines that sum to the payment and to the fund's part, to the fen, each with its sum
 * written out and the line of the policy that decided. Worked out again by the exact rule, never read back from the columns.
 */
import { type Fen, part, yuanText } from '../money.ts';
import { type Leaf, placeText } from '../policy/leaf.ts';
import type { DrgPolicy, Policy } from '../policy/policy.ts';
import { bandLines } from './band-lines.ts';
import type { Bill } from './bill.ts';
import { fundLines } from './fund-lines.ts';
import { payStay, ratioText } from './pay-stay.ts';
import type { Band, Line, Price, UnpricedReason } from './settlement.ts';

export type SettledStay = {
  readonly bill: Bill;
  readonly band: Band;
  /** `ungrouped` or `ambiguous` where a share of cost is paid. */
  readonly reason: UnpricedReason;
  /** Given for low, normal and high. */
  readonly price: Price | undefined;
  readonly policy: Policy;
};

/** `ratio` is cost ÷ benchmark with four decimals, '' without a price. */
export type PaymentLines = { readonly band: Band; readonly ratio: string; readonly lines: readonly Line[] };

export function linesOf({ bill, band, reason, price, policy }: SettledStay): PaymentLines {
  switch (band) {
    case 'out':
      return { band, ratio: '', lines: [] };
    case 'ffs':
    case 'unpriced':
      return { band, ratio: '', lines: Number.isNaN(bill.cost) ? [] : asOnBill(bill) };
    case 'ratio':
      return { band, ratio: '', lines: shareOfCost(bill, reason, drgOf(policy)) };
    case 'low':
    case 'normal':
    case 'high':
    case 'mid_low': {
      const drg = drgOf(policy);
      const paid = payStay(bill, price!, drg);
      const lines = [...bandLines(paid, bill, price!, drg), ...fundLines(paid.payment, bill, drg)];
      return { band: paid.band, ratio: ratioText(bill.cost, price!), lines };
    }
  }
}

function asOnBill({ cost, fund }: Bill): Line[] {
  const payment: Line = { part: 'payment', label: 'cost', amount: cost as Fen, working: yuanText(cost), source: undefined };
  if (Number.isNaN(fund)) return [payment];
  return [payment, { part: 'fund', label: 'as_on_bill', amount: fund as Fen, working: yuanText(fund), source: undefined }];
}

function shareOfCost(bill: Bill, reason: UnpricedReason, policy: DrgPolicy): Line[] {
  const { value, leaf } = (reason === 'ambiguous' ? policy.ambiguous : policy.ungrouped)!;
  const payment = part(bill.cost as Fen, value);
  const working = `${yuanText(bill.cost)} × ${value.toFixed()}`;
  return [{ part: 'payment', label: 'share_of_cost', amount: payment, working, source: place(leaf) }, ...fundLines(payment, bill, policy)];
}

function drgOf(policy: Policy): DrgPolicy {
  if (policy.method === 'ffs') throw new Error('fee for service has no bands');
  return policy;
}

const place = (leaf: Leaf): string => placeText(leaf.at);
