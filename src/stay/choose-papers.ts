/** The paper that each cell of a joined row is taken from. */

import { NO_ROW } from './gather-numbers.ts';
import { missingMark } from './gather-rows.ts';
import type { Paper, Papers } from './match-papers.ts';
import { isMedical } from './medical-columns.ts';
import type { Shared } from './shared-papers.ts';
import { moneyFields } from './stay-table.ts';
import type { TableColumn } from './table-columns.ts';

const medicalOrder: readonly Paper[] = ['list', 'stay', 'front_page', 'settlement'];
const moneyOrder: readonly Paper[] = ['settlement', 'list', 'stay', 'front_page'];

/** The first is believed, the others fill its gaps. */
export const orderOf = (column: string): readonly Paper[] => (isMedical(column) ? medicalOrder : moneyOrder);

const amounts: ReadonlySet<string> = new Set([...moneyFields, 'insurer_payment']);

/** Row of every joined row's cell in a column, NO_ROW where no paper has one. */
export function chosenRows(
  name: string,
  column: TableColumn,
  { papers, shared }: { readonly papers: Papers; readonly shared: Shared },
): Uint32Array {
  const { from, given, serves, present } = papers;
  const { keeper } = shared;
  const chosen = new Uint32Array(from.length).fill(NO_ROW);
  const filled = isFilled(column, missingMark(name));
  const isAmount = amounts.has(name);
  const isLength = name === 'days';
  for (const paper of orderOf(name)) {
    if (!present.includes(paper)) continue;
    const rows = given[paper];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (row === NO_ROW || chosen[i] !== NO_ROW) continue;
      if ((isAmount || isLength) && keeper && serves[row]! > 1 && keeper[row] !== from[i]) {
        // the days of its own bill say nothing where the days of the whole stay are on another
        if (isLength) chosen[i] = NO_CELL;
        continue;
      }
      if (filled(row)) chosen[i] = row;
    }
  }
  return chosen;
}

/** No row either, and taken. */
const NO_CELL = NO_ROW - 1;

function isFilled(column: TableColumn, missing: number): (row: number) => boolean {
  switch (column.kind) {
    case 'numbers': {
      const { values } = column;
      if (Number.isNaN(missing)) return row => !Number.isNaN(values[row]!);
      return row => values[row] !== missing;
    }
    case 'words': {
      const { codes } = column;
      return row => codes[row] !== 0;
    }
    case 'lists': {
      const { offsets } = column;
      return row => offsets[row + 1]! > offsets[row]!;
    }
  }
}
