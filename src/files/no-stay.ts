/** Rows that are well formed and no stays all the same: footers, and refunds that cannot be netted. They are refused whole, and say so. */
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
  const { profile, columns, lists } = layout;
  for (const row of lists.dx.length > 0 ? withoutDiagnosis : withoutNumber(block, layout)) {
    const mark = footerMark(block, row, { words: profile.dropRows, decode });
    if (mark) findings.refuseWhole(row, { column: mark.column, rule: 'footer_row', shown: mark.word });
  }
  // with a number of the visit or the settlement a refund finds the bill it takes back; without one, none that is marked may be counted
  if (!refunded || isNumbered(layout)) return;
  const column = columns.get('refunded') ?? -1;
  for (let row = 0; row < block.rows; row++) {
    if (refunded[row] === 1) findings.refuseWhole(row, { column, rule: 'refunded', shown: '1' });
  }
}

/** Rows of the layout have a number of their own, or of their visit: a refund can find what it takes back. */
export const isNumbered = ({ columns, profile }: Layout): boolean =>
  columns.has('visit_id') || (columns.has('stay_id') && !profile.columns.stay_id?.repeats);

/** In a file that holds no diagnoses, a sum or a signature shows by a number of the settlement that is blank or begins with no letter or digit. */
function withoutNumber({ bytes, rows, columns, starts, ends }: Block, layout: Layout): readonly number[] {
  const column = layout.columns.get('stay_id') ?? layout.columns.get('visit_id') ?? 0;
  const found: number[] = [];
  for (let row = 0; row < rows; row++) {
    const cell = row * columns + column;
    if (starts[cell] === ends[cell] || !isNumberLike(bytes[starts[cell]!]!)) found.push(row);
  }
  return found;
}

/** A digit or a plain letter. */
const isNumberLike = (byte: number): boolean => (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
