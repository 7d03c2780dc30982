/** A table in plain text: thin rules above and below the rows, two blanks between columns, no boxes. */
import { cut, pad, widthOf } from './cell-width.ts';
import type { Table } from './table.ts';

const unicode = { rule: '─', mark: '…' };
const plain = { rule: '-', mark: '...' };

export function textTable({ columns, rows, footer }: Table, { ascii = false }: { readonly ascii?: boolean } = {}): string {
  const { rule, mark } = ascii ? plain : unicode;
  const shorten = (cells: readonly string[]) => columns.map(({ widest = 40 }, i) => cut(cells[i] ?? '', widest, mark));
  const head = headLines(columns.map(column => column.head)).map(shorten);
  const body = rows.map(shorten);
  const foot = footer.map(shorten);
  const all = [...head, ...body, ...foot];
  const widths = columns.map((_, i) => all.reduce((width, cells) => Math.max(width, widthOf(cells[i] ?? '')), 0));
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, i) => pad(cells[i] ?? '', widths[i] ?? 0, align))
      .join('  ')
      .trimEnd();
  const thin = rule.repeat(
    Math.max(
      0,
      widths.reduce((a, b) => a + b + 2, -2),
    ),
  );
  const lines = [...head.map(line), thin, ...body.map(line)];
  return (foot.length > 0 ? [...lines, thin, ...foot.map(line)] : lines).join('\n');
}

/** Heads of two lines stand beside heads of one, which are at the bottom. */
function headLines(heads: readonly string[]): readonly (readonly string[])[] {
  const parts = heads.map(head => head.split('\n'));
  const depth = Math.max(1, ...parts.map(({ length }) => length));
  return Array.from({ length: depth }, (_, k) => parts.map(lines => lines[k - depth + lines.length] ?? ''));
}
