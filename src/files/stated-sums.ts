/**
 * Sums that a layout states of itself: the front page says that its total is the sum of its top level items (D01 = D11 + ... + D34). Asked only
 * of a file that has all of the items; a blank one counts as nothing, and a row that leaves all of them blank has not given them.
 */
import type { Note } from '../stay/stay-length.ts';
import { NO_MONEY } from '../stay/stay-table.ts';
import { fenOfText, plainFen, type Unit } from './amount.ts';
import type { Block } from './csv-block.ts';
import type { Layout } from './layout.ts';

type Cells = { decode(bytes: Uint8Array): string; readonly unit: Unit };

export function statedSums({ sums, profile }: Layout, cells: Cells): ((block: Block, note: Note) => void) | undefined {
  const whole = sums.filter(({ parts }) => profile.sums.some(stated => stated.parts.length === parts.length));
  if (whole.length === 0) return undefined;
  return (block, note) => {
    for (const sum of whole) checkSum(block, sum, { ...cells, note });
  };
}

function checkSum(block: Block, { total, parts }: Layout['sums'][number], { note, ...cells }: Cells & { readonly note: Note }): void {
  for (let row = 0; row < block.rows; row++) {
    const whole = fenAt(block, { row, column: total }, cells);
    if (!Number.isFinite(whole)) continue;
    let sum = NO_MONEY;
    for (const column of parts) {
      const part = fenAt(block, { row, column }, cells);
      if (!Number.isNaN(part)) sum = (sum || 0) + part;
    }
    // an item that is no amount makes the sum infinite: that row is said to be wrong, too
    if (!Number.isNaN(sum) && sum !== whole) note(row, 'total', 'charges_differ', 'noted');
  }
}

function fenAt(
  { bytes, columns, starts, ends }: Block,
  { row, column }: Record<'row' | 'column', number>,
  { decode, unit }: Cells,
): number {
  const from = starts[row * columns + column]!;
  const to = ends[row * columns + column]!;
  const fen = unit === 'yuan' ? plainFen(bytes, from, to) : -1;
  return fen === -1 ? fenOfText(decode(bytes.subarray(from, to)), unit) : fen;
}
