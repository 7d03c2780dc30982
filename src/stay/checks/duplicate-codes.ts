/** The same code twice in the list of a stay: a diagnosis counts once in a settlement list; a procedure may have been done twice, so that is only said. */
import type { NoteRow } from '../row-findings.ts';
import type { StayTable } from '../stay-table.ts';
import { shownCode } from './shown-code.ts';

export function checkDuplicates(table: StayTable, note: NoteRow): void {
  for (const [field, rule] of [['dx', 'dx_duplicate'] as const, ['px', 'px_duplicate'] as const]) {
    const { offsets, codes, words } = table[field];
    /** By word, one more than the last row that had it. */
    const lastRow = new Uint32Array(words.length);
    for (let row = 0; row < table.count; row++) {
      let twice = 0;
      for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
        const code = codes[i]!;
        if (lastRow[code] !== row + 1) lastRow[code] = row + 1;
        else if (twice === 0) twice = code;
      }
      if (twice !== 0) note(row, field, rule, 'noted', shownCode(words[twice]!));
    }
  }
}
