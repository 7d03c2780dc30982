/** How a table was understood, as plain values that travel with the stays: format, profile and score, where each of our columns stands. */
import type { OwnColumn } from '../stay/own-layout.ts';
import { otherFunds, type Reading } from '../stay/stay-table.ts';
import type { OpenTable } from './open-tables.ts';

export function readingOf({ sheet, head, layout }: OpenTable): Reading {
  const { profile, header, columns, more, lists } = layout;
  const named = (places: readonly number[]): readonly string[] => places.map(place => header[place] ?? '');
  const scalars = [...columns].map(([field, place]) => ({ field, from: named([place, ...(more.get(field) ?? [])]) }));
  const listed = (['dx', 'px'] as const).flatMap(field => (lists[field].length > 0 ? [{ field, from: named(lists[field]) }] : []));
  const read = [...scalars, ...listed];
  const { workedOut, assumed } = fromTotals(columns);
  const accounted = new Set([...read.flatMap(({ from }) => from), ...layout.dropped, ...layout.rest]);
  return {
    format: sheet.format,
    document: profile.document,
    score: layout.score,
    basis: assumed ? 'assumption' : profile.source,
    headerRow: head.record,
    separator: head.separator,
    columns: [...read, ...workedOut.map(([field, place]) => ({ field, from: named([place]) }))],
    dropped: layout.dropped,
    unused: layout.unused,
    known: [...new Set(header)].filter(name => name !== '' && !accounted.has(name)),
  };
}

/** The pool and the cash of a file that only has sums with them. Where nothing is known to take off the fund total, that it is the pool is assumed. */
function fromTotals(columns: ReadonlyMap<OwnColumn, number>) {
  const fund = columns.has('fund') ? undefined : columns.get('fund_total');
  const cash = columns.has('cash') ? undefined : columns.get('patient_total');
  const found: readonly (readonly ['fund' | 'cash', number | undefined])[] = [
    ['fund', fund],
    ['cash', cash],
  ];
  return {
    workedOut: found.flatMap(([field, place]) => (place === undefined ? [] : [[field, place] as const])),
    assumed: fund !== undefined && !otherFunds.some(field => columns.has(field)),
  };
}
