/** Rows of an SQL answer as a table, CSV or JSON. Values are what SQLite gave: nothing is rounded or renamed. */
import { BOM, csvLine, textCell } from './csv-cell.ts';
import { printable } from './printable.ts';
import { textTable } from './text-table.ts';

export type AnswerRows = { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] };

export function answerText({ columns, rows }: AnswerRows, format: string, { bom }: { readonly bom: boolean }): string {
  const named = (row: readonly unknown[]) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]));
  switch (format) {
    case 'json':
      return `${JSON.stringify(rows.map(named), null, 2)}\n`;
    case 'ndjson':
      return rows.map(row => `${JSON.stringify(named(row))}\n`).join('');
    case 'csv':
      return (bom ? BOM : '') + csvLine(columns.map(textCell)) + rows.map(row => csvLine(row.map(csvValue))).join('');
    default:
      return `${textTable({ columns: columns.map((title, i) => ({ head: printable(title), align: isNumeric(rows, i) ? 'right' : 'left' })), rows: rows.map(row => row.map(shown)), footer: [] })}\n`;
  }
}

const csvValue = (value: unknown): string => (typeof value === 'number' ? String(value) : textCell(value === null ? '' : String(value)));
const shown = (value: unknown): string => (value === null ? '' : printable(String(value)));
const isNumeric = (rows: readonly (readonly unknown[])[], column: number): boolean =>
  rows.some(row => typeof row[column] === 'number') && rows.every(row => row[column] === null || typeof row[column] === 'number');
