/**
 * Stays grouped by a DIP catalogue, in the form of every other grouping: drg is the DIP code, adrg the 3-digit diagnosis, mdc empty; `row` is
 * the rule that found the group. Beside it the class of each stay in the auxiliary list of its group. Worked out once for a load and catalogue.
 */
import type { Group, GroupColumns } from '../../../grouper/result.ts';
import { NO_DECIDER } from '../../../grouper/result.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { assignGroups } from './assign.ts';
import { classColumns } from './auxiliary-columns.ts';
import type { DipCatalogue } from './catalogue.ts';
import { threeDigits } from './keys.ts';
import { operationsOf } from './operations.ts';

export type DipGrouping = {
  readonly columns: GroupColumns;
  readonly groups: readonly Group[];
  /** Class in the auxiliary list of the group; 0 where the group has none, or the load not the columns it looks at. */
  readonly auxiliary: Uint8Array;
};

export function dipGrouping(stays: StayTable, catalogue: DipCatalogue): DipGrouping {
  const ofStays = known.get(stays) ?? new WeakMap<DipCatalogue, DipGrouping>();
  known.set(stays, ofStays);
  const grouped = ofStays.get(catalogue) ?? grouping(stays, catalogue);
  ofStays.set(catalogue, grouped);
  return grouped;
}

/** Both are never changed once they are made: the same again is the same. */
const known = new WeakMap<StayTable, WeakMap<DipCatalogue, DipGrouping>>();

function grouping(stays: StayTable, catalogue: DipCatalogue): DipGrouping {
  const { count } = stays;
  const keys = catalogue.groups.map(({ key }) => key);
  const { group, rule } = assignGroups(stays, keys, operationsOf(stays, catalogue.types));
  return {
    columns: { count, group, row: rule, severity: new Uint8Array(count), decider: new Uint8Array(count).fill(NO_DECIDER) },
    groups: [
      ungrouped,
      ...catalogue.groups.map(({ code, name, key }): Group => ({ mdc: '', adrg: threeDigits(key.dx), drg: code, name, status: 'grouped' })),
    ],
    auxiliary: auxiliaryOf(stays, catalogue, group),
  };
}

const ungrouped: Group = { mdc: '', adrg: '', drg: '0000', name: '', status: 'ungrouped' };

function auxiliaryOf(stays: StayTable, catalogue: DipCatalogue, group: Uint16Array): Uint8Array {
  const { groups } = catalogue;
  const of = new Uint8Array(stays.count);
  const dimensions = [undefined, ...groups.map(({ auxiliary }) => auxiliary?.dimension)];
  const wanted = new Set(dimensions.flatMap(dimension => dimension ?? []));
  if (wanted.size === 0) return of;
  const means = Float64Array.from([Number.NaN, ...groups.map(({ mean }) => mean)]);
  const columns = classColumns({ ...catalogue, stays, groupMean: row => means[group[row]!]! }, wanted);
  const columnOf = dimensions.map(dimension => dimension && columns[dimension]);
  for (let row = 0; row < of.length; row++) of[row] = columnOf[group[row]!]?.[row] ?? 0;
  return of;
}
