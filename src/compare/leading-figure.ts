/**
 * What an answer speaks of: the hospital's margin; where the file does not say who paid, the result of the groups (payment − cost);
 * where it does not say what stays cost, nothing at all.
 */
import type { Comparison, Totals } from './comparison.ts';

export type LeadingFigure = 'margin' | 'groupResult';

/** undefined: neither is known. */
export function leadingFigure({ margin, groupResult }: Pick<Totals, LeadingFigure>): LeadingFigure | undefined {
  if (!Number.isNaN(margin)) return 'margin';
  return Number.isNaN(groupResult) ? undefined : 'groupResult';
}

/** The figure that every scenario of a comparison has; the margin where none is known, which is then shown as unknown. */
export function leadingOf({ scenarios }: Pick<Comparison, 'scenarios'>): LeadingFigure {
  const figures = scenarios.map(({ totals }) => leadingFigure(totals));
  if (figures.every(figure => figure === 'margin')) return 'margin';
  return figures.some(figure => figure === undefined) ? 'margin' : 'groupResult';
}
