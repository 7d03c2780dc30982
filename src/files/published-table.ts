/**
 * A published weight table, whatever file it lies in, as headings and rows of text. The header is the record with most names that mean
 * something to whoever asks; a sheet without any is none of his. Nothing here knows what a weight is.
 */

import { comparable } from './column-names.ts';
import { recordsOf, scanFrom } from './csv-block.ts';
import { readEncoding } from './encoding.ts';
import { headerRow } from './header-row.ts';
import { halfWidth, withoutControls } from './plain-text.ts';
import type { Sheet } from './sheet.ts';

export type OpenPublished = {
  readonly name: string;
  readonly sha256: string;
  readonly encoding: string;
  /** Headings as written, without line ends. */
  readonly names: readonly string[];
  readonly headerRow: number;
  readonly rows: Iterable<{ readonly row: number; readonly cells: readonly string[]; readonly half: readonly string[] }>;
};

/** `isHeading` says whether a cell could be a heading; at least two of a record have to be. */
export function openPublished(sheet: Sheet, isHeading: (cell: string) => boolean, encoding: string | undefined): OpenPublished | undefined {
  const text = readEncoding(sheet, encoding);
  const beginning = text.decode(text.bytes.subarray(text.start, text.start + BEGINNING));
  const cells = beginning.split(/[,\t;|，；\r\n"]+/).flatMap(cell => [cell, ...cell.split('/')]);
  const known = new Set(cells.filter(cell => cell.trim() !== '' && cell.length <= LONGEST_NAME && isHeading(cell)).map(comparable));
  const head = headerRow(text, known);
  const names = head.names.map(name => withoutControls(name).trim());
  if (names.filter(isHeading).length < 2) return undefined;
  return {
    ...{ name: sheet.name, sha256: sheet.sha256, names, headerRow: head.record },
    encoding: sheet.encoding ?? text.encoding,
    rows: {
      *[Symbol.iterator]() {
        const scan = scanFrom(head.text.bytes, head.end, head.record, head.separator);
        const records = recordsOf(head.text.bytes, scan, head.text.decode);
        for (let written = records.next(); written !== undefined; written = records.next()) {
          const clean = written.map(cell => withoutControls(cell).trim());
          yield { row: scan.record, cells: clean, half: clean.map(halfWidth) };
        }
      },
    },
  };
}

/** What is longer is a note and names no column. */
const LONGEST_NAME = 40;
/** A header lies in the first pages. */
const BEGINNING = 1 << 16;
