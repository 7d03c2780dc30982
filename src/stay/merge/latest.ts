/** Which row speaks for every paper, and which item lines: those of the last table in force that differ from what was said before. */
import { sameRow } from './cells.ts';
import type { Identities } from './identities.ts';
import { latestLines, type StandingLines, type StandingRows } from './latest-lines.ts';
import type { UnifiedTables } from './unified.ts';

/** By paper; a table of -1 means that none in force has it. */
export type Standing = StandingRows & StandingLines;

export const NOWHERE = -1;

/** Lines come after all rows: they may be of a stay that a later load brings. */
export function latest(tables: UnifiedTables, identities: Identities, inForce: readonly boolean[]): Standing {
  const column = () => new Int32Array(identities.count).fill(NOWHERE);
  const standing = { table: column(), row: column() };
  const order = column();
  let count = 0;
  for (const [table, papers] of identities.of.entries()) {
    if (!inForce[table]) continue;
    for (let row = 0; row < papers.length; row++) {
      const paper = papers[row]!;
      const here = { table, row };
      const before = { table: standing.table[paper]!, row: standing.row[paper]! };
      if (before.table === NOWHERE) order[count++] = paper;
      if (before.table === NOWHERE || !sameRow(tables, before, here)) {
        standing.table[paper] = table;
        standing.row[paper] = row;
      }
    }
  }
  const rows = { ...standing, order: order.slice(0, count) };
  return { ...rows, ...latestLines(tables, identities, { inForce, rows }) };
}
