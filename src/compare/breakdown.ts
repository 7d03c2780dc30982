/** A row of a comparison taken apart: one department by doctor, one group by department. The parts add up to the row in every sum, to the fen. */
import type { Row } from './comparison.ts';
import type { Grouped } from './keys.ts';
import { type Part, partKeys } from './parts.ts';
import { rowsOf } from './rows.ts';
import { rowsWithin, type Within } from './rows-within.ts';
import { tally } from './tally.ts';
import { weightsOf } from './weights.ts';

export type Breakdown = { readonly within: readonly Within[]; readonly by: Part };

export function breakdown(run: Grouped, { within, by }: Breakdown): Row[] {
  const keys = partKeys(run, by);
  const { stays, settlement } = run;
  const rows = within.length > 0 ? rowsWithin(run, within) : undefined;
  return rowsOf(tally({ stays, settlement, rows }, keys, weightsOf(settlement.prices)), keys, by);
}
