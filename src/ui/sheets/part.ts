/** The stays behind one row of a table by dimension: the same keys that the comparison summed by. */
import type { Desk, Run } from '../../app/desk.ts';
import type { Dimension } from '../../compare/comparison.ts';
import { groupKeys, type Keys, stayKeys } from '../../compare/keys.ts';
import { bandIndex } from '../../payment/settlement.ts';

export function rowsOfPart(
  { stays }: Desk,
  run: Run,
  { dimension, key }: { readonly dimension: Dimension; readonly key: string },
): Uint32Array {
  const keys = keysOf(stays, run, dimension);
  const wanted = keys.key.map(text => text === key);
  const { band } = run.settlement;
  const rows = Uint32Array.from({ length: stays.count }, (_, row) => row);
  return rows.filter(row => wanted[keys.of[row]!] && band[row] !== bandIndex.out);
}

function keysOf(stays: Desk['stays'], { settlement, grouping }: Run, dimension: Dimension): Keys {
  if (dimension !== 'group') return stayKeys(stays, dimension);
  return groupKeys({ stays, settlement, grouping: grouping?.columns, groups: grouping?.groups ?? [] });
}
