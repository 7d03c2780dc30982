/** One value for every dimension, in their fixed order. */
import type { Dimension } from './comparison.ts';

export const byDimension = <T>(of: (dimension: Dimension) => T): Readonly<Record<Dimension, T>> => ({
  hospital: of('hospital'),
  department: of('department'),
  group: of('group'),
  insurance: of('insurance'),
  month: of('month'),
});
