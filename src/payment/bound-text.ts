/**
 * What put a stay into its band, as text: the ratio against its lines, and behind it the exact comparison in yuan that decided, because a
 * ratio is cut to four decimals. `R 3.5359 > 2.5 (40000.00 > 28281)` · `0.3 ≤ R 0.8148 < 3 (2945.664 ≤ 8000.00 < 29456.64)`.
 */
import { Decimal } from '../money.ts';
import type { DrgPolicy } from '../policy/policy.ts';
import { capFor } from '../policy/tiers.ts';
import { billed, figure } from './outliers/figure.ts';
import type { Price } from './settlement.ts';

/** One line; `upper` says on which side a cost on the line itself lies. */
type Edge = { readonly at: Decimal; readonly upper: boolean };

export type DrawnBand = 'low' | 'mid_low' | 'normal' | 'high';

export function boundText(band: DrawnBand, cost: Decimal, price: Price, policy: DrgPolicy): string {
  const { low, midLow, high } = edges(price, policy);
  switch (band) {
    case 'low':
      return between(undefined, low, cost, price);
    case 'mid_low':
      return between(low, midLow, cost, price);
    case 'normal':
      return between(midLow ?? low, high, cost, price);
    case 'high':
      return between(high, undefined, cost, price);
  }
}

function edges({ weight }: Price, { low, midLow, high }: DrgPolicy) {
  const below = (rule: DrgPolicy['low'] | DrgPolicy['midLow']): Edge | undefined =>
    rule && { at: rule.threshold.value, upper: !rule.inclusive };
  return { low: below(low), midLow: below(midLow), high: high && { at: capFor(weight, high.tiers), upper: high.inclusive } };
}

function between(from: Edge | undefined, to: Edge | undefined, cost: Decimal, { benchmark }: Price): string {
  const spoken = (edge: (at: Decimal) => string, middle: string) =>
    [
      ...(from && to ? [edge(from.at), from.upper ? '≤' : '<'] : []),
      middle,
      ...(from && !to ? [from.upper ? '≥' : '>', edge(from.at)] : []),
      ...(to ? [to.upper ? '<' : '≤', edge(to.at)] : []),
    ].join(' ');
  const ratio = `R ${cost.div(benchmark).toFixed(4, Decimal.ROUND_HALF_UP)}`;
  if (!from && !to) return ratio;
  return `${spoken(at => at.toFixed(), ratio)} (${spoken(at => figure(at.times(benchmark)), billed(cost))})`;
}
