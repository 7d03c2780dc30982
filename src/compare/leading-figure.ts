/**
 * What an answer speaks of: the hospital's margin; where the file does not say who paid, the result of the groups (payment − cost);
 * where it does not say what stays cost, nothing at all.
 */
import type { Totals } from './comparison.ts';

export type LeadingFigure = 'margin' | 'groupResult';

/** undefined: neither is known. */
export function leadingFigure({ margin, groupResult }: Pick<Totals, LeadingFigure>): LeadingFigure | undefined {
  if (!Number.isNaN(margin)) return 'margin';
  return Number.isNaN(groupResult) ? undefined : 'groupResult';
}
