/** The stays behind one row of a table: those of every key on the way down, and in the scenario's population. */
import type { Desk, Run } from '../../app/desk.ts';
import { rowsWithin } from '../../compare/rows-within.ts';
import { type Path, placeOf } from '../place.ts';
import { groupedOf } from './figures.ts';

/**
 * On the screen of the groups a stay without a price counts in the group it fell into; everywhere else all such stays are a row of
 * their own, as in a comparison.
 */
export function rowsOfPart(desk: Desk, run: Run, path: Path): Uint32Array {
  const place = placeOf(path);
  if (place.screen !== 'part') return new Uint32Array(0);
  const within = place.within.map(({ by, key }) => ({ by: by === 'group' && path[0]?.screen === 'groups' ? ('drg' as const) : by, key }));
  return rowsWithin(groupedOf(desk, run), within);
}
