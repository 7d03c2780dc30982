/** A load and everything computed from it into an empty workspace, row by row; workspace-bytes.ts writes the same much faster. */
import type { TableSource } from './column-source.ts';
import { type Filling, type Placed, placed } from './filling.ts';
import { insertRows, insertTable } from './insert.ts';
import { groupingSource, paymentSource } from './result-source.ts';
import { smallTables } from './small-tables.ts';
import { staySources } from './stay-source.ts';
import type { Workspace } from './workspace.ts';

export type { Filling, RunResult } from './filling.ts';

export function fillWorkspace({ database }: Workspace, filling: Filling): void {
  const places = placed(filling);
  for (const { table, rows } of smallTables(filling, places)) insertRows(database, table, rows);
  for (const table of largeTables(filling, places)) insertTable(database, table);
}

/** Tables with at least a row a stay. */
export const largeTables = ({ stays }: Filling, { groupings, runs }: Placed): readonly TableSource[] => [
  ...staySources(stays),
  ...groupings.map(({ grouping, place }) => groupingSource(grouping, place)),
  ...runs.map(({ run, place }) => paymentSource(run.settlement, place)),
];
