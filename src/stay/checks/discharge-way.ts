/** How a stay ended: 1 home, 2 other hospital, 3 community or township, 4 against advice, 5 died, 9 other (dscg_way of the settlement list); no other word. */
import type { NoteRow } from '../row-findings.ts';
import type { StayTable } from '../stay-table.ts';

const ways = new Set(['', '1', '2', '3', '4', '5', '9']);

export function checkDischargeWay({ count, words: { discharge_way: way } }: StayTable, note: NoteRow): void {
  if (!way) return;
  const wrong = Uint8Array.from(way.words, word => (ways.has(word) ? 0 : 1));
  if (!wrong.includes(1)) return;
  // a code of one or two digits names nobody; a word in a column that has moved might
  const shown = (word: string): string => (/^\d{1,2}$/.test(word) ? word : `***(${[...word].length})`);
  for (let row = 0; row < count; row++) {
    const code = way.codes[row]!;
    if (wrong[code]) note(row, 'discharge_way', 'discharge_way_invalid', 'noted', shown(way.words[code]!));
  }
}
