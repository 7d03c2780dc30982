/** Rows of an SQL answer as a table, CSV or JSON. Values are what SQLite gave: nothing is rounded; bytes are written as hexadecimal. */
import { BOM, csvLine, textCell } from './csv-cell.ts';
import { printable } from './printable.ts';
import { textTable } from './text-table.ts';

export type AnswerRows = { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] };

export function answerText({ columns, rows }: AnswerRows, format: string, { bom }: { readonly bom: boolean }): string {
  const names = apart(columns);
  const values = rows.map(row => row.map(plain));
  const named = (row: readonly unknown[]) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null]));
  switch (format) {
    case 'json':
      return `${JSON.stringify(values.map(named), null, 2)}\n`;
    case 'ndjson':
      return values.map(row => `${JSON.stringify(named(row))}\n`).join('');
    case 'csv':
      return (bom ? BOM : '') + csvLine(names.map(textCell)) + values.map(row => csvLine(row.map(csvValue))).join('');
    default:
      return `${textTable({
        columns: names.map((title, i) => ({ head: printable(title), align: isNumeric(values, i) ? 'right' : 'left', widest: 60 })),
        rows: values.map(row => row.map(shown)),
        footer: [],
      })}\n`;
  }
}

/** `a, a` -> `a, a_2`: a second column of one name is not lost in JSON. */
function apart(columns: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return columns.map(name => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}_${times}`;
  });
}

const plain = (value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value);
const csvValue = (value: unknown): string => (typeof value === 'number' ? String(value) : textCell(value === null ? '' : String(value)));
const shown = (value: unknown): string => (value === null ? '' : printable(String(value)));
const isNumeric = (rows: readonly (readonly unknown[])[], column: number): boolean =>
  rows.some(row => typeof row[column] === 'number') && rows.every(row => row[column] === null || typeof row[column] === 'number');
