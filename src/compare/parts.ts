/** What a row of figures is a part by: the dimensions of a comparison, and two more that only drilling down asks for. */
import type { Dimension } from './comparison.ts';
import { drgKeys, type Grouped, groupKeys, type Keys, stayKeys } from './keys.ts';

/** `group` has all stays without a price on one row, as a comparison has; `drg` leaves every stay in the group it fell into. */
export type Part = Dimension | 'doctor' | 'drg';

export function partKeys(run: Grouped, part: Part): Keys {
  switch (part) {
    case 'group':
      return groupKeys(run);
    case 'drg':
      return drgKeys(run);
    case 'hospital':
    case 'department':
    case 'doctor':
    case 'insurance':
    case 'month':
      return stayKeys(run.stays, part);
  }
}
