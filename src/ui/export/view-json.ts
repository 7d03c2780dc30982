/** The view as JSON: where it comes from, its columns, and a row an object under their English keys; money and shares are exact text. */
import { SCHEMA_VERSION } from '../../report/json-rows.ts';
import type { WorkbenchState } from '../store/state.ts';
import type { Column } from '../table/sheet.ts';
import { type Exported, exactCell } from './exported.ts';
import { originOf } from './origin.ts';

const CHUNK = 5_000;

export function* viewJson(state: WorkbenchState, { columns, rows }: Exported): Generator<string> {
  const head = {
    schemaVersion: SCHEMA_VERSION,
    ...originOf(state),
    columns: columns.map(({ key, title, align }) => ({ key, title, kind: align === 'right' ? 'number' : 'text' })),
    count: rows.length,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = Array.from(rows.subarray(from, from + CHUNK), row => JSON.stringify(rowOf(columns, row)));
    yield (from === 0 ? '\n' : ',\n') + chunk.join(',\n');
  }
  yield '\n]}\n';
}

const rowOf = (columns: readonly Column[], row: number): Readonly<Record<string, string | null>> =>
  Object.fromEntries(columns.map(column => [column.key, exactCell(column, row) || null]));
