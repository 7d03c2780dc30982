/** What a saved workspace keeps, as rows of its tables. */
import type { TableSource } from '../column-source.ts';
import { integers, ROWID } from '../column-source.ts';
import type { RecordSource } from '../image/write-records.ts';
import type { SmallTable } from '../small-tables.ts';
import type { Saved } from './saved.ts';

/** Key of the table `workspace`. */
export const RULES_KEY = 'rules';

export const savedTables = ({ rules, loads, closed, log }: Saved): readonly SmallTable[] => [
  { table: 'workspace', rows: [{ key: RULES_KEY, value: JSON.stringify(rules) }] },
  {
    table: 'load',
    rows: loads.map(({ load, at, state, files, findings, rows, lines, sha256 }) => ({
      ...{ load, at, state },
      ...{ files: JSON.stringify(files), findings: JSON.stringify(findings) },
      ...{ rows, lines, sha256 },
    })),
  },
  { table: 'closed_month', rows: closed },
  {
    table: 'change_log',
    rows: log.map(({ at, what, details, previous, hash }, i) => ({ entry: i + 1, at, what, details, previous, hash })),
  },
];

/** Columns of every load, in order; none is cut. */
export const columnRecords = ({ loads }: Saved): RecordSource => ({
  table: 'load_column',
  rows: loads.flatMap(({ load, columns }) => columns.map(({ name, kind, bytes }) => [load, name, kind, bytes])),
});

export function changeTable({ changes }: Saved): TableSource {
  const all = changes.flatMap(({ entry, list }) => list.map(change => ({ entry, ...change })));
  return {
    table: 'change',
    first: 1,
    count: all.length,
    columns: {
      change: ROWID,
      entry: integers(all.map(({ entry }) => entry)),
      settlement_key: { kind: 'text', at: row => all[row]!.key },
      field: { kind: 'text', at: row => all[row]!.field },
      before: { kind: 'text', at: row => all[row]!.before },
      after: { kind: 'text', at: row => all[row]!.after },
    },
  };
}
