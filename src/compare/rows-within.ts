/** The stays behind a row of figures, in the order of the load. */
import { bandIndex, type Settlement } from '../payment/settlement.ts';
import type { Grouped, Keys } from './keys.ts';
import { type Part, partKeys } from './parts.ts';

/** One key of one part: `{by: 'department', key: '骨科'}`. */
export type Within = { readonly by: Part; readonly key: string };

/** Stays of the scenario's population that are within all of these; every stay of the population when there is none. */
export function rowsWithin(run: Grouped, within: readonly Within[]): Uint32Array {
  const [first, ...others] = within.map(({ by, key }) => matched(partKeys(run, by), key));
  const rows = first ? rowsOfCode(run.settlement, first) : populationOf(run.settlement);
  return others.reduce(narrowed, rows);
}

/** A key as its number in a column; -1, which no stay has, when the part has no such key. */
type Matched = { readonly of: Uint32Array; readonly code: number };
const matched = ({ of, key: keys }: Keys, key: string): Matched => ({ of, code: keys.indexOf(key) });

function populationOf({ band, count }: Settlement): Uint32Array {
  const rows = new Uint32Array(count);
  let n = 0;
  for (let i = 0; i < count; i++) if (band[i] !== bandIndex.out) rows[n++] = i;
  return n === count ? rows : rows.slice(0, n);
}

/** Counted before they are written: few of a million stays are in one department, and a buffer for all of them costs more than a look. */
function rowsOfCode({ band, count }: Settlement, { of, code }: Matched): Uint32Array {
  const { out } = bandIndex;
  let length = 0;
  for (let i = 0; i < count; i++) if (of[i] === code && band[i] !== out) length++;
  const rows = new Uint32Array(length);
  let n = 0;
  for (let i = 0; n < length; i++) if (of[i] === code && band[i] !== out) rows[n++] = i;
  return rows;
}

function narrowed(rows: Uint32Array, { of, code }: Matched): Uint32Array {
  let n = 0;
  const found = new Uint32Array(rows.length);
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    if (of[row] === code) found[n++] = row;
  }
  return found.slice(0, n);
}
