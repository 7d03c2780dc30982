/**
 * Item lines against the bill: Σ lines of a charge category = the category of the stay, to the fen. Asked of stays that have lines and of the
 * categories the stay gives. Where the category of a line is not known, or the stay gives no category, its lines are held against its total, all
 * together.
 */

import { yuanText } from '../../money.ts';
import type { NoteRow } from '../row-findings.ts';
import { chargeCategories, type StayTable } from '../stay-table.ts';

/** Place 0 is of lines whose category is not known. */
const PLACES = chargeCategories.length + 1;

export function checkItems({ count, charges, money }: StayTable, note: NoteRow): void {
  if (!charges) return;
  const { stay, category, amount } = charges;
  const given = chargeCategories.map(field => money[field]);
  const sums = new Float64Array(PLACES);
  for (let line = 0; line < charges.count; ) {
    const row = stay[line]!;
    sums.fill(0);
    let unknown = false;
    // the lines of a stay follow each other
    for (; line < charges.count && stay[line] === row; line++) {
      const place = category[line]!;
      sums[place]! += amount[line] || 0;
      if (place === 0) unknown = true;
    }
    if (row < count) checkStay(row, unknown);
  }

  function checkStay(row: number, unknown: boolean): void {
    if (unknown || given.every(column => column === undefined || Number.isNaN(column[row]))) {
      const all = sums.reduce((sum, part) => sum + part, 0);
      if (differs(money.total?.[row], all)) note(row, 'total', 'items_differ', 'noted', yuanText(all));
      return;
    }
    for (let place = 1; place < PLACES; place++) {
      const sum = sums[place]!;
      if (differs(given[place - 1]?.[row], sum)) note(row, chargeCategories[place - 1]!, 'items_differ', 'noted', yuanText(sum));
    }
  }
}

const differs = (given: number | undefined, sum: number): boolean => given !== undefined && !Number.isNaN(given) && given !== sum;
