/** Rows that are well formed and no stays all the same: footers, and settlements that were refunded. They are refused whole, and say so. */
import type { BlockFindings } from './block-findings.ts';
import type { Block } from './csv-block.ts';
import { footerMark } from './footer-row.ts';
import type { Layout } from './layout.ts';

type Rows = {
  readonly block: Block;
  readonly findings: BlockFindings;
  readonly layout: Layout;
  decode(bytes: Uint8Array): string;
  /** Rows without a principal diagnosis. */
  readonly withoutDiagnosis: readonly number[];
  /** 1 where the file marks a row as refunded. */
  readonly refunded: Int32Array | undefined;
};

export function refuseNoStays({ block, findings, layout, decode, withoutDiagnosis, refunded }: Rows): void {
  const { profile, columns } = layout;
  for (const row of withoutDiagnosis) {
    const mark = footerMark(block, row, { words: profile.dropRows, decode });
    if (mark) findings.refuseWhole(row, { column: mark.column, rule: 'footer_row', shown: mark.word });
  }
  if (!refunded) return;
  const column = columns.get('refunded') ?? -1;
  // an interim bill, its reversal and the settlement after it are not netted: none that is marked may be grouped or paid
  for (let row = 0; row < block.rows; row++) {
    if (refunded[row] === 1) findings.refuseWhole(row, { column, rule: 'refunded', shown: '1' });
  }
}
