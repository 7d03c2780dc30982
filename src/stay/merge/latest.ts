/** Which row speaks for every paper, and which item lines: those of the last table in force that differ from what was said before. */
import { lineRange, sameLines, sameRow } from './cells.ts';
import type { Identities } from './identities.ts';
import type { UnifiedTables } from './unified.ts';

/** By paper; a table of -1 means that none in force has it. */
export type Standing = {
  /** Papers in the order in which they first appeared. */
  readonly order: Int32Array;
  readonly table: Int32Array;
  readonly row: Int32Array;
  readonly lineTable: Int32Array;
  readonly lineRow: Int32Array;
};

export const NOWHERE = -1;

export function latest(tables: UnifiedTables, identities: Identities, inForce: readonly boolean[]): Standing {
  const column = () => new Int32Array(identities.count).fill(NOWHERE);
  const standing = { table: column(), row: column(), lineTable: column(), lineRow: column() };
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
      if (hasNewLines(tables, { table: standing.lineTable[paper]!, row: standing.lineRow[paper]! }, here)) {
        standing.lineTable[paper] = table;
        standing.lineRow[paper] = row;
      }
    }
  }
  return { ...standing, order: order.slice(0, count) };
}

/** Item lines are a paper of their own: a bill that comes without them leaves those that are there. */
function hasNewLines(tables: UnifiedTables, before: { readonly table: number; readonly row: number }, here: typeof before): boolean {
  if (!tables.lines) return false;
  const { from, to } = lineRange(tables.lines, here);
  return from < to && (before.table === NOWHERE || !sameLines(tables, before, here));
}
