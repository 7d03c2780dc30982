/**
 * One cell of a CSV file that a spreadsheet will open: quoted where the format asks for it, and text that a spreadsheet would
 * run as a formula (= + - @) is quoted with an apostrophe before it. Figures are written by the program and pass as they are.
 */
import { printable } from './printable.ts';

/** The mark by which Excel knows UTF-8. */
export const BOM = '\uFEFF';
export const NEWLINE = '\r\n';

const plain = /^[\w.\u4e00-\u9fff][\w.:\u4e00-\u9fff /()（），、-]*$/;

export function textCell(text: string): string {
  if (text === '' || plain.test(text)) return text;
  const shown = printable(text);
  const harmless = /^[=+\-@]/.test(shown.trimStart()) ? `'${shown}` : shown;
  return /[",']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csvLine = (cells: readonly string[]): string => cells.join(',') + NEWLINE;
