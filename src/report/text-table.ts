/** A table in plain text: thin rules above and below the rows, two blanks between columns, no boxes. */
import { cut, pad, widthOf } from './cell-width.ts';
import type { Table } from './table.ts';

const unicode = { rule: '─', mark: '…' };
const plain = { rule: '-', mark: '...' };

export function textTable({ columns, rows, footer }: Table, { ascii = false }: { readonly ascii?: boolean } = {}): string {
  const { rule, mark } = ascii ? plain : unicode;
  const shorten = (cells: readonly string[]) => columns.map(({ widest = 40 }, i) => cut(cells[i] ?? '', widest, mark));
  const head = shorten(columns.map(column => column.head));
  const body = rows.map(shorten);
  const foot = footer.map(shorten);
  const widths = columns.map((_, i) => Math.max(...[head, ...body, ...foot].map(cells => widthOf(cells[i] ?? ''))));
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, i) => pad(cells[i] ?? '', widths[i] ?? 0, align))
      .join('  ')
      .trimEnd();
  const thin = rule.repeat(widths.reduce((a, b) => a + b + 2, -2));
  const lines = [line(head), thin, ...body.map(line)];
  return (foot.length > 0 ? [...lines, thin, ...foot.map(line)] : lines).join('\n');
}
