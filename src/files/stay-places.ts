/** Where the stays of a load are, by their own number or by that of their visit: how item lines find the stay they belong to. */
import type { StayTable, WordColumn } from '../stay/stay-table.ts';
import type { IdField, StayPlaces } from './charge-stays.ts';
import type { LoadColumns } from './load-columns.ts';
import { keyText } from './meanings.ts';

/** The first row of a number counts: bills of one visit are put together afterwards. */
export function stayPlaces(rows: StayTable, load: LoadColumns, keyOf: ((text: string) => string) | undefined): StayPlaces {
  const words = {
    stay_id: keyOf ?? load.settlementNumber,
    visit_id: keyOf ?? load.visitNumber,
  } satisfies Record<IdField, (text: string) => string>;
  const places = { stay_id: firstRows(rows.settlementKey), visit_id: firstRows(rows.visitKey) };
  return { rowOf: (id, by) => places[by].get(words[by](keyText(id.split('\0')))) };
}

function firstRows(column: WordColumn | undefined): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  if (!column) return rows;
  for (let row = column.codes.length - 1; row >= 0; row--) {
    const code = column.codes[row]!;
    if (code !== 0) rows.set(column.words[code]!, row);
  }
  return rows;
}
