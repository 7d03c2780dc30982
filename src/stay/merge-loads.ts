/**
 * The loads of a workspace as one table. A paper of a later load takes the place of the same paper of an earlier one: the same kind of
 * document with the same settlement number. What no later load speaks of stays as it was; rows stay where they first stood, so that stay
 * numbers do not move when a month is added. Nothing is netted or joined here: that is done on the table that comes out.
 */
import { type Change, type ChangeCounts, type Changes, changesBetween } from './merge/changes.ts';
import { identified, rowsWithoutIdentity } from './merge/identities.ts';
import { laidOut } from './merge/laid-out.ts';
import { latest } from './merge/latest.ts';
import { unified } from './merge/unified.ts';
import type { StayTable } from './stay-table.ts';
import { flatTable } from './table-columns.ts';

export type { Change, ChangeCounts, Changes };

/** A table of the workspace and whether its rows count. */
export type KeptLoad = { readonly table: StayTable; readonly inForce: boolean };

/** Rows of the loads in force, in order of the loads. */
export function mergeLoads(loads: readonly KeptLoad[]): StayTable {
  const inForce = loads.filter(load => load.inForce).map(({ table }) => table);
  if (inForce.length === 1) return inForce[0]!;
  const tables = unified(inForce.map(flatTable));
  return laidOut(
    tables,
    latest(
      tables,
      identified(tables),
      inForce.map(() => true),
    ),
  );
}

/** What changes in the table when the loads that are in force become those that `after` marks. */
export function changesOf(tables: readonly StayTable[], before: readonly boolean[], after: readonly boolean[]): Changes {
  const columns = unified(tables.map(flatTable));
  const identities = identified(columns);
  return changesBetween(columns, latest(columns, identities, before), latest(columns, identities, after));
}

/** Rows of a table that nothing tells apart from others: loaded twice, they count twice. */
export const unidentified = (table: StayTable): number => rowsWithoutIdentity(unified([flatTable(table)]), 0);
