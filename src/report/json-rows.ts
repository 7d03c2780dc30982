/** Rows as JSON, piece by piece: one document with its origin in front, or one row a line. */
import { ROWS_PER_CHUNK } from './result-rows.ts';

export const SCHEMA_VERSION = 1;

export type JsonRow = Readonly<Record<string, string | null>>;

/** `{"schemaVersion":1,...origin,"rows":[...]}`, one row a line so that a difference is readable. */
export function* jsonDocument(origin: JsonRow, count: number, rowAt: (row: number) => JsonRow): Generator<string> {
  const head = JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...origin });
  yield `${head.slice(0, -1)},"rows":[`;
  for (const [chunk, from] of chunks(count, rowAt)) yield (from === 0 ? '\n' : ',\n') + chunk.join(',\n');
  yield '\n]}\n';
}

/** Newline-delimited JSON. */
export function* jsonLines(count: number, rowAt: (row: number) => JsonRow): Generator<string> {
  for (const [chunk] of chunks(count, rowAt)) yield `${chunk.join('\n')}\n`;
}

function* chunks(count: number, rowAt: (row: number) => JsonRow): Generator<readonly [texts: readonly string[], from: number]> {
  for (let from = 0; from < count; from += ROWS_PER_CHUNK) {
    const length = Math.min(ROWS_PER_CHUNK, count - from);
    yield [Array.from({ length }, (_, i) => JSON.stringify(rowAt(from + i))), from];
  }
}
