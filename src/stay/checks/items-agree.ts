/**
 * Item lines against the bill: Σ lines of a charge category = the category of the stay, to the fen. Asked of stays that have lines and of the
 * categories the stay gives. Where the category of a line is not known the lines of the stay are held against its total, all together.
 */

import { yuanText } from '../../money.ts';
import type { NoteRow } from '../row-findings.ts';
import { chargeCategories, type StayTable } from '../stay-table.ts';

/** Place 0 is of lines whose category is not known. */
const PLACES = chargeCategories.length + 1;

export function checkItems({ count, charges, money }: StayTable, note: NoteRow): void {
  if (!charges) return;
  const { stay, category, amount } = charges;
  const sums = new Float64Array(PLACES);
  const lines = new Uint32Array(PLACES);
  for (let line = 0; line < charges.count; ) {
    const row = stay[line]!;
    sums.fill(0);
    lines.fill(0);
    // the lines of a stay follow each other
    for (; line < charges.count && stay[line] === row; line++) {
      const place = category[line]!;
      sums[place]! += amount[line] || 0;
      lines[place]!++;
    }
    if (row < count) checkStay(row);
  }

  function checkStay(row: number): void {
    if (lines[0] !== 0) {
      const all = sums.reduce((sum, part) => sum + part, 0);
      if (differs(money.total?.[row], all)) note(row, 'total', 'items_differ', 'noted', yuanText(all));
      return;
    }
    for (let place = 1; place < PLACES; place++) {
      const field = chargeCategories[place - 1]!;
      if (differs(money[field]?.[row], sums[place]!)) note(row, field, 'items_differ', 'noted', yuanText(sums[place]!));
    }
  }
}

const differs = (given: number | undefined, sum: number): boolean => given !== undefined && !Number.isNaN(given) && given !== sum;
