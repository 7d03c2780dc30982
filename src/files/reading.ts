/** How a table was understood, as plain values that travel with the stays: format, profile and score, where each of our columns stands. */
import type { Reading } from '../stay/stay-table.ts';
import type { OpenTable } from './open-tables.ts';

export function readingOf({ sheet, head, layout }: OpenTable): Reading {
  const { profile, header, columns, more, lists } = layout;
  const named = (places: readonly number[]): readonly string[] => places.map(place => header[place] ?? '');
  const scalars = [...columns].map(([field, place]) => ({ field, from: named([place, ...(more.get(field) ?? [])]) }));
  const listed = (['dx', 'px'] as const).flatMap(field => (lists[field].length > 0 ? [{ field, from: named(lists[field]) }] : []));
  const read = [...scalars, ...listed];
  const accounted = new Set([...read.flatMap(({ from }) => from), ...layout.dropped, ...layout.rest]);
  return {
    format: sheet.format,
    document: profile.document,
    score: layout.score,
    basis: profile.source,
    headerRow: head.record,
    separator: head.separator,
    columns: read,
    dropped: layout.dropped,
    unused: layout.unused,
    known: [...new Set(header)].filter(name => name !== '' && !accounted.has(name)),
  };
}
