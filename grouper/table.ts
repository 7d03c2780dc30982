/** One table of a catalogue: tab separated, one header row, no quoting. Columns are found by name; a missing one, or an empty key, is an error. */
import { CatalogueError } from './catalogue-error.ts';

export type Tables = ReadonlyMap<string, string>;
export type Row<Column extends string> = { readonly line: number } & Readonly<Record<Column, string>>;

export function readTable<Column extends string>(tables: Tables, name: string, columns: readonly Column[]): Row<Column>[] {
  const text = tables.get(name);
  if (text === undefined) throw new CatalogueError(name, 0, 'the table is missing');
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const header = cells(lines[0] ?? '');
  const places = columns.map(column => {
    const place = header.indexOf(column);
    if (place < 0) throw new CatalogueError(name, 1, `no column "${column}"`);
    return place;
  });
  const rows: Row<Column>[] = [];
  for (let i = 1; i < lines.length; i++) {
    const row = cells(lines[i]!);
    if (row.length === 1 && row[0] === '') continue;
    if (row.length !== header.length) throw new CatalogueError(name, i + 1, `${row.length} cells under ${header.length} headings`);
    if (row[places[0]!] === '') throw new CatalogueError(name, i + 1, `"${columns[0]}" is empty`);
    const record: Record<string, string | number> = { line: i + 1 };
    for (let c = 0; c < columns.length; c++) record[columns[c]!] = row[places[c]!]!;
    rows.push(record as Row<Column>);
  }
  return rows;
}

/** A table that a version may lack, such as mdc_px.tsv. */
export const readTableIfAny = <Column extends string>(tables: Tables, name: string, columns: readonly Column[]): Row<Column>[] =>
  tables.has(name) ? readTable(tables, name, columns) : [];

const cells = (line: string): string[] => (line.endsWith('\r') ? line.slice(0, -1) : line).split('\t');
