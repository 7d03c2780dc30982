/**
 * Which rows the filters keep: a row must agree with each of them. Each dictionary word is looked at once, rows only look up its mark.
 *
 * What is missing: a word that is missing is the empty text, so `!department:骨` keeps the rows without a department. A number that is
 * missing is neither more nor less nor equal to anything, so a comparison leaves it out, and so does its inverse: `!total>50000` are
 * those known to cost 50,000 or less. `total=` are the rows without a total, `!total=` the others.
 */
import { inTurns, type Slow, scaled, TURN } from '../work.ts';
import { looksFor, type Searched } from './looks.ts';
import type { Filter } from './spec.ts';

type Filtered = Searched & { readonly filters: readonly Filter[] };

export function* filterRows(rows: Uint32Array, { filters, ...searched }: Filtered): Slow<Uint32Array> {
  let kept = rows;
  for (const [done, filter] of filters.entries()) kept = yield* scaled(rowsWith(kept, filter, searched), done, filters.length);
  return kept;
}

function* rowsWith(rows: Uint32Array, filter: Filter, searched: Searched): Slow<Uint32Array> {
  const { every, inverse } = yield* looksFor(filter, searched);
  if (every.length === 0) return rows;
  // A row that lacks any of what is looked for is marked.
  const lacking = new Uint8Array(rows.length);
  for (const [done, any] of every.entries()) {
    const found = new Uint8Array(rows.length);
    for (const look of any) {
      const marked = inTurns(rows.length, (from, to) => look.mark(found, rows.subarray(from, to), from), look.turn);
      yield* scaled(marked, done, every.length);
    }
    yield* scaled(
      inTurns(rows.length, (from, to) => {
        for (let i = from; i < to; i++) lacking[i]! |= found[i]! ^ 1;
      }),
      done,
      every.length,
    );
  }
  return yield* gathered(rows, lacking, inverse ? 1 : 0);
}

/** The rows whose flag is this one. */
function* gathered(rows: Uint32Array, flags: Uint8Array, wanted: number): Slow<Uint32Array> {
  const kept = new Uint32Array(rows.length);
  let count = 0;
  yield* inTurns(
    rows.length,
    (from, to) => {
      for (let i = from; i < to; i++) if (flags[i] === wanted) kept[count++] = rows[i]!;
    },
    TURN,
  );
  return kept.slice(0, count);
}
