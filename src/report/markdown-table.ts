/** A table in Markdown, for pasting: the footer follows the rows in bold, a bar inside a cell is escaped. */
import { printable } from './printable.ts';
import type { Table } from './table.ts';

export function markdownTable({ columns, rows, footer }: Table): string {
  const line = (cells: readonly string[]) => `| ${columns.map((_, i) => cells[i] ?? '').join(' | ')} |`;
  return [
    line(columns.map(({ head }) => safe(head))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map(cells => line(cells.map(safe))),
    ...footer.map(cells => line(cells.map(cell => (cell === '' ? '' : `**${safe(cell)}**`)))),
  ].join('\n');
}

/** Text that Markdown would read as layout or as HTML stays text. */
export const safe = (text: string): string => printable(text).replace(/[\\`*_|<>[\]]/g, character => `\\${character}`);
