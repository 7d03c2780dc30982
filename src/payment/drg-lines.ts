/**
 * The payment of a stay by DRG as lines: by the stay rule it meets, a share of its cost without a group, else by the band its cost lies
 * in; then what is exempt.
 */
import { type Fen, less, part, yuanOf, yuanText } from '../money.ts';
import { placeText } from '../policy/leaf.ts';
import type { DrgPolicy } from '../policy/policy.ts';
import { paidAtCost } from './at-cost.ts';
import { bandLines } from './band-lines.ts';
import { caseFacts, onlyBill } from './cases/case-facts.ts';
import { caseLines, exemptLines } from './cases/case-lines.ts';
import { fallbackLines } from './cases/fallback-lines.ts';
import { payCase } from './cases/pay-case.ts';
import type { PaymentLines, SettledStay } from './explain.ts';
import { fundLines } from './fund-lines.ts';
import { payInBand, ratioText } from './pay-stay.ts';
import type { Line, UnpricedReason } from './settlement.ts';
import { shareBy } from './without-price.ts';

export function drgLines({ bill, band, reason, price, within }: SettledStay, policy: DrgPolicy): PaymentLines {
  const facts = within ? caseFacts(within, policy) : onlyBill;
  const fund = (paid: Parameters<typeof paidAtCost>[0]) =>
    fundLines(paid.payment as Fen, bill, policy.fund, paidAtCost(paid, policy)).map(line => ({
      rule: 'fund_share.method',
      bound: '',
      ...line,
    }));
  const byRule = payCase(bill, price, policy, facts);
  const ratio = price ? ratioText(bill.cost - (facts.exempt || 0), price) : '';
  if (byRule) return { band, ratio, lines: [...caseLines(byRule, { bill, price, policy, facts }), ...fund(byRule)] };
  if (band === 'ratio') {
    const line = shareOfCost({ bill, reason }, policy);
    return { band, ratio: '', lines: [line, ...fund({ band, rule: 0, payment: line.amount, exempt: 0 })] };
  }
  const paid = payInBand(bill, price!, policy, facts);
  const inBand = { ...paid, payment: less(paid.payment, paid.exempt as Fen), cost: yuanOf(bill.cost - paid.exempt), price: price!, policy };
  const lines = facts.fallsBack && within ? fallbackLines(bandLines(inBand), inBand, within) : bandLines(inBand);
  return { band: paid.band, ratio, lines: [...lines, ...exemptLines(paid.exempt, policy), ...fund(paid)] };
}

function shareOfCost({ bill, reason }: Pick<SettledStay, 'bill' | 'reason'>, policy: DrgPolicy): Line {
  const { value, leaf } = shareBy(reason, policy)!;
  return {
    part: 'payment',
    label: 'share_of_cost',
    amount: part(bill.cost as Fen, value),
    working: `${yuanText(bill.cost)} × ${value.toFixed()}`,
    source: placeText(leaf.at),
    rule: rulesOfReason[reason] ?? '',
    bound: '',
  };
}

const rulesOfReason: Readonly<Partial<Record<UnpricedReason, string>>> = {
  ungrouped: 'ungrouped.0000.pay_ratio',
  ambiguous: 'ungrouped.QY.pay_ratio',
  no_history: 'group_flags.no_history_pay_ratio',
};
