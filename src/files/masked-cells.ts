/**
 * `***(20)` is what a file of refused rows shows of a cell that it does not show: where it comes back in a column that is read, the row is refused,
 * because it would be loaded as an id or a word that nobody wrote. One search a block, and nearly no block has any.
 */
import type { BlockFindings } from './block-findings.ts';
import type { Block } from './csv-block.ts';
import type { Layout } from './layout.ts';

export function refuseMasked({ bytes, rows, columns, starts, ends }: Block, layout: Layout, findings: BlockFindings): void {
  if (rows === 0) return;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, ends[rows * columns - 1]);
  if (text.indexOf(MASK, starts[0]) < 0) return;
  const { lists } = layout;
  const read = [...new Set([...layout.columns.values(), ...[...layout.more.values()].flat(), ...lists.dx, ...lists.px])];
  for (let row = 0; row < rows; row++) {
    const column = read.find(at => masked.test(text.toString('latin1', starts[row * columns + at], ends[row * columns + at])));
    if (column !== undefined) findings.refuseWhole(row, { column, rule: 'masked_value', shown: '***' });
  }
}

const MASK = '***(';
const masked = /^\s*\*\*\*\(\d+\)\s*$/;
