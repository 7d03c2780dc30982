/** Exact quotients of a row, for what compares or divides further: the row itself holds them rounded, or only their parts. */
import { Decimal } from '../money.ts';
import type { Totals } from './comparison.ts';

/** Σ weight ÷ priced stays; undefined when nothing has a weight. */
export const cmiOf = ({ weight, priced }: Pick<Totals, 'weight' | 'priced'>): Decimal | undefined =>
  weight === '' || priced === 0 ? undefined : new Decimal(weight).div(priced);

/** margin ÷ cost (charges); undefined where either is unknown, and where nothing was charged. */
export const marginRateOf = ({ margin, cost }: Pick<Totals, 'margin' | 'cost'>): Decimal | undefined =>
  Number.isNaN(margin) || Number.isNaN(cost) || cost === 0 ? undefined : new Decimal(margin).div(cost);
