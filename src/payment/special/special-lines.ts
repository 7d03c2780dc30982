/**
 * The payment of an approved special case as lines: cost, or the standard raised; with the reason that made it a candidate and its place
 * within the quota of its hospital.
 */
import { type Fen, yuanOf, yuanText } from '../../money.ts';
import { placeText } from '../../policy/leaf.ts';
import type { Policy } from '../../policy/policy.ts';
import type { SpecialRule } from '../../policy/special-rule.ts';
import type { PaymentLines, SettledStay, Within } from '../explain.ts';
import { fundLines } from '../fund-lines.ts';
import { billed, figure } from '../outliers/figure.ts';
import { bandIndex, type Line, type Price } from '../settlement.ts';
import { approvedPayment } from './filing.ts';
import { meetsCandidate } from './meets-candidate.ts';
import { reasonText } from './reason-text.ts';

export function specialLines({ bill, band, price, within }: SettledStay, policy: Exclude<Policy, { method: 'ffs' }>): PaymentLines {
  const { special } = policy;
  if (!special || !price || !within) throw new Error('a special case has a rule, a price and its load');
  const apart = within.settlement.exempt?.[within.row] ?? 0;
  const cost = bill.cost - apart;
  const lines = [paidLine(special, { cost, price, within }), ...exemptLine(apart, policy)];
  const payment = lines.reduce((sum, { amount }) => sum + amount, 0) as Fen;
  const ratio = price.benchmark.isZero() ? '' : yuanOf(cost).div(price.benchmark).toFixed(4);
  return { band, ratio, lines: [...lines, ...fundLines(payment, bill, policy.fund, special.uplift ? apart : payment)] };
}

type Paid = { readonly cost: number; readonly price: Price; readonly within: Within };

function paidLine(special: SpecialRule, { cost, price, within }: Paid): Line {
  const { uplift, outcomeLeaf, candidates, quota } = special;
  const { stays, row, part } = within;
  const grouped = part.grouping && part.groups ? { columns: part.grouping, groups: part.groups } : undefined;
  const met = candidates.filter(candidate => meetsCandidate(candidate, [price], { stays, grouped })(row, cost, 0));
  const reasons = met.map(candidate => `${candidate.id}: ${reasonText(candidate, { cost, price, within })}`);
  const leaves = [outcomeLeaf, ...(uplift ? [uplift.leaf] : []), quota.leaf];
  return {
    part: 'payment',
    label: uplift ? 'special_uplift' : 'special_cost',
    amount: approvedPayment(special, price, cost) as Fen,
    working: uplift ? `${figure(price.standardExact)} × ${figure(uplift.value)}` : billed(yuanOf(cost)),
    source: [...new Set([...leaves.map(({ at }) => placeText(at)), ...met.map(({ item }) => placeText(item.at))])].join(' '),
    rule: 'special_case.outcome',
    bound: [...reasons, placeInQuota(special, cost - price.standard, within)].join('; '),
  };
}

/** `C − S 20000.00: 3 ≤ ⌊113 × 0.05⌋ = 5`: its place among the approved of its hospital, and how many may be. */
function placeInQuota({ quota }: SpecialRule, excess: number, { stays, row, settlement }: Within): string {
  const { by, band, count, price, prices, exempt } = settlement;
  const hospitals = stays.words.hospital;
  const codeOf = (i: number) => (hospitals ? hospitals.codes[i]! : 0);
  let [discharges, place] = [0, 1];
  for (let i = 0; i < count; i++) {
    if (by[i] !== by[row] || codeOf(i) !== codeOf(row)) continue;
    discharges++;
    if (band[i] !== bandIndex.special || i === row) continue;
    const other = stays.money.total![i]! - (exempt?.[i] ?? 0) - prices[price[i]!]!.standard;
    if (other > excess || (other === excess && i < row)) place++;
  }
  const places = quota.value.times(discharges).floor().toFixed();
  return `C − S ${yuanText(excess)}: ${place} ≤ ⌊${discharges} × ${quota.value.toFixed()}⌋ = ${places}`;
}

function exemptLine(apart: number, policy: Exclude<Policy, { method: 'ffs' }>): Line[] {
  if (apart === 0) return [];
  const leaf = policy.leaves.get('exempt');
  const source = leaf && placeText(leaf.at);
  return [{ part: 'payment', label: 'exempt', amount: apart as Fen, working: yuanText(apart), source, rule: 'exempt', bound: '' }];
}
