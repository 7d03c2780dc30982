/**
 * A ratio beyond which an excess pays nothing more: the family pays as if the stay had cost no more than that.
 * Yinchuan, S·(R − .4) up to R 2.5: whatever a stay costs beyond it, 2.1·S.
 */
import { Decimal } from '../../money.ts';
import type { Family, Terms } from './family.ts';

export function excessUpTo(family: Family, upTo: Decimal): Family {
  const counted = (cost: Decimal, terms: Terms) => Decimal.min(cost, mostCounted(terms, upTo));
  return {
    ...family,
    pay: (cost, terms) => family.pay(counted(cost, terms), terms),
    line: terms => ({ ...family.line(terms), atMost: family.pay(mostCounted(terms, upTo), terms) }),
    working: (cost, terms) => family.working(counted(cost, terms), terms),
  };
}

export const mostCounted = ({ excessOver }: Terms, upTo: Decimal): Decimal => upTo.times(excessOver);
