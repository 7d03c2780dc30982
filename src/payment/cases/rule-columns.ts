/**
 * Stay rules over columns: words are asked once each, ratios and weights become whole fen of cost once a price, so that a stay only
 * compares numbers. The same as `rule-of-stay` for every stay.
 */
import { Decimal, toFen, yuanOf } from '../../money.ts';
import type { Bound, Condition } from '../../policy/condition.ts';
import type { DrgPolicy } from '../../policy/policy.ts';
import type { StayRule } from '../../policy/stay-rules.ts';
import { fewestAbove, fewestFrom, mostBelow, mostUpTo } from '../bounds.ts';
import { type AskedOf, allOf, needsPrice } from '../condition-test.ts';
import type { Price } from '../settlement.ts';
import { onLine, type PaysOnLine } from '../straight-line.ts';
import { asksPrice, compared, hasStandard, paidByRule, paysByDay, paysWholeBill } from './rule-of-stay.ts';

export type RuleColumns = {
  /** Number of the first rule that a row meets, from 1; 0: none. `price` -1: the row has none. */
  of(row: number, cost: number, price: number): number;
  /** Whether rule `n` leaves the stay to its bill; pays the whole bill; pays by the day. */
  readonly leavesBill: Uint8Array;
  readonly wholeBill: Uint8Array;
  readonly byDay: Uint8Array;
  /** Fen: of rule `n` at a price, for a cost in fen, or for days where it pays by the day. */
  pay(n: number, price: number, amount: number): number;
};

/** undefined: the policy has no rules. `prices` grow while stays are paid. */
export function ruleColumns(policy: DrgPolicy, asked: AskedOf, prices: readonly Price[]): RuleColumns | undefined {
  const rules = policy.stayRules;
  if (rules.length === 0) return undefined;
  const tests = rules.map(({ when }) =>
    allOf(
      when.filter(condition => !needsPrice(condition)),
      asked,
    ),
  );
  const needs = rules.map(asksPrice);
  const asksRatio = rules.map(({ when }) => when.some(({ column }) => column === 'ratio'));
  const spans: Spans[] = [];
  const lines: PaysOnLine[][] = rules.map(() => []);
  const flags = (of: (rule: StayRule) => boolean) => Uint8Array.from([false, ...rules.map(of)], Number);

  return {
    of(row, cost, price) {
      // without item lines nobody knows what is exempt, and so no ratio
      const known = !Number.isNaN(cost);
      const net = known ? cost : 0;
      for (let r = 0; r < rules.length; r++) {
        if (needs[r]!) {
          if (price < 0 || (!known && asksRatio[r]!)) continue;
          const span = spans[price] ?? spansOf(rules, prices[price]!);
          spans[price] = span;
          if (net < span.from[r]! || net > span.to[r]!) continue;
        }
        if (tests[r]!(row)) return r + 1;
      }
      return 0;
    },
    leavesBill: flags(({ pay }) => pay === 'ffs'),
    wholeBill: flags(paysWholeBill),
    byDay: flags(paysByDay),
    pay(n, price, amount) {
      // a rule that asks no price pays the same without one, at index 0
      const ofRule = lines[n - 1]!;
      const pays = ofRule[price + 1] ?? lineOf(rules[n - 1]!, price < 0 ? undefined : prices[price], policy);
      ofRule[price + 1] = pays;
      return pays(amount);
    },
  };
}

/** By rule: the costs in fen that the conditions on ratio and weight let through; from above to where none does. */
type Spans = { readonly from: Float64Array; readonly to: Float64Array };

function spansOf(rules: readonly StayRule[], price: Price): Spans {
  const spans = { from: new Float64Array(rules.length), to: new Float64Array(rules.length).fill(Number.POSITIVE_INFINITY) };
  if (!hasStandard(price)) spans.from.fill(Number.POSITIVE_INFINITY);
  for (const [r, { when }] of rules.entries()) for (const condition of when) if (needsPrice(condition)) narrow(spans, r, condition, price);
  return spans;
}

function narrow({ from, to }: Spans, r: number, { column, is, value }: Condition, { weight, benchmark }: Price): void {
  const bound = new Decimal(value as string);
  if (column === 'weight') {
    if (!compared(weight, is as Bound, bound)) from[r] = Number.POSITIVE_INFINITY;
    return;
  }
  const line = bound.times(benchmark);
  if (is === 'gt') from[r] = Math.max(from[r]!, fewestAbove(line));
  if (is === 'gte') from[r] = Math.max(from[r]!, fewestFrom(line));
  if (is === 'lt') to[r] = Math.min(to[r]!, mostBelow(line));
  if (is === 'lte') to[r] = Math.min(to[r]!, mostUpTo(line));
}

function lineOf(rule: StayRule, price: Price | undefined, policy: DrgPolicy): PaysOnLine {
  const exactly = (amount: number) => {
    const [cost, days] = paysByDay(rule) ? [zero, amount] : [yuanOf(amount), 0];
    return toFen(paidByRule(rule, { cost, days, price }, policy));
  };
  const flat = { fixed: zero, over: one, atLeast: zero };
  const { perWeight = zero, meanPerWeight = one, times = zero } = price ?? {};
  const roundsPoints = policy.price.kind === 'points' && policy.rounding.points !== undefined;
  switch (rule.pay) {
    case 'actual_cost':
    case 'ffs':
      return cost => cost;
    case 'share_of_cost':
      return onLine({ ...flat, slope: rule.share });
    case 'share_of_standard': {
      const same = exactly(0);
      return () => same;
    }
    // a line over days: yuan a day is 100 fen a day for each
    case 'per_diem':
      return onLine({ ...flat, slope: rule.rate.times(100) });
    case 'weight_per_day':
      return roundsPoints ? exactly : onLine({ ...flat, slope: times.times(perWeight).times(100) });
    case 'points_at_cost':
      return roundsPoints ? exactly : onLine({ ...flat, slope: perWeight, over: meanPerWeight });
  }
}

const [zero, one] = [new Decimal(0), new Decimal(1)];
