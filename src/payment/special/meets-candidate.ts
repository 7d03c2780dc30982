/**
 * Whether a priced stay meets a reason for review. Ratios, weights and the high line become whole fen of cost once a price; everything
 * else is asked of the row.
 */
import { Decimal } from '../../money.ts';
import type { Bound, Condition } from '../../policy/condition.ts';
import type { Candidate } from '../../policy/special-rule.ts';
import { fewestAbove, fewestFrom, mostBelow, mostUpTo } from '../bounds.ts';
import { compared } from '../cases/rule-of-stay.ts';
import { type AskedOf, allOf, needsPrice } from '../condition-test.ts';
import type { Price } from '../settlement.ts';

/** `cost` fen without what is paid apart; `price` an index into the prices. */
export type Meets = (row: number, cost: number, price: number) => boolean;

export function meetsCandidate({ overCap, when }: Candidate, prices: readonly Price[], asked: AskedOf): Meets {
  const ofRow = allOf(
    when.filter(condition => !needsPrice(condition)),
    asked,
  );
  const ofPrice = when.filter(needsPrice);
  const spans: Span[] = [];
  return (row, cost, price) => {
    const span = spans[price] ?? spanOf(prices[price]!, overCap, ofPrice);
    spans[price] = span;
    return cost >= span.from && cost <= span.to && ofRow(row);
  };
}

/** Fen below which the reason is met by no stay of the price. */
export const leastCost = ({ overCap, when }: Candidate, price: Price): number => spanOf(price, overCap, when.filter(needsPrice)).from;

/** The costs in fen that are let through. */
type Span = { readonly from: number; readonly to: number };

function spanOf(price: Price, overCap: boolean, conditions: readonly Condition[]): Span {
  const spans = conditions.map(condition => spanIn(condition, price));
  return {
    from: Math.max(overCap ? price.highFrom : 0, ...spans.map(({ from }) => from)),
    to: Math.min(Number.POSITIVE_INFINITY, ...spans.map(({ to }) => to)),
  };
}

function spanIn({ column, is, value }: Condition, { weight, benchmark }: Price): Span {
  const bound = new Decimal(value as string);
  if (column === 'weight') return compared(weight, is as Bound, bound) ? everything : nothing;
  const line = bound.times(benchmark);
  switch (is) {
    case 'gt':
      return { ...everything, from: fewestAbove(line) };
    case 'gte':
      return { ...everything, from: fewestFrom(line) };
    case 'lt':
      return { ...everything, to: mostBelow(line) };
    case 'lte':
      return { ...everything, to: mostUpTo(line) };
    case 'eq':
    case 'in':
      throw new Error(`${column} is a number`);
  }
}

const everything: Span = { from: 0, to: Number.POSITIVE_INFINITY };
const nothing: Span = { from: Number.POSITIVE_INFINITY, to: -1 };
