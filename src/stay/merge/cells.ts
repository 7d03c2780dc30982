/** Whether two rows say the same, cell by cell; a column that a table does not have counts as missing in all of its rows. */
import type { UnifiedColumn, UnifiedTables } from './unified.ts';

/** A row of one of the tables. */
export type Place = { readonly table: number; readonly row: number };

/** Where a row was read says nothing about what it says. */
const places = new Set(['source_file', 'source_row']);

export const saysSomething = ({ name }: UnifiedColumn): boolean => !places.has(name);

export function sameCell(column: UnifiedColumn, a: Place, b: Place): boolean {
  switch (column.kind) {
    case 'numbers':
      return Object.is(numberAt(column, a), numberAt(column, b));
    case 'words':
      return wordAt(column, a) === wordAt(column, b);
    case 'lists':
      return sameList(column, a, b);
  }
}

/** The row as a whole. */
export const sameRow = ({ columns }: UnifiedTables, a: Place, b: Place): boolean =>
  columns.every(column => !saysSomething(column) || sameCell(column, a, b));

/** The item lines of the rows, in their order; rows without lines have the same lines. */
export function sameLines({ lines }: UnifiedTables, a: Place, b: Place): boolean {
  if (!lines) return true;
  const first = lineRange(lines, a);
  const second = lineRange(lines, b);
  if (first.to - first.from !== second.to - second.from) return false;
  const said = lines.columns.filter(column => saysSomething(column) && column.name !== 'stay');
  for (let i = 0; i < first.to - first.from; i++) {
    const one = { table: a.table, row: first.from + i };
    const other = { table: b.table, row: second.from + i };
    if (!said.every(column => sameCell(column, one, other))) return false;
  }
  return true;
}

export function lineRange({ starts }: NonNullable<UnifiedTables['lines']>, { table, row }: Place) {
  const own = starts[table];
  return own ? { from: own[row]!, to: own[row + 1]! } : { from: 0, to: 0 };
}

/** -0 is 0. */
export function numberAt({ parts, missing }: UnifiedColumn & { readonly kind: 'numbers' }, { table, row }: Place): number {
  const values = parts[table];
  return values ? values[row]! + 0 : missing;
}

export function wordAt({ parts }: UnifiedColumn & { readonly kind: 'words' }, { table, row }: Place): number {
  const part = parts[table];
  return part ? part.translate[part.codes[row]!]! : 0;
}

function sameList({ parts }: UnifiedColumn & { readonly kind: 'lists' }, a: Place, b: Place): boolean {
  const first = parts[a.table];
  const second = parts[b.table];
  const [from, to] = first ? [first.offsets[a.row]!, first.offsets[a.row + 1]!] : [0, 0];
  const [start, end] = second ? [second.offsets[b.row]!, second.offsets[b.row + 1]!] : [0, 0];
  if (to - from !== end - start) return false;
  for (let i = 0; i < to - from; i++) {
    if (first!.translate[first!.codes[from + i]!] !== second!.translate[second!.codes[start + i]!]) return false;
  }
  return true;
}

/** The words of a list of codes at a row. */
export function listAt({ parts, words }: UnifiedColumn & { readonly kind: 'lists' }, { table, row }: Place): readonly string[] {
  const part = parts[table];
  if (!part) return [];
  return Array.from(part.codes.subarray(part.offsets[row]!, part.offsets[row + 1]!), code => words[part.translate[code]!]!);
}
