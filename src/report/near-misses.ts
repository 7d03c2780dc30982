/**
 * Groups a stay nearly fell into, as a person means it: exactly one condition fails, and some code of the stay already speaks for the
 * group. A heart transplant is not near for a stay that only lacks the operation.
 */
import type { AdrgStep, Trace } from '../../grouper/trace.ts';

export const nearMissesOf = ({ nearMisses }: Pick<Trace, 'nearMisses'>): readonly AdrgStep[] =>
  nearMisses.filter(({ checks }) => checks.filter(({ holds }) => !holds).length === 1 && checks.some(speaksFor));

/** A condition that a code of the stay meets; conditions about age or sex, and those that ask for no code, say nothing. */
const speaksFor = ({ atom, holds, facts }: AdrgStep['checks'][number]): boolean =>
  holds && facts.length > 0 && !atom.startsWith('not') && aboutCode.test(atom);
const aboutCode = /\b(pdx|sdx|dx|px1|opx|px) (in|starts|valid)\b/;
