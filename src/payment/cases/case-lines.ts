/** The payment by a stay rule as lines: what the rule pays with the conditions that held, and what is paid apart. */
import { type Fen, less, yuanOf } from '../../money.ts';
import type { Condition } from '../../policy/condition.ts';
import { placeText } from '../../policy/leaf.ts';
import type { DrgPolicy } from '../../policy/policy.ts';
import type { RulePay, StayRule } from '../../policy/stay-rules.ts';
import type { Bill } from '../bill.ts';
import { billed, figure } from '../outliers/figure.ts';
import { termsOf } from '../outliers/outlier.ts';
import { pointsAtCost } from '../outliers/points-at-cost.ts';
import type { Line, Price } from '../settlement.ts';
import type { CaseFacts } from './case-facts.ts';
import type { RulePaid } from './pay-case.ts';

type ByRule = {
  readonly bill: Bill;
  readonly price: Price | undefined;
  readonly policy: DrgPolicy;
  readonly facts: CaseFacts;
};

export function caseLines({ rule, payment, exempt }: RulePaid, { bill, price, policy, facts }: ByRule): Line[] {
  const found = policy.stayRules[rule - 1]!;
  const cost = bill.cost - exempt;
  const asked = { cost, days: facts.days, price };
  const line: Line = {
    part: 'payment',
    label: labels[found.pay],
    amount: less(payment, exempt as Fen),
    working: workingOf(found, asked, policy),
    source: [placeText(found.item.at), ...(price && paysByPrice.includes(found.pay) ? [price.weightAt] : [])].join(' '),
    rule: `stay_rules[${rule}]`,
    bound: found.when.map(condition => conditionText(condition, asked)).join(', '),
  };
  return [line, ...exemptLines(exempt, policy)];
}

/** What is paid apart at cost; nothing exempt needs no line. */
export function exemptLines(exempt: number, policy: DrgPolicy): Line[] {
  if (exempt === 0) return [];
  const { leaf, categories, items } = policy.exempt!;
  const working = [...categories, ...items].join(' + ');
  return [{ part: 'payment', label: 'exempt', amount: exempt as Fen, working, source: placeText(leaf.at), rule: 'exempt', bound: '' }];
}

const labels = {
  actual_cost: 'cost',
  ffs: 'cost',
  share_of_cost: 'share_of_cost',
  per_diem: 'bed_days',
  points_at_cost: 'points_at_cost',
  share_of_standard: 'share_of_standard',
  weight_per_day: 'weight_per_day',
} as const satisfies Record<RulePay, string>;
const paysByPrice: readonly RulePay[] = ['points_at_cost', 'share_of_standard', 'weight_per_day'];

type Asked = { readonly cost: number; readonly days: number; readonly price: Price | undefined };

function workingOf({ pay, share, rate }: StayRule, { cost, days, price }: Asked, policy: DrgPolicy): string {
  const amount = billed(yuanOf(cost));
  switch (pay) {
    case 'actual_cost':
    case 'ffs':
      return amount;
    case 'share_of_cost':
      return `${amount} × ${figure(share)}`;
    case 'per_diem':
      return `${figure(rate)} × ${days}`;
    case 'points_at_cost':
      return pointsAtCost.working(yuanOf(cost), termsOf(price!, policy));
    case 'share_of_standard':
      return `${figure(price!.standardExact)} × ${figure(share)}`;
    case 'weight_per_day':
      return `${figure(price!.times)} × ${figure(price!.perWeight)} × ${days}`;
  }
}

const signs = { gt: '>', gte: '≥', lt: '<', lte: '≤' } as const;

/** `days 61 > 60` · `R 0.4500 > 0.3 (4500.00 > 3000)` · `discharge_way = 4`. */
export function conditionText({ column, is, value }: Condition, { cost, days, price }: Asked): string {
  if (is === 'eq') return `${column} = ${value}`;
  if (is === 'in') return `${column} ∈ {${value.join(', ')}}`;
  const sign = signs[is];
  if (column === 'ratio' && price) {
    const { benchmark } = price;
    const line = benchmark.times(value);
    return `R ${yuanOf(cost).div(benchmark).toFixed(4)} ${sign} ${value} (${billed(yuanOf(cost))} ${sign} ${figure(line)})`;
  }
  if (column === 'weight' && price) return `W ${figure(price.weight)} ${sign} ${value}`;
  return `${column}${column === 'days' ? ` ${days}` : ''} ${sign} ${value}`;
}
