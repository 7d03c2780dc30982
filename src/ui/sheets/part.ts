/** The stays behind one row of a table: those of every key on the way down, and in the scenario's population. */
import type { Desk, Run } from '../../app/desk.ts';
import { groupKeys, type Keys, stayKeys } from '../../compare/keys.ts';
import { bandIndex } from '../../payment/settlement.ts';
import type { Part, Within } from '../place.ts';

export function rowsOfPart({ stays }: Desk, run: Run, within: Within): Uint32Array {
  const { band } = run.settlement;
  const rows = new Uint32Array(stays.count);
  let count = 0;
  for (let row = 0; row < stays.count; row++) {
    if (band[row] !== bandIndex.out) rows[count++] = row;
  }
  let kept = rows.subarray(0, count);
  for (const { by, key } of within) {
    const keys = keysOf(stays, run, by);
    const wanted = keys.key.map(text => text === key);
    kept = kept.filter(row => wanted[keys.of[row]!]);
  }
  return kept.slice();
}

function keysOf(stays: Desk['stays'], { settlement, grouping }: Run, by: Part): Keys {
  if (by === 'doctor') {
    const column = stays.words.doctor;
    return column
      ? { of: column.codes, key: column.words, label: column.words }
      : { of: new Uint32Array(stays.count), key: [''], label: [''] };
  }
  if (by !== 'group') return stayKeys(stays, by);
  return groupKeys({ stays, settlement, grouping: grouping?.columns, groups: grouping?.groups ?? [] });
}
