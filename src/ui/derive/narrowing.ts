/** From a row of a frequency or a pivot back to the table it was counted in: the filters that keep exactly the rows of that row. */
import { placeOf } from '../place.ts';
import { basisOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/state.ts';
import type { Filter } from '../table/spec.ts';
import { atOnce } from '../work.ts';
import { filtersOf } from './class.ts';
import { derivedFrom } from './derived.ts';

export function narrowingFilters(state: WorkbenchState, row: number): readonly Filter[] {
  const place = placeOf(state.path);
  if (place.screen !== 'frequency' && place.screen !== 'pivot') return [];
  const derived = atOnce(derivedFrom(basisOf(state, state.path), place));
  switch (derived.is) {
    case 'frequency': {
      const one = derived.classes[derived.order[row] ?? -1];
      return one ? filtersOf(derived.column.key, one) : [];
    }
    case 'pivot': {
      const one = derived.rows[row];
      return one ? filtersOf(derived.down.key, one) : [];
    }
    case 'describe':
    case 'nothing':
      return [];
  }
}
