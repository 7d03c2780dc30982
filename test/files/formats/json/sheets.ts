/** The table that a JSON document becomes, as lists of cells; read back with papaparse. */
import Papa from 'papaparse';
import { jsonSheets } from '../../../../src/files/formats/json/json-sheets.ts';
import { newBudget } from '../../../../src/files/formats/limits.ts';

export const csvOf = (document: string | Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    jsonSheets(typeof document === 'string' ? new TextEncoder().encode(document) : document, newBudget(), 'lists.json')[0]!.bytes,
  );

/** Header and rows. */
export const rowsOf = (document: string | Uint8Array): readonly (readonly string[])[] =>
  Papa.parse<string[]>(csvOf(document).replace(/\n$/, ''), { delimiter: ',' }).data;

/** Every record by name, without its empty cells; a record that does not fit is 'broken'. */
export function recordsOf(document: unknown): readonly (Readonly<Record<string, string>> | 'broken')[] {
  const text = typeof document === 'string' || document instanceof Uint8Array ? document : JSON.stringify(document);
  const [header = [], ...rows] = rowsOf(text);
  return rows.map(row =>
    row.length === header.length
      ? Object.fromEntries(row.map((cell, i) => [header[i]!, cell]).filter(([, cell]) => cell !== ''))
      : 'broken',
  );
}
