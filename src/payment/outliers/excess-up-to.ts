/**
 * A ratio beyond which an excess pays nothing more: the family pays as if the stay had cost no more than that.
 * Yinchuan, S·(R − .4) up to R 2.5: whatever a stay costs beyond it, 2.1·S.
 */
import { Decimal } from '../../money.ts';
import type { Family, Terms } from './family.ts';

export function excessUpTo(family: Family, upTo: Decimal): Family {
  const isBeyond = (cost: Decimal, { excessOver }: Terms) => cost.gt(upTo.times(excessOver));
  // measured in ratios: the benchmark cancels out, and may be a quotient that is not exact
  const most = (terms: Terms) => family.pay(upTo, { ...terms, excessOver: one });
  return {
    ...family,
    pay: (cost, terms) => (isBeyond(cost, terms) ? most(terms) : family.pay(cost, terms)),
    line: terms => ({ ...family.line(terms), atMost: most(terms) }),
    working: (cost, terms) => (isBeyond(cost, terms) ? family.working(upTo, { ...terms, excessOver: one }) : family.working(cost, terms)),
  };
}

const one = new Decimal(1);
